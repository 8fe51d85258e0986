import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { all, awaited, eventually, find, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { STORY_NOW } from '@motcua/testkit/story-line';
import { html, render } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import { thisDevice, type Device } from '../internal/device.ts';
import '@motcua/elements/motcua-dossier-form.js';

interface Args {
  procedure: string;
  mode: 'step' | 'page';
  helper: boolean;
  onSubmit: (event: Event) => void;
  onLeave: (event: Event) => void;
}
/** The device keeps the time of the gateway. */
const DEVICE: Device = { ...thisDevice, now: () => Date.parse(STORY_NOW) };
const TAG = 'motcua-dossier-form';
const COPIES = '2.000815';

/** The form of one procedure: draft on the device, steps, papers, summary, receipt. Sends to the gateway inside the page. */
const meta: Meta<Args> = {
  title: 'Dossier form',
  component: TAG,
  args: { procedure: COPIES, mode: 'step', helper: false, onSubmit: fn(), onLeave: fn() },
  argTypes: { mode: { control: 'inline-radio', options: ['step', 'page'] } },
  render: ({ procedure, mode, helper, onSubmit, onLeave }, { loaded, globals }) => html`<motcua-dossier-form
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
    .device=${DEVICE} .port=${counterOf(loaded).port} .procedure=${procedure} .mode=${mode} .helper=${helper}
    @motcua-dossier-submit=${onSubmit} @motcua-form-leave=${onLeave}
    ><p>Đang mở tờ khai…</p></motcua-dossier-form>`,
};
export default meta;
type Story = StoryObj<Args>;

const box = (canvas: HTMLElement, name: string): Promise<HTMLInputElement> => awaited<HTMLInputElement>(canvas, `[id="f-${name}"]`);
const type = async (canvas: HTMLElement, name: string, text: string): Promise<void> => userEvent.type(await box(canvas, name), text);
const heading = (canvas: HTMLElement): string => find(canvas, '.heading')?.textContent?.trim() ?? '';

/** Goes on and waits for the next screen. */
async function next(canvas: HTMLElement): Promise<void> {
  const before = heading(canvas);
  await press(canvas, 'Tiếp tục');
  await eventually(() => expect(heading(canvas)).not.toBe(before));
}

async function begin(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'Bắt đầu');
  await awaited(canvas, 'form .progress');
}

/** Who applies: the first step of certified copies. */
async function applicant(canvas: HTMLElement): Promise<void> {
  await begin(canvas);
  await type(canvas, 'applicant--hoTen', 'Lê Thị Hoa');
  await type(canvas, 'applicant--dienThoai', '0912345678');
  await next(canvas);
}

const photograph = (name = 'Căn cước.pdf'): File => new File(['%PDF-1.4\n', new Uint8Array(60_000)], name, { type: 'application/pdf' });
const attach = async (canvas: HTMLElement, file: File): Promise<void> =>
  userEvent.upload(await awaited<HTMLInputElement>(canvas, 'input#file'), file, { applyAccept: false });

async function papers(canvas: HTMLElement): Promise<void> {
  await applicant(canvas);
  await attach(canvas, photograph());
  await reads(canvas, 'Đã đến nơi');
  await next(canvas);
}

async function delivery(canvas: HTMLElement): Promise<void> {
  await papers(canvas);
  await userEvent.click(await awaited(canvas, 'input[name="resultBy"][value="counter"]'));
  await next(canvas);
}

async function summary(canvas: HTMLElement): Promise<void> {
  await delivery(canvas);
  await reads(canvas, 'Xem lại rồi gửi');
  await eventually(() => expect(all(canvas, 'input[type=checkbox]').length).toBeGreaterThan(0));
  for (const tick of all(canvas, 'input[type=checkbox]')) await userEvent.click(tick);
}

/** Before the first question: what is needed and how long it takes. */
export const Start: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Bà con chuẩn bị sẵn');
    await reads(canvasElement, 'Bản chính giấy tờ cần sao');
  },
};

/** One step a screen, with the way on and back. */
export const FirstStep: Story = {
  args: { procedure: '1.001193' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await reads(canvasElement, /Phần 1 trong \d+/);
  },
};

/** An error appears after its field was left, not while somebody types. */
export const FieldError: Story = {
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--dienThoai', '0912');
    await expect(words(canvasElement)).not.toContain('Số điện thoại chưa đúng');
    await userEvent.tab();
    await reads(canvasElement, 'Số điện thoại chưa đúng. Ví dụ: 0912 345 678.');
  },
};

/** A hint that does not stop anybody. */
export const FieldWarning: Story = {
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--hoTen', 'Hoa');
    await userEvent.tab();
    await reads(canvasElement, 'Tên này chỉ có một chữ');
  },
};

/** Everything to be mended in one list, whose links land in the field. */
export const ErrorSummary: Story = {
  args: { procedure: '1.001193' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await press(canvasElement, 'Tiếp tục');
    await reads(canvasElement, 'Có chỗ cần xem lại');
    await press(canvasElement, /^Họ, chữ đệm, tên người yêu cầu/);
    const root = find(canvasElement, TAG)!.shadowRoot!;
    await eventually(() => expect(root.activeElement?.id).toBe('f-nguoiYeuCau.hoTen'));
  },
};

/** The whole form on one page, for large screens and officers. */
export const OnOnePage: Story = {
  args: { procedure: '1.004873', mode: 'page' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await eventually(() => expect(all(canvasElement, 'section.step').length).toBeGreaterThan(2));
  },
};

/** Members of the household as rows. */
export const Rows: Story = {
  args: { procedure: '1.004222', mode: 'page' },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await press(canvasElement, /^Thêm/);
  },
};

/** A paper is on its way; the person can go on meanwhile. */
export const PaperOnItsWay: Story = {
  parameters: { line: 'slow', only: /\/v1\/uploads/ },
  play: async ({ canvasElement }) => {
    await applicant(canvasElement);
    await attach(canvasElement, photograph());
    await reads(canvasElement, /Đang gửi|Đang chờ gửi/);
  },
};

/** Arrived whole, as the gateway counted and hashed it. */
export const PaperArrived: Story = {
  play: async ({ canvasElement }) => {
    await applicant(canvasElement);
    await attach(canvasElement, photograph());
    await reads(canvasElement, 'Đã đến nơi');
  },
};

/** A kind of file that is not taken, said at once. */
export const PaperRefused: Story = {
  play: async ({ canvasElement }) => {
    await applicant(canvasElement);
    await attach(canvasElement, new File(['MZ'], 'anh-the.exe', { type: 'application/x-msdownload' }));
    await reads(canvasElement, 'Loại tệp này không nhận được');
  },
};

/** How the result comes back. */
export const Delivery: Story = {
  play: async ({ canvasElement }) => {
    await papers(canvasElement);
    await userEvent.click(await awaited(canvasElement, 'input[name="resultBy"][value="post"]'));
    await reads(canvasElement, 'Người nhận kết quả');
  },
};

/** Everything once more, with links to change it, fee and due date. */
export const Summary: Story = { play: async ({ canvasElement }) => summary(canvasElement) };

/** Sent: code, key, QR, every paper with size and hash as stored. */
export const Receipt: Story = {
  play: async ({ canvasElement, args }) => {
    await summary(canvasElement);
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Đã gửi hồ sơ');
    await reads(canvasElement, /H12\.35-261123-\d{4}/);
    await expect(args.onSubmit).toHaveBeenCalledOnce();
  },
};

/** The gateway fails while sending: nothing is lost, and the code for the phone is there. */
export const SendingFails: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { line } = counterOf(loaded);
    await summary(canvasElement);
    line.state = 'broken';
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Hệ thống của cơ quan chưa nhận được', 15_000);
    await reads(canvasElement, 'K7M2QD');
  },
};

/** It arrived, but the answer was lost: pressing again finds the receipt of the first time. */
export const AnswerLost: Story = {
  play: async ({ canvasElement, loaded, args }) => {
    const { line } = counterOf(loaded);
    await summary(canvasElement);
    line.state = 'lost';
    line.only = /\/dossiers$|\/receipt$/;
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Mọi thứ còn nguyên');
    line.state = 'open';
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Đã gửi hồ sơ');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
  },
};

/** The gateway takes its time. */
export const Sending: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { line } = counterOf(loaded);
    await summary(canvasElement);
    line.state = 'slow';
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Đang gửi hồ sơ');
  },
};

/** A draft of last time is still on this device. */
export const DraftFound: Story = {
  play: async ({ canvasElement, args, loaded, globals }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--hoTen', 'Lê Thị Hoa');
    await userEvent.tab();
    await reads(canvasElement, 'Đã lưu trên máy này lúc');
    // The page is left and opened again.
    const form = find(canvasElement, TAG)!;
    const again = document.createElement('div');
    form.replaceWith(again);
    render(html`<motcua-dossier-form theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${counterOf(loaded).port} .procedure=${args.procedure}></motcua-dossier-form>`, again);
    await reads(canvasElement, 'Máy này còn bản đang làm dở');
    await press(canvasElement, 'Làm tiếp');
    await eventually(async () => expect((await box(canvasElement, 'applicant--hoTen')).value).toBe('Lê Thị Hoa'));
  },
};

/** A draft begun for each of two people: which one shall it be, or a new one. */
export const SeveralDrafts: Story = {
  play: async ({ canvasElement }) => {
    for (const name of ['Lê Thị Hoa', 'Trần Văn Bình']) {
      await press(canvasElement, /^(Bắt đầu|Làm mới từ đầu)$/);
      await type(canvasElement, 'applicant--hoTen', name);
      await userEvent.tab();
      await reads(canvasElement, 'Đã lưu trên máy này lúc');
      await press(canvasElement, 'Quay lại');
      await reads(canvasElement, name);
    }
    await reads(canvasElement, 'Máy này còn 2 bản đang làm dở');
  },
};

/** «Lưu trên máy này»: said plainly until when, and who can see it. */
export const KeptOnDevice: Story = {
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--hoTen', 'Lê Thị Hoa');
    await userEvent.tab();
    await reads(canvasElement, 'Đã lưu trên máy này lúc');
    await press(canvasElement, 'Giữ bản nháp cho chắc, hoặc xóa');
    await userEvent.click(await awaited(canvasElement, '#keep'));
    await reads(canvasElement, 'Máy này giữ đến');
  },
};

/** «Lưu vào máy»: the password of the file is offered before it is written. */
export const SaveAsFile: Story = {
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--hoTen', 'Lê Thị Hoa');
    await userEvent.tab();
    await press(canvasElement, 'Giữ bản nháp cho chắc, hoặc xóa');
    await press(canvasElement, 'Lưu vào máy thành tệp');
    await reads(canvasElement, /\d{4} \d{4} \d{4} \d{4}/);
  },
};

/** A file that is no draft says so before it asks for a password. */
export const WrongFile: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Mở bản nháp đã lưu thành tệp');
    await userEvent.upload(await awaited<HTMLInputElement>(canvasElement, 'input#open'), new File(['%PDF-1.7'], 'giay.motcua'), { applyAccept: false });
    await reads(canvasElement, 'Tệp này không phải bản nháp tờ khai');
  },
};

/** Not sent for want of a line: retry, take it along, or throw it away. */
export const Stuck: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { line } = counterOf(loaded);
    await summary(canvasElement);
    line.state = 'offline';
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Chưa gửi được vì mạng', 15_000);
    await reads(canvasElement, 'Chưa gửi được thì làm gì?');
    await reads(canvasElement, 'Lưu vào máy thành tệp');
  },
};

/** Erasing asks once more. */
export const EraseDraft: Story = {
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await type(canvasElement, 'applicant--hoTen', 'Lê Thị Hoa');
    await userEvent.tab();
    await press(canvasElement, 'Giữ bản nháp cho chắc, hoặc xóa');
    await press(canvasElement, 'Xóa bản đang làm');
    await reads(canvasElement, 'Xóa hết những gì đã điền?');
  },
};

/** Filling in for somebody else on a shared machine: nothing is kept, and that is said. */
export const HelperMode: Story = {
  args: { helper: true },
  play: async ({ canvasElement }) => {
    await begin(canvasElement);
    await reads(canvasElement, 'Khai hộ: máy này không giữ lại gì.');
  },
};

/** A procedure that goes to the national portal: prepared here. */
export const ForThePortal: Story = {
  args: { procedure: '1.001612' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Thủ tục này nộp trên Cổng Dịch vụ công quốc gia'),
};

/** A procedure that is handed in at the counter: prepared here. */
export const ForTheCounter: Story = {
  args: { procedure: '1.010041' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Thủ tục này nộp tại Bộ phận Một cửa'),
};

/** The form is on its way. */
export const Loading: Story = {
  parameters: { line: 'slow' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Đang mở tờ khai'),
};

export const Offline: Story = {
  parameters: { line: 'offline' },
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, 'Chưa tải được');
    counterOf(loaded).line.state = 'open';
    await press(canvasElement, 'Thử lại');
    await reads(canvasElement, 'Bà con chuẩn bị sẵn');
  },
};

export const GatewayFailed: Story = {
  parameters: { line: 'broken' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã báo lỗi: K7M2QD'),
};

export const TooManyRequests: Story = { ...GatewayFailed, parameters: { line: 'busy' } };

/** A code that this unit does not offer. */
export const UnknownProcedure: Story = {
  args: { procedure: '9.999999' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Chưa tải được'),
};

export const NotSetUp: Story = {
  render: () => html`<motcua-dossier-form procedure="2.000815"><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-dossier-form>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'gateway');
    await reads(canvasElement, '0290 000 0135');
  },
};

/** A procedure name of four hundred letters on a small phone. */
export const LongText: Story = {
  args: { procedure: '1.013949' },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất');
    await begin(canvasElement);
  },
};

export const English: Story = {
  args: { procedure: '1.001193' },
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Start');
    await reads(canvasElement, /Part 1 of|Step 1 of/);
  },
};

export const Dark: Story = { ...ErrorSummary, globals: { theme: 'dark' } };
export const DarkPapers: Story = { ...PaperArrived, globals: { theme: 'dark' } };
export const DarkSummary: Story = { ...Summary, globals: { theme: 'dark' } };
export const DarkReceipt: Story = { ...Receipt, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...ErrorSummary, globals: { viewport: { value: 'narrow' } } };
export const Narrow320Receipt: Story = { ...Receipt, globals: { viewport: { value: 'narrow' } } };
export const LargeText: Story = { ...FirstStep, globals: { text: '200', viewport: { value: 'tablet' } } };
export const RightToLeft: Story = { ...FirstStep, globals: { direction: 'rtl' } };
