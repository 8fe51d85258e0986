import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { all, awaited, eventually, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
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

/** How much for four pages, three copies. */
export const FeeCalculator: Story = {
  args: { procedure: '2.000815' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Tính thử tiền phải nộp');
    const inputs = await eventually(() => {
      const found = all(canvasElement, 'motcua-fee-calculator')[0]?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [];
      if (found.length < 2) throw new Error('no inputs');
      return [...found];
    });
    await userEvent.type(inputs[0]!, '4');
    await userEvent.type(inputs[1]!, '{Backspace}3');
    await reads(canvasElement, 'Phải nộp 18.000 đồng');
  },
};

/** The day of the result if it were handed in at this moment, with its reasons. */
export const IfHandedInNow: Story = {
  args: { procedure: '1.001612' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Nếu nộp bây giờ');
    await press(canvasElement, 'Vì sao là ngày này?');
    await reads(canvasElement, 'Thời hạn của thủ tục');
  },
};

/** Papers that are there are ticked; only in memory. */
export const Checklist: Story = {
  args: { procedure: '2.000815' },
  play: async ({ canvasElement }) => {
    await userEvent.click(await awaited(canvasElement, '.paper input'));
    await reads(canvasElement, 'Đã có 1 trong 2 tờ.');
  },
};

/** The address as a code, for another device and for the paper. */
export const QrCode: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Mã QR để mở trên máy khác');
    await awaited(canvasElement, '.qr');
  },
};

/** Another office inside the commune does it. */
export const AtThePolice: Story = {
  args: { procedure: '1.004194' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Việc này do Công an xã giải quyết'),
};

/** The commune does not take it: the way ends before anybody fills in anything. */
export const WrongOffice: Story = {
  render: ({ procedure }, { loaded }) => {
    const { port } = counterOf(loaded);
    const read: typeof port.read = { ...port.read, procedure: async (code, options) => ({ ...(await port.read.procedure(code, options)), levels: ['province'], agency: 'Sở Tư pháp tỉnh Cà Mau' }) };
    return html`<motcua-procedure-sheet .port=${{ ...port, read }} .procedure=${procedure}></motcua-procedure-sheet>`;
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, /Xin đến ?: Sở Tư pháp tỉnh Cà Mau/);
    await expect(words(canvasElement)).not.toContain('Bắt đầu làm hồ sơ');
  },
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

/** A name of four hundred letters on a small phone. */
export const LongText: Story = {
  args: { procedure: '1.013949' },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất'),
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
