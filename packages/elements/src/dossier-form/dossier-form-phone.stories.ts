import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, find, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import type { CounterPort } from '@motcua/elements';
import { newDraftCredentials } from '@motcua/sdk';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { expect, userEvent } from 'storybook/test';
import { rememberPhone } from '../internal/phone/phone-address.ts';
import '@motcua/elements/motcua-dossier-form.js';

const COPIES = '2.000815';

/** As a computer does it: a draft at the gateway, a pass for its papers; the phone has read the code of the pass. */
async function lendPhone(port: CounterPort): Promise<void> {
  const [client, form] = await Promise.all([port.client(), port.read.form(COPIES)]);
  const draft = newDraftCredentials();
  await client.drafts.open(draft, COPIES);
  const fields = form.steps.flatMap((step) => step.fields).filter((field) => field.kind === 'paper' && field.when === undefined);
  const papers = fields.map(({ id }, at) => ({ paperId: id, required: at === 0, have: at === 0 ? 0 : 1 }));
  const code = await client.phonePasses.create(draft, papers);
  rememberPhone(JSON.stringify({ own: { pass: code.id, secret: newDraftCredentials().secret }, code: { pass: code.id, secret: code.secret } }));
}

/** The page on a phone that takes the photographs for a computer: papers and nothing else of the draft. */
const meta: Meta = {
  title: 'Dossier form/On the phone',
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  // What a tab remembers of its visit belongs to the story.
  beforeEach: () => () => rememberPhone(null),
  render: (_args, { loaded, globals }) => {
    const { port } = counterOf(loaded);
    const form = (): unknown => html`<motcua-dossier-form theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${port} .procedure=${COPIES}></motcua-dossier-form>`;
    return html`${until(lendPhone(port).then(form))}`;
  },
};
export default meta;
type Story = StoryObj;

/** One row a paper; what the computer has already is said. */
export const Papers: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Chụp giấy tờ cho máy tính', 10_000);
    await reads(canvasElement, 'Còn thiếu 1 giấy bắt buộc.');
    await reads(canvasElement, 'Máy tính đã có 1 tệp.');
    await awaited(canvasElement, 'motcua-form-paper');
    await expect(find(canvasElement, '[id^="f-applicant"], motcua-draft-menu')).toBeNull();
  },
};
export const PapersDark: Story = { ...Papers, globals: { theme: 'dark' } };

/** A photograph went over. */
export const Sent: Story = {
  play: async ({ canvasElement }) => {
    const canvas = new OffscreenCanvas(900, 1200);
    canvas.getContext('2d')?.fillText('Bằng tốt nghiệp', 100, 100);
    const photo = new File([await canvas.convertToBlob({ type: 'image/png' })], 'Bằng tốt nghiệp.png', { type: 'image/png' });
    await userEvent.upload(await awaited<HTMLInputElement>(canvasElement, '#file', 10_000), photo);
    await reads(canvasElement, 'Đã gửi xong 1 tệp. Xin nhìn lại máy tính.', 10_000);
  },
};

/** The code was used by another phone, or its time is over. */
export const Over: Story = {
  render: (_args, { loaded, globals }) => {
    rememberPhone(JSON.stringify({ own: { pass: 'a'.repeat(26), secret: 'A'.repeat(43) }, code: null }));
    return html`<motcua-dossier-form theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${counterOf(loaded).port} .procedure=${COPIES}></motcua-dossier-form>`;
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Mã đã hết hạn hoặc đã đóng', 10_000);
  },
};
