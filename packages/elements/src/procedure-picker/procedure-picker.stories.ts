import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, find, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import '@motcua/elements/motcua-procedure-picker.js';
import '@motcua/elements/motcua-procedure-sheet.js';

interface Args {
  query: string;
  value: string | null;
  onSelect: (event: Event) => void;
  onStart: (event: Event) => void;
}
const TAG = 'motcua-procedure-picker';

/** Finds a procedure by everyday words or by subject, and shows its sheet. Fallback content of the page stays until the list is there. */
const meta: Meta<Args> = {
  title: 'Procedure picker',
  component: TAG,
  args: { query: '', value: null, onSelect: fn(), onStart: fn((event: Event) => event.preventDefault()) },
  render: ({ query, value, onSelect, onStart }, { loaded, globals }) => html`<motcua-procedure-picker
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
    .port=${counterOf(loaded).port} .query=${query} .value=${value}
    @motcua-procedure-select=${onSelect} @motcua-procedure-start=${onStart}
    ><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-procedure-picker>`,
};
export default meta;
type Story = StoryObj<Args>;

const search = async (canvas: HTMLElement, text: string): Promise<void> => {
  await userEvent.type(await awaited<HTMLInputElement>(canvas, 'input[type=search]'), text);
};

/** Before anything is typed: what people need most, then subjects. */
export const Start: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Việc nhiều người làm');
    await reads(canvasElement, 'Thủ tục đăng ký khai sinh');
  },
};

/** Everyday words without accents find the official name. */
export const Found: Story = {
  play: async ({ canvasElement }) => {
    await search(canvasElement, 'giay khai sinh');
    await reads(canvasElement, /Có (hơn )?\d+ thủ tục/);
    const first = await awaited(canvasElement, '.results .entry');
    await expect(first.textContent).toContain('khai sinh');
  },
};

/** Arrow keys walk from the field through the list and back. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    await search(canvasElement, 'khai tử');
    await awaited(canvasElement, '.results .entry');
    await userEvent.keyboard('{ArrowDown}');
    const root = find(canvasElement, TAG)!.shadowRoot!;
    await expect(root.activeElement?.classList.contains('entry')).toBe(true);
    await userEvent.keyboard('{ArrowUp}');
    await expect(root.activeElement?.localName).toBe('input');
  },
};

/** Without typing: a life event leads to its procedures, and Back leads to the same place. */
export const LifeEvents: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Có con');
    await reads(canvasElement, 'Làm giấy khai sinh cho con');
    await press(canvasElement, /Quay lại$/);
    await reads(canvasElement, 'Chọn theo việc trong đời');
  },
};

/** By who it is for. */
export const ByAudience: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^Hộ kinh doanh, doanh nghiệp/);
    await reads(canvasElement, 'Làm ở Công an xã');
  },
};

/** Near twins among the results: one plain question tells them apart. */
export const LookAlikes: Story = {
  play: async ({ canvasElement, args }) => {
    await awaited(canvasElement, 'motcua-picker-ways');
    await search(canvasElement, 'khai sinh');
    await reads(canvasElement, 'Bé đã từng được đăng ký khai sinh chưa?');
    await press(canvasElement, /^Rồi, nhưng mất giấy/);
    await expect(args.onSelect).toHaveBeenCalledOnce();
    // The picker alone keeps its place in the address: the next story starts at the list.
    await press(canvasElement, /danh sách/);
  },
};

/** The question has an answer that is not for this counter: it says where to go. */
export const Elsewhere: Story = {
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'motcua-picker-ways');
    await search(canvasElement, 'mất hộ chiếu');
    await reads(canvasElement, /Công an xã/);
  },
};

/** Nobody wrote a question for these: the words by which their names differ are marked. */
export const DifferencesMarked: Story = {
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'motcua-picker-ways');
    await search(canvasElement, 'chặt cây xanh công viên');
    await awaited(canvasElement, '.results .entry');
  },
};

/** What was opened on this device stands first, until somebody switches that off. */
export const RecentlySeen: Story = {
  render: (args, context) => {
    localStorage.setItem('motcua.recent', '1.001193 2.000815');
    return meta.render!(args, context);
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Việc đã xem trên máy này');
    await userEvent.click(await awaited(canvasElement, 'input[type=checkbox]'));
    await eventually(() => expect(words(canvasElement)).not.toContain('Việc đã xem trên máy này'));
    localStorage.removeItem('motcua.recent');
  },
};

/** Somebody helps on a shared machine: nothing is remembered, what was there is wiped. */
export const HelperMode: Story = {
  render: (_, { loaded }) => {
    localStorage.setItem('motcua.recent', '1.001193');
    return html`<motcua-procedure-picker helper .port=${counterOf(loaded).port}></motcua-procedure-picker>`;
  },
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'motcua-picker-ways');
    await expect(localStorage.getItem('motcua.recent')).toBeNull();
    await expect(words(canvasElement)).not.toContain('Nhớ việc đã xem');
  },
};

/** Browsing does not come over the line: searching goes on. */
export const GuideMissing: Story = {
  parameters: { line: 'offline', only: /\/guide$/ },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Chọn theo lĩnh vực');
    await expect(words(canvasElement)).not.toContain('Chọn theo việc trong đời');
  },
};

/** Nothing fits: what was typed, what to try, and the subjects. */
export const NothingFound: Story = {
  args: { query: 'zzqqxx' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Chưa tìm thấy việc nào giống “zzqqxx”');
    await reads(canvasElement, 'Chọn theo lĩnh vực');
  },
};

/** A unit that has just been set up has no procedure yet. */
export const Empty: Story = {
  parameters: { unit: 'triphai' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Bà con cần làm việc gì?');
  },
};

/** The list is on its way: the field is there already, the page's own words stand in place of the list. */
export const Loading: Story = {
  parameters: { line: 'slow' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '0290 000 0135');
    await expect(words(canvasElement)).toContain('Bà con cần làm việc gì?');
    await expect(words(canvasElement)).not.toContain('Việc nhiều người làm');
  },
};

/** No answer for ten seconds: the person is told that the line is slow. */
export const SlowLine: Story = {
  parameters: { line: 'slow' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mạng đang chậm', 14_000),
};

/** No connection, then one: «Thử lại» brings the list. */
export const Offline: Story = {
  parameters: { line: 'offline' },
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, 'Chưa tải được');
    counterOf(loaded).line.state = 'open';
    await press(canvasElement, 'Thử lại');
    await reads(canvasElement, 'Việc nhiều người làm');
  },
};

/** The gateway failed: the support code can be read over the phone. */
export const GatewayFailed: Story = {
  parameters: { line: 'broken' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã báo lỗi: K7M2QD'),
};

/** Too many requests from this address. */
export const TooManyRequests: Story = {
  parameters: { line: 'busy' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Chưa tải được'),
};

/** The page names a unit that the gateway does not serve. */
export const UnknownUnit: Story = {
  parameters: { unit: 'khong-co' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Mã báo lỗi');
    await reads(canvasElement, '0290 000 0135');
  },
};

/** The page forgot to name gateway or unit. */
export const NotSetUp: Story = {
  render: () => html`<motcua-procedure-picker><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-procedure-picker>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'gateway');
    await reads(canvasElement, '0290 000 0135');
  },
};

/** From the list to the sheet and back; the focus follows. */
export const ToTheSheetAndBack: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await awaited(canvasElement, '[data-code="1.001193"]'));
    await expect(args.onSelect).toHaveBeenCalledOnce();
    await awaited(canvasElement, 'article.sheet');
    await press(canvasElement, /Quay lại|danh sách/);
    await eventually(() => expect(find(canvasElement, TAG)!.shadowRoot!.activeElement?.getAttribute('data-code')).toBe('1.001193'));
  },
};

/** «Bắt đầu» tells the page, which opens the form. */
export const StartsTheForm: Story = {
  args: { value: '1.001193' },
  play: async ({ canvasElement, args }) => {
    await press(canvasElement, /^Bắt đầu/);
    await expect(args.onStart).toHaveBeenCalledOnce();
  },
};

/** A site that shows sheets by other means: choosing only. */
export const WithoutSheet: Story = {
  render: ({ onSelect }, { loaded }) => html`<motcua-procedure-picker without-sheet .port=${counterOf(loaded).port} @motcua-procedure-select=${onSelect}></motcua-procedure-picker>`,
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await awaited(canvasElement, '[data-code="1.001193"]'));
    await expect(args.onSelect).toHaveBeenCalledOnce();
    await expect(find(canvasElement, 'motcua-procedure-sheet')).toBeNull();
  },
};

/** A name of four hundred letters. */
export const LongText: Story = {
  args: { query: '1.013949' },
  globals: { viewport: { value: 'phone' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất'),
};

export const English: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, '.entry');
    await eventually(() => expect(words(canvasElement)).not.toContain('Bà con cần làm việc gì?'));
  },
};

export const Dark: Story = { ...Found, globals: { theme: 'dark' } };

/** Colours of the province through tokens; nothing else changes. */
export const OwnColours: Story = { ...Start, globals: { theme: 'province' } };

export const Narrow320: Story = { ...Found, globals: { viewport: { value: 'narrow' } } };

/** The reader's text at twice its size. */
export const LargeText: Story = { ...Start, globals: { text: '200', viewport: { value: 'tablet' } } };

/** A page that reads from right to left keeps its layout. */
export const RightToLeft: Story = { ...Start, globals: { direction: 'rtl' } };

export const LookAlikesNarrow: Story = { ...LookAlikes, globals: { viewport: { value: 'phone' } } };
export const LookAlikesDark: Story = { ...LookAlikes, globals: { theme: 'dark' } };
export const LifeEventsNarrow: Story = { ...Start, globals: { viewport: { value: 'phone' } } };
