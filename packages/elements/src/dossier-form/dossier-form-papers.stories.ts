import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, find, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { STORY_NOW } from '@motcua/testkit/story-line';
import { html, render } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { newUuid, base64url, thisDevice, type Device } from '../internal/device.ts';
import { rememberPhone } from '../internal/phone-address.ts';
import '@motcua/elements/motcua-dossier-form.js';
import './phone/motcua-phone-papers.ts';

const DEVICE: Device = { ...thisDevice, now: () => Date.parse(STORY_NOW) };
const COPIES = '2.000815';

/** Around the photographs: what makes a paper invalid, said before; and the phone that helps a computer without a camera. */
const meta: Meta = {
  title: 'Dossier form/Papers',
  render: (_args, { loaded, globals }) => html`<motcua-dossier-form theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .device=${DEVICE} .port=${counterOf(loaded).port} .procedure=${COPIES}></motcua-dossier-form>`,
};
export default meta;
type Story = StoryObj;

async function toPapers(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'Bắt đầu');
  await userEvent.type(await awaited<HTMLInputElement>(canvas, '[id="f-applicant--hoTen"]'), 'Lê Thị Hoa');
  await userEvent.type(await awaited<HTMLInputElement>(canvas, '[id="f-applicant--dienThoai"]'), '0912345678');
  await press(canvas, 'Tiếp tục');
  await awaited(canvas, 'motcua-form-paper');
}

/** Questions that warn before the photograph; none of them is a wall. */
export const PreCheck: Story = {
  play: async ({ canvasElement }) => {
    await toPapers(canvasElement);
    const checks = await awaited(canvasElement, 'motcua-paper-checks');
    const summary = await eventually(() => {
      const found = checks.shadowRoot?.querySelector<HTMLElement>('summary');
      if (found == null) throw new Error('no questions yet');
      return found;
    });
    await userEvent.click(summary);
    await eventually(() => expect(checks.shadowRoot?.querySelectorAll('input[type=radio], button').length).toBeGreaterThan(0));
  },
};
export const PreCheckDark: Story = { ...PreCheck, globals: { theme: 'dark' } };

/** The code on the computer; it waits for a phone. */
export const PhonePanel: Story = {
  play: async ({ canvasElement }) => {
    await toPapers(canvasElement);
    await press(canvasElement, /^Chụp bằng điện thoại/);
    await reads(canvasElement, 'Đang chờ điện thoại quét mã');
    await expect(find(canvasElement, 'svg.qr')).not.toBeNull();
  },
};

/** What the phone shows: the papers that the computer asks for, and nothing of the person. */
export const PhonePage: Story = {
  beforeEach: () => () => rememberPhone(null),
  render: () => html`<div id="phone"></div>`,
  globals: { viewport: { value: 'phone' } },
  play: async ({ canvasElement, loaded }) => {
    const { port } = counterOf(loaded);
    const client = await port.client();
    const draft = { id: newUuid(thisDevice), secret: base64url(thisDevice.randomBytes(32)) };
    await client.drafts.open(draft, COPIES);
    const form = await client.forms.get(COPIES);
    const papers = form.steps.flatMap((step) => step.fields).filter((field) => field.kind === 'paper' && field.when === undefined);
    const pass = await client.phonePasses.create(draft, papers.map(({ id }) => ({ paperId: id, required: true })));
    rememberPhone(JSON.stringify({ own: { pass: pass.id, secret: base64url(thisDevice.randomBytes(32)) }, code: { pass: pass.id, secret: pass.secret } }));
    render(html`<motcua-phone-papers .port=${port} .device=${DEVICE}></motcua-phone-papers>`, await awaited(canvasElement, '#phone'));
    await reads(canvasElement, 'Chụp giấy tờ cho máy tính');
    await awaited(canvasElement, 'motcua-form-paper');
    await expect(words(canvasElement)).not.toContain('Lê Thị Hoa');
  },
};
