import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { STORY_NOW } from '@motcua/testkit/story-line';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { thisDevice, type Device } from '../internal/device.ts';
import '@motcua/elements/motcua-dossier-form.js';

interface Args {
  procedure: string;
  mode: 'step' | 'page' | 'question' | 'auto';
  helper: boolean;
}
const DEVICE: Device = { ...thisDevice, now: () => Date.parse(STORY_NOW) };
const BIRTH = '1.001193';

/** Help while filling in: one question a screen, the card, what was entered before, larger letters, a shared machine. */
const meta: Meta<Args> = {
  title: 'Dossier form/Help',
  component: 'motcua-dossier-form',
  args: { procedure: BIRTH, mode: 'step', helper: false },
  argTypes: { mode: { control: 'inline-radio', options: ['step', 'page', 'question', 'auto'] } },
  render: ({ procedure, mode, helper }, { loaded, globals }) => html`<motcua-dossier-form
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
    .device=${DEVICE} .port=${counterOf(loaded).port} .procedure=${procedure} .mode=${mode} .helper=${helper}
    ><p>Đang mở tờ khai…</p></motcua-dossier-form>`,
};
export default meta;
type Story = StoryObj<Args>;

async function begin(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'Bắt đầu');
  await awaited(canvas, 'form .progress');
}
const type = async (canvas: HTMLElement, name: string, text: string): Promise<void> => userEvent.type(await awaited<HTMLInputElement>(canvas, `[id="f-${name}"]`), text);

/** One question a screen, for a small phone. */
export const OneQuestion: Story = {
  args: { mode: 'question' },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await reads(canvasElement, /Câu 1 trong \d+/);
    await type(canvasElement, 'nguoiYeuCau.hoTen', 'Lê Thị Hoa');
    await press(canvasElement, 'Tiếp tục');
    await reads(canvasElement, /Câu 2 trong \d+/);
  },
};

/** The whole form on one page, for a counter. */
export const WholePage: Story = {
  args: { mode: 'page' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await reads(canvasElement, 'Người mẹ');
  },
};

/** Scanning the card where there is no camera: a photo will do. */
export const ScanCard: Story = {
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await press(canvasElement, /^Quét mã trên thẻ/);
    await reads(canvasElement, 'Quét mã trên thẻ căn cước');
    await reads(canvasElement, 'không gửi đi đâu');
  },
};

/** Somebody entered once is offered again. */
export const UseAgain: Story = {
  args: { mode: 'page' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'nguoiYeuCau.hoTen', 'Lê Thị Hoa');
    await userEvent.tab();
    await press(canvasElement, 'Người này là tôi: Lê Thị Hoa');
    await expect((await awaited<HTMLInputElement>(canvasElement, '[id="f-me.hoTen"]')).value).toBe('Lê Thị Hoa');
    await reads(canvasElement, 'Đã điền: họ tên');
  },
};

/** Larger letters. */
export const LargerLetters: Story = {
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await press(canvasElement, /^A\+/);
    await press(canvasElement, /^A\+/);
  },
};

/** On a shared machine a finished part is covered when somebody comes back to it. */
export const HelperCovered: Story = {
  args: { helper: true, procedure: '2.000815' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--hoTen', 'Lê Thị Hoa');
    await type(canvasElement, 'applicant--dienThoai', '0912345678');
    await press(canvasElement, 'Tiếp tục');
    await reads(canvasElement, /Phần 2 trong \d+/);
    await press(canvasElement, 'Quay lại');
    await reads(canvasElement, 'Phần này đã điền xong');
  },
};

export const Dark: Story = { ...UseAgain, globals: { theme: 'dark' } };
export const English: Story = {
  args: { mode: 'question' },
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Start');
    await reads(canvasElement, /Question 1 of/);
    await reads(canvasElement, 'Scan the card');
  },
};
