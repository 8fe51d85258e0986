import { Formio } from '@formio/js';

const { benchFields: fields } = globalThis;
const kinds = { text: 'textfield', date: 'day' };
const form = await Formio.createForm(document.getElementById('form'), {
  components: [
    ...fields.map(({ id, label, kind, options }) => ({
      type: kinds[kind] ?? kind,
      key: id,
      label,
      input: true,
      validate: { required: true },
      ...(kind === 'select' && { data: { values: options.map((option) => ({ label: option, value: option })) }, widget: 'html5' }),
      ...(kind === 'radio' && { values: options.map((option) => ({ label: option, value: option })) }),
    })),
  ],
});
const send = document.createElement('button');
send.id = 'send';
send.textContent = 'Gửi';
send.addEventListener('click', () => void form.submit().catch(() => undefined));
document.body.append(send);
