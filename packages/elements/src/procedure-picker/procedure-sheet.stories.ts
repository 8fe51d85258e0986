import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { expect, fn } from 'storybook/test';
import '@motcua/elements/motcua-procedure-sheet.js';

interface Args {
  procedure: string;
  onStart: (event: Event) => void;
  onLeave: (event: Event) => void;
}

/** What one procedure needs: papers by case, time and money by channel, law and source. */
const meta: Meta<Args> = {
  title: 'Procedure sheet',
  component: 'motcua-procedure-sheet',
  args: { procedure: '1.001193', onStart: fn(), onLeave: fn() },
  render: ({ procedure, onStart, onLeave }, { loaded, globals }) => html`<motcua-procedure-sheet
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
    .port=${counterOf(loaded).port} .procedure=${procedure}
    @motcua-procedure-start=${onStart} @motcua-procedure-leave=${onLeave}
    ><p>Đang mở hướng dẫn…</p></motcua-procedure-sheet>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Birth registration: papers differ by case. */
export const BirthRegistration: Story = {
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'article.sheet');
    await reads(canvasElement, 'khai sinh');
    await reads(canvasElement, 'Bắt đầu');
  },
};

/** Certified copies: a fee by page with a ceiling, result on the same day. */
export const FeeByPage: Story = {
  args: { procedure: '2.000815' },
  play: async ({ canvasElement }) => reads(canvasElement, '2.000 đồng'),
};

/** A procedure that the unit sends to the national portal. */
export const OnNationalPortal: Story = {
  args: { procedure: '1.001612' },
  play: async ({ canvasElement }) => reads(canvasElement, /Cổng Dịch vụ công/),
};

/** A procedure that is handed in at the counter: where and when. */
export const AtTheCounter: Story = {
  args: { procedure: '1.010041' },
  play: async ({ canvasElement }) => reads(canvasElement, '0290 000 0135'),
};

/** Nobody on the page takes «Bắt đầu»: the sheet says where to go instead of looking dead. */
export const StartUnheard: Story = {
  play: async ({ canvasElement, args }) => {
    await press(canvasElement, /^Bắt đầu/);
    await expect(args.onStart).toHaveBeenCalledOnce();
    await reads(canvasElement, 'Khóm 1, xã Thới Bình');
  },
};

/** The sheet is on its way. */
export const Loading: Story = {
  parameters: { line: 'slow' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Đang mở hướng dẫn'),
};

export const Offline: Story = {
  parameters: { line: 'offline' },
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, 'Chưa tải được');
    counterOf(loaded).line.state = 'open';
    await press(canvasElement, 'Thử lại');
    await awaited(canvasElement, 'article.sheet');
  },
};

export const GatewayFailed: Story = {
  parameters: { line: 'broken' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã báo lỗi: K7M2QD'),
};

/** A code that this unit does not offer. */
export const UnknownProcedure: Story = {
  args: { procedure: '9.999999' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã báo lỗi'),
};

/** The longest name in the catalogue on a small phone. */
export const LongText: Story = {
  args: { procedure: '1.115333' },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Giao đất ở có thu tiền sử dụng đất'),
};

export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'article.sheet');
    await reads(canvasElement, /Back to the list|Back/);
  },
};

export const Dark: Story = { ...BirthRegistration, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...BirthRegistration, globals: { viewport: { value: 'narrow' } } };
export const LargeText: Story = { ...BirthRegistration, globals: { text: '200', viewport: { value: 'tablet' } } };
export const RightToLeft: Story = { ...BirthRegistration, globals: { direction: 'rtl' } };
