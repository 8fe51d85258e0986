import type { DeliveryChoice } from '@motcua/contract/postal';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '@motcua/elements/motcua-postal-delivery.js';
import type { PostalDeliveryElement } from './postal-delivery-element.ts';

interface Args {
  procedure: string;
  value: DeliveryChoice | null;
}
const TAG = 'motcua-postal-delivery';
const HOME = { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'Số 12, ấp 7' };
const APPLICANT = { name: 'Lê Thị Hoa', phone: '0912345678', address: HOME };
const BY_POST: DeliveryChoice = { resultBy: 'post', party: { ...APPLICANT } };

/** How papers travel and how the result comes back, with transit time and consignment note. */
const meta: Meta<Args> = {
  title: 'Postal delivery',
  component: TAG,
  args: { procedure: '1.001193', value: null },
  render: ({ procedure, value }, { loaded, globals }) => html`<motcua-postal-delivery
    theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
    .port=${counterOf(loaded).port} .procedure=${procedure} .value=${value} .applicant=${APPLICANT}
    ><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-postal-delivery>`,
};
export default meta;
type Story = StoryObj<Args>;

const choose = async (canvas: HTMLElement, value: string): Promise<void> => {
  await userEvent.click(await awaited(canvas, `input[value="${value}"]`));
};

/** Nothing is chosen beforehand. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Bà con muốn nhận kết quả bằng cách nào?');
    await expect((await awaited<PostalDeliveryElement>(canvasElement, TAG)).value).toBeNull();
  },
};

/** By post: what is known of the person is filled in, and the transit time is worked out. */
export const ByPost: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'post');
    await reads(canvasElement, /trong khoảng \d ngày làm việc/);
    await eventually(async () => expect((await awaited<PostalDeliveryElement>(canvasElement, TAG)).checkValidity()).toBe(true));
  },
};

/** Somebody else gets the result, and collects it at a post office of their own. */
export const OtherReceiverCollects: Story = {
  args: { value: { ...BY_POST, papersBy: 'post', receiver: { name: 'Trần Văn Bé', phone: '0987654321', address: { ...HOME, detail: 'Ấp 8' } }, receiverPickUpAt: 'post-office' } },
  play: async ({ canvasElement }) => {
    await userEvent.click(await awaited(canvasElement, 'input[name="receiverPostOffice"][value="diem-bdvhx-thoi-binh"]', 15_000));
    await press(canvasElement, 'Xem và in Phiếu gửi hồ sơ');
    await reads(canvasElement, 'Điểm Bưu điện – Văn hóa xã Thới Bình, Ấp 8');
  },
};

/** Both ways by post: the papers are collected at home. */
export const BothWays: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'post');
    await userEvent.click(await awaited(canvasElement, 'input[name="papersBy"][value="post"]'));
    await reads(canvasElement, 'Ngày nộp được tính từ khi xã ký nhận giấy tờ');
  },
};

/** Both ways by post, and somebody else gets the result: a sender and a receiver. */
export const AnotherReceiver: Story = {
  args: { value: { ...BY_POST, papersBy: 'post', receiver: { name: 'Trần Văn Bé', phone: '0987654321', address: { ...HOME, detail: 'Số 5, ấp 2' } } } },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Người gửi giấy tờ');
    await reads(canvasElement, 'Người nhận kết quả');
  },
};

/** The consignment note with what the law wants on it, ready to print. */
export const ConsignmentNote: Story = {
  args: { value: BY_POST },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Xem và in Phiếu gửi hồ sơ');
    await reads(canvasElement, 'Phiếu gửi kết quả');
    await reads(canvasElement, 'Lê Thị Hoa');
  },
};

/** Something is missing: said, and no note is printed. */
export const Incomplete: Story = {
  args: { value: { resultBy: 'post', party: { name: 'Lê Thị Hoa', phone: '', address: {} } } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Xem và in Phiếu gửi hồ sơ');
    await reads(canvasElement, 'Xin điền đủ họ tên, số điện thoại và địa chỉ');
  },
};

/** The transit time is being worked out; the choice does not wait for it. */
export const Estimating: Story = {
  parameters: { line: 'slow', only: /postal-quotes/ },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'post');
    await reads(canvasElement, 'Đang tính thời gian');
  },
};

/** No connection: the choice still works. */
export const Offline: Story = {
  parameters: { line: 'offline' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Chưa tải được');
    await choose(canvasElement, 'counter');
    await expect((await awaited<PostalDeliveryElement>(canvasElement, TAG)).checkValidity()).toBe(true);
  },
};

export const GatewayFailed: Story = {
  parameters: { line: 'broken' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Chưa tải được'),
};

export const NotSetUp: Story = {
  render: () => html`<motcua-postal-delivery><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-postal-delivery>`,
  play: async ({ canvasElement }) => reads(canvasElement, 'gateway'),
};

/** Long names of people and places, and the longest procedure name on the note. */
export const LongText: Story = {
  args: { procedure: '1.013949', value: { resultBy: 'post', papersBy: 'post', party: { ...APPLICANT, name: 'Nguyễn Phước Bảo Long Công Tằng Tôn Nữ Thị Hoàng Oanh', address: { ...HOME, detail: 'Nhà số 12/7A, hẻm 45, đường Nguyễn Thị Minh Khai nối dài, ấp Kinh Xáng Láng Trâm' } } } },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    // The name of the procedure must be there before the note is made.
    await eventually(async () => expect((await awaited<PostalDeliveryElement & { sheet: unknown }>(canvasElement, TAG)).sheet).not.toBeNull());
    await press(canvasElement, 'Xem và in Phiếu gửi hồ sơ');
    await reads(canvasElement, 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất');
  },
};

export const English: Story = {
  args: { value: BY_POST },
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => reads(canvasElement, /working day/),
};

export const Dark: Story = { ...ByPost, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...BothWays, globals: { viewport: { value: 'narrow' } } };
export const LargeText: Story = { ...ByPost, globals: { text: '200', viewport: { value: 'tablet' } } };
export const RightToLeft: Story = { ...ByPost, globals: { direction: 'rtl' } };
