/** What is wrong with answers: the checks of `@motcua/domain/form` and their sentences. Fetched while the first question is read. */
import type { Answers } from '@motcua/contract/answers';
import type { Step } from '@motcua/contract/form';
import { validateField, validateStep, type FormFinding } from '@motcua/domain/form';
import { findingsVi, type FindingMessages } from '../localization/vi/findings.ts';
import type { MessageTable } from '../localization/locale-controller.ts';
import { readAt, type AnswerPath } from './answer-path.model.ts';
import type { FormRules, PlacedFinding } from './form-rules.ts';

/** Sentences for findings. */
export const findingTable: MessageTable<FindingMessages> = {
  vi: findingsVi,
  load: { en: async () => (await import('../localization/en/findings.ts')).findingsEn },
};

function placed(finding: FormFinding): PlacedFinding {
  const { groupId, rowId, fieldId, part, level, code, params } = finding;
  const row = groupId !== undefined && rowId !== undefined ? [groupId, rowId] : [];
  const path = [...row, fieldId, ...(part === undefined ? [] : part.split('.'))].join('/');
  return { path, level, code, ...(params ? { params } : {}) };
}

const shown = (finding: FormFinding): boolean => finding.code !== 'not-visible';

/** Findings of the shown fields of a step. */
export function checkStep(rules: FormRules, step: Step, answers: Answers): PlacedFinding[] {
  return validateStep(step, answers, rules.context).filter(shown).map(placed);
}

/** Findings of the top or row field that holds the path. */
export function checkAnswer(rules: FormRules, path: AnswerPath, answers: Answers): PlacedFinding[] {
  const place = rules.placeOf(path, answers);
  if (place === null) return [];
  return validateField(place.field, readAt(answers, place.at), { ...place.context, answers }).filter(shown).map(placed);
}
