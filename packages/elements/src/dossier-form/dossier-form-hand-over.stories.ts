import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Procedure } from '@motcua/contract/procedure';
import { all, awaited, eventually, find, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { STORY_NOW } from '@motcua/testkit/story-line';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { CounterPort } from '../context/counter-port.ts';
import { thisDevice, type Device } from '../internal/device.ts';
import '@motcua/elements/motcua-dossier-form.js';

interface Args {
  procedure: string;
  submission: Procedure['submission'];
}
const DEVICE: Device = { ...thisDevice, now: () => Date.parse(STORY_NOW) };
const TAG = 'motcua-dossier-form';

/** The same counter at a unit that sends this procedure another way. */
function elsewhere(port: CounterPort, submission: Procedure['submission']): CounterPort {
  const form: CounterPort['read']['form'] = async (code, options) => {
    const [definition, procedure] = await Promise.all([port.read.form(code, options), port.read.procedure(code, options)]);
    return { ...definition, procedure: { ...procedure, submission } };
  };
  return { ...port, read: { ...port.read, form } };
}

/** Handing over instead of sending: to the counter under a code, or to the national portal. On the gateway inside the page. */
const meta: Meta<Args> = {
  title: 'Dossier form/Handing over',
  component: TAG,
  args: { procedure: '2.000815', submission: 'counter' },
  render: ({ procedure, submission }, { loaded, globals }) => html`<motcua-dossier-form
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .device=${DEVICE} .port=${elsewhere(counterOf(loaded).port, submission)} .procedure=${procedure}
    ><p>Đang mở tờ khai…</p></motcua-dossier-form>`,
};
export default meta;
type Story = StoryObj<Args>;

const heading = (canvas: HTMLElement): string => find(canvas, '.heading')?.textContent?.trim() ?? '';
const type = async (canvas: HTMLElement, name: string, text: string): Promise<void> => userEvent.type(await awaited<HTMLInputElement>(canvas, `[id="f-${name}"]`), text);
async function next(canvas: HTMLElement): Promise<void> {
  const before = heading(canvas);
  await press(canvas, 'Tiếp tục');
  await eventually(() => expect(heading(canvas)).not.toBe(before));
}

/** Through the form of certified copies to its summary, with one paper. */
async function filled(canvas: HTMLElement, arrived: string): Promise<void> {
  await press(canvas, 'Bắt đầu');
  await type(canvas, 'applicant--hoTen', 'Lê Thị Hoa');
  await type(canvas, 'applicant--dienThoai', '0912345678');
  await next(canvas);
  const file = new File(['%PDF-1.4\n', new Uint8Array(60_000)], 'Căn cước.pdf', { type: 'application/pdf' });
  await userEvent.upload(await awaited<HTMLInputElement>(canvas, 'input#file'), file, { applyAccept: false });
  await reads(canvas, arrived);
  await next(canvas);
  await userEvent.click(await awaited(canvas, 'input[name="resultBy"][value="counter"]'));
  await next(canvas);
  await reads(canvas, 'Xem lại rồi');
  await eventually(() => expect(all(canvas, 'input[type=checkbox]').length).toBeGreaterThan(0));
  for (const tick of all(canvas, 'input[type=checkbox]')) await userEvent.click(tick);
}

/** Kept for the counter: code and QR, until when, and what to bring. */
export const KeptForTheCounter: Story = {
  play: async ({ canvasElement }) => {
    await filled(canvasElement, 'Đã đến nơi');
    await press(canvasElement, 'Giữ hồ sơ và lấy mã');
    await reads(canvasElement, 'Hồ sơ đã giữ sẵn ở quầy');
    await eventually(() => expect(find(canvasElement, '.code')?.textContent).toMatch(/^CB(-[0-9A-Z]{4}){4}$/));
    await expect(find(canvasElement, '.qr')).not.toBeNull();
  },
};

/** The officer has opened it at the counter: the page finds out when it is asked to keep a newer version, and shows the receipt. */
export const OpenedAtTheCounter: Story = {
  play: async ({ canvasElement, loaded }) => {
    await filled(canvasElement, 'Đã đến nơi');
    await press(canvasElement, 'Giữ hồ sơ và lấy mã');
    const code = (await awaited(canvasElement, '.code')).textContent ?? '';
    await counterOf(loaded).gateway.officer.dossiers.openPrepared(code);
    await press(canvasElement, 'Rút lại');
    await press(canvasElement, 'Rút lại thật');
    await reads(canvasElement, 'Cán bộ đã mở hồ sơ tại quầy');
    await press(canvasElement, 'Xem giấy tiếp nhận');
    await reads(canvasElement, 'Mã tra cứu');
  },
};

/** Taken back: the code opens nothing any more, the draft stays. */
export const TakenBack: Story = {
  play: async ({ canvasElement, loaded }) => {
    await filled(canvasElement, 'Đã đến nơi');
    await press(canvasElement, 'Giữ hồ sơ và lấy mã');
    const code = (await awaited(canvasElement, '.code')).textContent ?? '';
    await press(canvasElement, 'Rút lại');
    await press(canvasElement, 'Rút lại thật');
    await reads(canvasElement, 'Giữ hồ sơ và lấy mã');
    await expect(counterOf(loaded).gateway.officer.dossiers.openPrepared(code)).rejects.toMatchObject({ code: 'prepared-not-found' });
  },
};

/** Something is missing: the error summary comes first, nothing is kept. */
export const NotReadyYet: Story = {
  play: async ({ canvasElement }) => {
    await filled(canvasElement, 'Đã đến nơi');
    for (const tick of all(canvasElement, 'input[type=checkbox]')) await userEvent.click(tick);
    await press(canvasElement, 'Giữ hồ sơ và lấy mã');
    await awaited(canvasElement, '.errors');
    await expect(find(canvasElement, '.qr')).toBeNull();
  },
};

/** Everything for the portal: link with the day it was looked at, answers to copy in its order, papers as one file, the code afterwards. */
export const NationalPortal: Story = {
  args: { submission: 'national-portal' },
  play: async ({ canvasElement }) => {
    await filled(canvasElement, 'Đã sẵn trên máy này');
    await reads(canvasElement, 'Bước 1 của Cổng');
    await reads(canvasElement, 'Tải 1 tệp giấy tờ');
    await expect(all(canvasElement, '.copies button').length).toBeGreaterThan(2);
    await reads(canvasElement, 'không bao giờ hỏi mật khẩu VNeID');
    await userEvent.type(await awaited<HTMLInputElement>(canvasElement, 'input#code'), 'xin chào');
    await press(canvasElement, 'Lưu mã');
    await reads(canvasElement, 'Mã này chưa đúng');
    const input = await awaited<HTMLInputElement>(canvasElement, 'input#code');
    // What was wrong is still there, to be mended; here it is typed over.
    await userEvent.type(input, 'h12.32065 – 261123 – 0001', { initialSelectionStart: 0, initialSelectionEnd: input.value.length });
    await expect(input.value).toBe('h12.32065 – 261123 – 0001');
    await press(canvasElement, 'Lưu mã');
    await reads(canvasElement, 'Đã lưu mã H12.32065-261123-0001');
  },
};
