import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, find, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { STORY_NOW } from '@motcua/testkit/story-line';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { thisDevice, type Device } from '../internal/device.ts';
import '@motcua/elements/motcua-dossier-form.js';

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
