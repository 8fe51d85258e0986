import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, find, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { withPageState, type PageState } from '../internal/page-state.ts';
import '@motcua/elements/motcua-counter.js';

interface Args {
  /** Where the address of the page says that somebody is. */
  place: PageState;
}

/** The whole one-stop counter in one tag: find, prepare, fill in, send, follow. Where somebody is stands in one key of the address. */
const meta: Meta<Args> = {
  title: 'Counter',
  component: 'motcua-counter',
  args: { place: { view: 'find' } },
  // Each in a frame of its own: two counters cannot share one address.
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  // The address of the story's frame belongs to the story: it is set before, and put back after.
  beforeEach: ({ args }) => {
    const before = location.href;
    history.replaceState(history.state, '', withPageState(before, args.place));
    return () => history.replaceState(history.state, '', before);
  },
  render: (_, { loaded, globals }) => html`<motcua-counter
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
    .port=${counterOf(loaded).port}
    ><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-counter>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The counter begins with the picker. */
export const Start: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Bà con cần làm việc gì?');
    await reads(canvasElement, 'Theo dõi hồ sơ');
  },
};

/** The sheet of a procedure, opened from an address that somebody sent. */
export const Sheet: Story = {
  args: { place: { view: 'sheet', code: '1.001193' } },
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'article.sheet');
  },
};

/** The form, where a reload left it. */
export const Form: Story = {
  args: { place: { view: 'form', code: '2.000815' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Bà con chuẩn bị sẵn'),
};

/** Following a dossier. */
export const Track: Story = {
  args: { place: { view: 'track' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã hồ sơ và mã tra cứu in trên giấy tiếp nhận'),
};

/** The main job from the first word to the receipt and on to the tracker. */
export const FromTheFirstWordToTheTracker: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(await awaited(canvasElement, 'input[type=search]'), 'sao y');
    await userEvent.click(await awaited(canvasElement, '.results [data-code="2.000815"]'));
    await press(canvasElement, /^Bắt đầu làm hồ sơ/);
    await press(canvasElement, 'Bắt đầu');
    await userEvent.type(await awaited(canvasElement, '[id="f-applicant--hoTen"]'), 'Lê Thị Hoa');
    await userEvent.type(await awaited(canvasElement, '[id="f-applicant--dienThoai"]'), '0912345678');
    await press(canvasElement, 'Tiếp tục');
    const file = new File(['%PDF-1.4\n', new Uint8Array(60_000)], 'Căn cước.pdf', { type: 'application/pdf' });
    await userEvent.upload(await awaited<HTMLInputElement>(canvasElement, 'input#file'), file, { applyAccept: false });
    await reads(canvasElement, 'Đã đến nơi');
    await press(canvasElement, 'Tiếp tục');
    await userEvent.click(await awaited(canvasElement, 'input[name="resultBy"][value="counter"]'));
    await press(canvasElement, 'Tiếp tục');
    await reads(canvasElement, 'Xem lại rồi gửi');
    // The sheet that stays behind has boxes of its own.
    await userEvent.click(await awaited(find(canvasElement, 'motcua-dossier-form')!.shadowRoot!, 'input[type=checkbox]'));
    await press(canvasElement, 'Gửi hồ sơ');
    await reads(canvasElement, 'Đã gửi hồ sơ');
    await press(canvasElement, 'Theo dõi hồ sơ này');
    await reads(canvasElement, 'Đã gửi, chờ cán bộ nhận');
    await expect(location.href).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  },
};

export const Loading: Story = {
  parameters: { line: 'slow' },
  play: async ({ canvasElement }) => reads(canvasElement, '0290 000 0135'),
};

export const Offline: Story = {
  parameters: { line: 'offline' },
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, 'Chưa tải được');
    await reads(canvasElement, '0290 000 0135');
    counterOf(loaded).line.state = 'open';
    await press(canvasElement, 'Thử lại');
    await reads(canvasElement, 'Việc nhiều người làm');
  },
};

export const GatewayFailed: Story = {
  parameters: { line: 'broken' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã báo lỗi: K7M2QD'),
};

export const UnknownUnit: Story = {
  parameters: { unit: 'khong-co' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Chưa tải được'),
};

export const NotSetUp: Story = {
  render: () => html`<motcua-counter><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-counter>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'gateway');
    await reads(canvasElement, '0290 000 0135');
  },
};

/** A procedure name of four hundred letters on a small phone. */
export const LongText: Story = {
  args: { place: { view: 'sheet', code: '1.013949' } },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất'),
};

export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'What do you need to do?');
    await eventually(() => expect(words(canvasElement)).not.toContain('Theo dõi hồ sơ'));
    await expect(find(canvasElement, 'nav')).not.toBeNull();
  },
};

export const Dark: Story = { ...Start, globals: { theme: 'dark' } };
export const DarkForm: Story = { ...Form, globals: { theme: 'dark' } };
export const DarkTrack: Story = { ...Track, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...Start, globals: { viewport: { value: 'narrow' } } };
export const LargeText: Story = { ...Start, globals: { text: '200', viewport: { value: 'tablet' } } };
export const RightToLeft: Story = { ...Start, globals: { direction: 'rtl' } };
