import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

const { benchFields: fields } = globalThis;
const kinds = { select: 'dropdown', radio: 'radiogroup', textarea: 'comment' };
const survey = new Model({
  elements: fields.map(({ id, label, kind, options }) => ({
    type: kinds[kind] ?? 'text',
    name: id,
    title: label,
    isRequired: true,
    ...(kind === 'number' || kind === 'date' ? { inputType: kind } : {}),
    ...(options.length > 0 && { choices: options }),
  })),
});
renderSurvey(survey, document.getElementById('form'));
const send = document.createElement('button');
send.id = 'send';
send.textContent = 'Gửi';
send.addEventListener('click', () => survey.completeLastPage());
document.body.append(send);
