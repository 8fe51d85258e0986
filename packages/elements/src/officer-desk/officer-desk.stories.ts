import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '@motcua/elements/motcua-officer-desk.js';

interface Args {
  /** Signed in already. */
  known: boolean;
}
const SENT = '2026-11-19T02:05:00.000Z';
const ACCEPTED = '2026-11-19T03:30:00.000Z';

/** The officer's side: work list, dossier with answers and papers side by side, and the acts that move it. Not for citizens; never in the page bundle. */
const meta: Meta<Args> = {
  title: 'Officer desk',
  component: 'motcua-officer-desk',
  args: { known: true },
  render: ({ known }, { loaded, globals }) => {
    const { port, gateway } = counterOf(loaded);
    return html`<motcua-officer-desk theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${port} .client=${known ? gateway.officer : null}></motcua-officer-desk>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const sent = { dossier: { sentAt: SENT } };

/** Opens the dossier of this story through the list, as an officer does. */
async function open(canvas: HTMLElement, code: string): Promise<void> {
  await userEvent.type(await awaited(canvas, '#search', 15_000), code);
  const row = await eventually(() => {
    const found = canvas.querySelector('motcua-officer-desk')!.shadowRoot!.querySelectorAll<HTMLElement>('button.row');
    if (found.length !== 1) throw new Error(`${found.length} rows`);
    return found[0]!;
  });
  row.click();
  await reads(canvas, `Hồ sơ ${code}`, 15_000);
}

/** The token is asked for and kept in memory only. */
export const SignIn: Story = { args: { known: false }, play: async ({ canvasElement }) => reads(canvasElement, 'Mã chỉ giữ trong trang này') };

/** The unit has an identity provider: one button leads there; the token is the other way. */
export const SignInAtProvider: Story = {
  args: { known: false },
  render: (_, { loaded, globals }) => html`<motcua-officer-desk theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${counterOf(loaded).port} issuer="https://dang-nhap.example" client-id="ban-mot-cua"></motcua-officer-desk>`,
  play: async ({ canvasElement }) => reads(canvasElement, 'tài khoản cán bộ của đơn vị'),
};

/** What a citizen prepared at home: scanned or typed. A code that is none is told. */
export const OpenPrepared: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Mở hồ sơ chuẩn bị sẵn');
    await userEvent.type(await awaited(canvasElement, '#prepared'), 'CB-0000-0000-0000-0000');
    await press(canvasElement, 'Mở hồ sơ');
    await reads(canvasElement, 'Không có hồ sơ chuẩn bị sẵn với mã này', 15_000);
  },
};

/** A paper dossier from the procedure to the printed receipt. */
export const EnterPaper: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Nhập hồ sơ giấy');
    await userEvent.type(await awaited(canvasElement, 'input#procedure', 15_000), '2.000815');
    (await awaited(canvasElement, 'motcua-paper-entry')).focus();
    await press(canvasElement, /Chứng thực bản sao từ bản chính.*2\.000815/);
    await userEvent.type(await awaited(canvasElement, '#name', 15_000), 'Đỗ Thị Ánh Nguyệt');
    await press(canvasElement, 'Ghi hồ sơ');
    await reads(canvasElement, /Đã ghi hồ sơ H12/, 15_000);
  },
};

/** Somebody with an authorisation hands it in, for a family that pays nothing: the proof was seen, the fee is gone, the receipt says so. */
export const EnterPaperAuthorised: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Nhập hồ sơ giấy');
    await userEvent.type(await awaited(canvasElement, 'input#procedure', 15_000), '1.004222');
    await press(canvasElement, /1\.004222/);
    await userEvent.type(await awaited(canvasElement, '#name', 15_000), 'Đỗ Thị Ánh Nguyệt');
    await userEvent.type(await awaited(canvasElement, '#declarant'), 'Trần Văn Lực');
    (await awaited<HTMLInputElement>(canvasElement, '[id^="exemption-"]')).click();
    await reads(canvasElement, 'Không thu tiền.');
    await press(canvasElement, 'Ghi hồ sơ');
    await reads(canvasElement, /Đã ghi hồ sơ H12/, 15_000);
    await reads(canvasElement, 'Trần Văn Lực', 15_000);
  },
};

/** The form before anything is written, on a narrow screen. */
export const EnterPaperNarrow: Story = {
  globals: { viewport: { value: 'narrow' } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Nhập hồ sơ giấy');
    await userEvent.type(await awaited(canvasElement, 'input#procedure', 15_000), '2.000815');
    await press(canvasElement, /Chứng thực bản sao từ bản chính.*2\.000815/);
    await awaited(canvasElement, '#name', 15_000);
    await press(canvasElement, 'Ghi hồ sơ');
    await reads(canvasElement, 'Xin ghi họ tên.');
  },
};

/** What is most urgent stands first. */
export const WorkList: Story = { parameters: sent, play: async ({ canvasElement }) => reads(canvasElement, 'hồ sơ. Dùng phím lên, xuống', 15_000) };

/** Handed out by post and still travelling: found here when the post office rings, and its news written down. */
export const WithThePost: Story = {
  parameters: { dossier: { sentAt: SENT, acts: [
    [ACCEPTED, { action: 'accept' }], ['2026-11-20T02:00:00.000Z', { action: 'finish' }],
    ['2026-11-20T03:00:00.000Z', { action: 'dispatch', waybill: 'EB123456789VN' }], ['2026-11-20T03:05:00.000Z', { action: 'return', by: 'post' }],
  ] } },
  play: async ({ canvasElement, loaded }) => {
    await press(canvasElement, 'Đang ở bưu điện');
    await open(canvasElement, counterOf(loaded).dossier!.code);
    await press(canvasElement, 'Ghi tin bưu điện');
    await awaited(canvasElement, '#act-news', 15_000);
  },
};

/** Answers on one side, papers on the other. */
export const Dossier: Story = {
  parameters: sent,
  play: async ({ canvasElement, loaded }) => {
    await open(canvasElement, counterOf(loaded).dossier!.code);
    await reads(canvasElement, 'Nội dung khai');
    await reads(canvasElement, 'Lê Thị Hoa');
  },
};

/** Accepting sets the due date. */
export const Accept: Story = {
  parameters: sent,
  play: async ({ canvasElement, loaded }) => {
    await open(canvasElement, counterOf(loaded).dossier!.code);
    await press(canvasElement, 'Tiếp nhận');
    await press(canvasElement, 'Tiếp nhận ngay');
    await reads(canvasElement, 'Đã xong: Tiếp nhận.', 15_000);
  },
};

/** Everything that is missing is asked for at once; a reason belongs to each item. */
export const AskForMore: Story = {
  parameters: { dossier: { sentAt: SENT, acts: [[ACCEPTED, { action: 'accept' }]] } },
  play: async ({ canvasElement, loaded }) => {
    await open(canvasElement, counterOf(loaded).dossier!.code);
    await press(canvasElement, 'Yêu cầu bổ sung');
    (await awaited<HTMLInputElement>(canvasElement, '#item-0')).click();
    await awaited(canvasElement, '#why-0');
  },
};

/** The law allows one request: a second one warns and has to be confirmed. */
export const AskedBefore: Story = {
  parameters: { dossier: { sentAt: SENT, acts: [
    [ACCEPTED, { action: 'accept' }],
    ['2026-11-20T01:40:00.000Z', { action: 'request-supplement', items: [{ target: 'other', label: 'Giấy ủy quyền', reason: 'missing' }] }],
    ['2026-11-20T08:10:00.000Z', { action: 'receive-supplement' }],
  ] } },
  play: async ({ canvasElement, loaded }) => {
    await open(canvasElement, counterOf(loaded).dossier!.code);
    await press(canvasElement, 'Yêu cầu bổ sung');
    await reads(canvasElement, 'yêu cầu lần thứ hai thì hồ sơ tính là trễ hạn');
  },
};

/** A reason is mandatory. */
export const RefuseWithoutReason: Story = {
  parameters: sent,
  play: async ({ canvasElement, loaded }) => {
    await open(canvasElement, counterOf(loaded).dossier!.code);
    await press(canvasElement, 'Từ chối');
    await press(canvasElement, 'Từ chối ngay');
    await reads(canvasElement, 'Xin ghi lý do.');
  },
};

/** Another officer was faster: told, the new state loaded, the words kept. */
export const Conflict: Story = {
  parameters: sent,
  play: async ({ canvasElement, loaded }) => {
    const { dossier, gateway } = counterOf(loaded);
    await open(canvasElement, dossier!.code);
    for await (const { dossierId, dossierCode, version } of gateway.officer.dossiers.list()) {
      if (dossierCode === dossier!.code) await gateway.officer.dossiers.act(dossierId, { action: 'accept', version });
    }
    await press(canvasElement, 'Từ chối');
    await userEvent.type(await awaited(canvasElement, '#act-reason'), 'Không thuộc thẩm quyền của xã.');
    await press(canvasElement, 'Từ chối ngay');
    await reads(canvasElement, 'Người khác vừa xử lý hồ sơ này', 15_000);
  },
};

export const NotSetUp: Story = { render: () => html`<motcua-officer-desk></motcua-officer-desk>`, play: async ({ canvasElement }) => reads(canvasElement, 'gateway') };
export const English: Story = { ...WorkList, globals: { locale: 'en' }, play: async ({ canvasElement }) => reads(canvasElement, 'Up and down to choose', 15_000) };
export const Dark: Story = { ...Dossier, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...AskForMore, globals: { viewport: { value: 'narrow' } } };
