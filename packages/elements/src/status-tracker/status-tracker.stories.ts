import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { all, awaited, eventually, find, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import type { DossierScript } from '@motcua/testkit/story-dossiers';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '@motcua/elements/motcua-status-tracker.js';
import { newPhoneCredentials } from '@motcua/sdk';
import { phoneCodeOf } from '../internal/phone/phone-address.ts';
import type { StatusTrackerElement } from './status-tracker-element.ts';
import type { SupplementAnswerElement } from './supplement/supplement-answer-element.ts';

interface Args {
  code: string;
  /** Code and key are given to the element, as by a page that keeps the receipt. */
  known: boolean;
}
const TAG = 'motcua-status-tracker';
const SENT = '2026-11-19T02:05:00.000Z';
const ACCEPTED = '2026-11-19T03:30:00.000Z';
const PROCESSED = '2026-11-20T01:40:00.000Z';
const LATER = '2026-11-20T08:10:00.000Z';
const ENDED = '2026-11-23T02:20:00.000Z';

const accept = [ACCEPTED, { action: 'accept', note: 'Hồ sơ đủ giấy tờ.' }] as const;
const process = [PROCESSED, { action: 'process', section: 'Phòng Tư pháp – Hộ tịch' }] as const;
const finish = [LATER, { action: 'finish' }] as const;

/** Follows one dossier with its code and tracking key: who acts now, days left, timeline, papers, parcel. Every dossier here was sent and moved through the SDK. */
const meta: Meta<Args> = {
  title: 'Status tracker',
  component: TAG,
  args: { code: '', known: true },
  render: ({ code, known }, { loaded, globals }) => {
    const dossier = known ? counterOf(loaded).dossier : null;
    return html`<motcua-status-tracker
      theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}
      .port=${counterOf(loaded).port} .code=${dossier?.code ?? code} .trackingKey=${dossier?.key ?? ''}
      ><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-status-tracker>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** A dossier of its own for one story. */
function withDossier(script: DossierScript, expected: string | RegExp, more: Story = {}): Story {
  return {
    parameters: { dossier: script },
    play: async ({ canvasElement }) => {
      await awaited(canvasElement, 'article');
      await reads(canvasElement, expected);
    },
    ...more,
  };
}

/** Nothing is known yet: the two codes of the receipt are asked for. */
export const Ask: Story = {
  play: async ({ canvasElement }) => reads(canvasElement, 'Mã hồ sơ và mã tra cứu in trên giấy tiếp nhận'),
};

/** Says which code is wrong and puts the cursor there. */
export const WrongCode: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(await awaited(canvasElement, '#code'), 'H12');
    await press(canvasElement, 'Xem hồ sơ');
    await reads(canvasElement, 'Mã hồ sơ chưa đúng kiểu');
    await reads(canvasElement, 'Mã tra cứu có 16 chữ và số. Xin xem lại');
    await expect(find(canvasElement, TAG)!.shadowRoot!.activeElement?.id).toBe('code');
  },
};

/** The codes can be typed as they are read aloud: small letters, with or without strokes. */
export const TypedByHand: Story = {
  args: { known: false },
  parameters: { dossier: { sentAt: SENT, acts: [accept] } satisfies DossierScript },
  play: async ({ canvasElement, loaded }) => {
    const { code, key } = counterOf(loaded).dossier!;
    await userEvent.type(await awaited(canvasElement, '#code'), code.toLowerCase());
    await userEvent.type(await awaited(canvasElement, '#key'), key.toLowerCase().replaceAll('-', ' '));
    await press(canvasElement, 'Xem hồ sơ');
    await awaited(canvasElement, 'article');
  },
};

/** The receipt is lost: a code on the phone of the dossier opens it. The message is a real one of the gateway in this page. */
export const LostReceipt: Story = {
  args: { known: false },
  parameters: { dossier: { sentAt: SENT, acts: [accept] } satisfies DossierScript },
  play: async ({ canvasElement, loaded }) => {
    const { dossier, gateway } = counterOf(loaded);
    await press(canvasElement, /Nhận mã qua tin nhắn/);
    await userEvent.type(await awaited(canvasElement, '#sms-code'), dossier!.code);
    await userEvent.type(await awaited(canvasElement, '#phone'), '0912 345 678');
    const before = gateway.messages.length;
    await press(canvasElement, 'Gửi mã cho tôi');
    const field = await awaited(canvasElement, '#digits');
    await eventually(() => expect(gateway.messages.length).toBeGreaterThan(before));
    await userEvent.type(field, /\d{4} \d{4}/.exec(gateway.messages[gateway.messages.length - 1] ?? '')?.[0] ?? '');
    await press(canvasElement, 'Mở hồ sơ');
    await awaited(canvasElement, 'article');
  },
};

/** Unknown code and wrong key look the same. */
export const NotFound: Story = {
  args: { code: 'H12.35-261119-9999' },
  play: async ({ canvasElement }) => {
    await userEvent.type(await awaited(canvasElement, '#key'), '7K3M-Q2ZD-9P4T-WX5Y');
    await press(canvasElement, 'Xem hồ sơ');
    await reads(canvasElement, /Không thấy hồ sơ|Mã tra cứu có 16/);
  },
};

/** Mã 1: sent, the office has not looked at it yet. */
export const Submitted: Story = withDossier({ sentAt: ENDED }, 'Đã gửi, chờ cán bộ nhận');
/** Mã 2: received; the due date with its reasons. */
export const Accepted: Story = withDossier({ sentAt: ENDED, acts: [['2026-11-23T03:00:00.000Z', accept[1]]] }, 'Cán bộ đã nhận hồ sơ');
/** Mã 3: refused, with the reason. */
export const Refused: Story = withDossier({ sentAt: SENT, acts: [[ACCEPTED, { action: 'refuse', reason: 'Giấy tờ này do cơ quan nước ngoài cấp và chưa được hợp pháp hóa lãnh sự.' }]] }, /Hồ sơ không được nhận.*Lý do ghi ở phần dưới/);
/** Mã 4: in process; who holds it. */
export const Processing: Story = withDossier({ sentAt: SENT, acts: [accept, process] }, 'Đang giải quyết');
/** Mã 5: the office asks once for everything that is missing. */
export const SupplementRequested: Story = withDossier({
  sentAt: SENT,
  acts: [accept, [PROCESSED, {
    action: 'request-supplement', note: 'Xin chụp lại dưới ánh sáng ban ngày.', respondBy: '2026-11-30',
    items: [
      { target: 'paper', targetId: 'paper.ban-chinh', label: 'Bản chính giấy tờ cần sao', reason: 'unclear', note: 'Mờ ở góc dưới, không đọc được số' },
      { target: 'other', label: 'Giấy ủy quyền', reason: 'missing' },
    ],
  }]],
}, /Bản chính giấy tờ cần sao.*Đang chờ bà con bổ sung/);
/** Mã 6: a fee is due. */
export const PaymentRequested: Story = withDossier({ sentAt: SENT, acts: [accept, [PROCESSED, { action: 'request-payment', reason: 'Phí chứng thực 3 trang: 5.000 đồng.' }]] }, 'Cần nộp tiền');
/** Mã 7: withdrawn by the citizen. */
export const Withdrawn: Story = withDossier({ sentAt: SENT, withdrawnAt: ACCEPTED }, 'Đã rút hồ sơ');
/** Mã 8: the office stopped, with the reason. */
export const Stopped: Story = withDossier({ sentAt: SENT, acts: [accept, [PROCESSED, { action: 'stop', reason: 'Quá hạn bổ sung giấy tờ.' }]] }, 'Đã dừng giải quyết');
/** Mã 9: the result waits at the counter. */
export const Finished: Story = withDossier({ delivery: 'counter', sentAt: SENT, acts: [accept, process, finish] }, 'Đã có kết quả');
/** Mã 9 with the result at the post: office and parcel in one timeline. */
export const OnItsWayByPost: Story = withDossier({ sentAt: SENT, acts: [accept, process, finish, [ENDED, { action: 'dispatch', waybill: 'EB123456789VN', carrier: 'Bưu điện Việt Nam' }]] }, 'EB123456789VN');
const dispatched: NonNullable<DossierScript['acts']> = [accept, process, finish, [ENDED, { action: 'dispatch', waybill: 'EB123456789VN', carrier: 'Bưu điện Việt Nam' }]];
const told = (at: string, status: 'invited' | 'invited-again' | 'returned'): NonNullable<DossierScript['acts']>[number] => [at, { action: 'report-parcel', waybill: 'EB123456789VN', status, place: 'Bưu cục Thới Bình' }];
/** Nobody was at home: the post invites, and the day of the second invitation is named. */
export const Invited: Story = withDossier({ sentAt: SENT, acts: [...dispatched, told('2026-11-23T02:30:00.000Z', 'invited')] }, /Bây giờ là việc của bà con.*lần 1.*Bưu cục Thới Bình.*mời lần 2 vào khoảng ngày/);
/** Two invitations passed and the result is back: it is collected, or asked for once more. */
export const CameBack: Story = {
  ...withDossier({ sentAt: SENT, acts: [...dispatched, told('2026-11-23T02:30:00.000Z', 'invited'), told('2026-11-23T02:40:00.000Z', 'returned')] }, 'Kết quả đã về lại xã'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Xin bưu điện giao lại');
    await reads(canvasElement, 'Đã xin bưu điện giao lại', 15_000);
    await reads(canvasElement, 'Xã sẽ gửi bưu điện lần nữa');
  },
};
/** Mã 10: handed over; the service can be rated. */
export const Returned: Story = withDossier({ delivery: 'counter', sentAt: SENT, acts: [accept, process, finish, [ENDED, { action: 'return', by: 'counter' }]] }, 'Bà con có hài lòng không?');
/** The limit has passed: said plainly, in working days. */
export const Late: Story = withDossier({ sentAt: '2026-11-10T02:05:00.000Z', acts: [['2026-11-10T03:00:00.000Z', accept[1]], ['2026-11-11T03:00:00.000Z', process[1]]] }, /Hồ sơ đang trễ hẹn.*Trễ \d+ ngày làm việc/);

/** The request is answered in place: only the named paper and what else was asked for opens, nothing else of the dossier. */
export const AnswerSupplement: Story = {
  ...SupplementRequested,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Gửi bổ sung tại đây', 15_000);
    for (const paper of all(canvasElement, 'motcua-form-paper')) (await awaited<HTMLInputElement>(paper.shadowRoot!, '#hand-in')).click();
    await press(canvasElement, 'Gửi bổ sung');
    await reads(canvasElement, 'Bà con đã gửi bổ sung', 15_000);
  },
};

/** Nothing was chosen yet: each empty item says so. */
export const AnswerSupplementEmpty: Story = {
  ...SupplementRequested,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Gửi bổ sung tại đây', 15_000);
    await press(canvasElement, 'Gửi bổ sung');
    await reads(canvasElement, 'Chỗ này còn trống');
  },
};

/** The papers are photographed with a phone that reads a code here: as the phone does it, through the same gateway. */
export const AnswerSupplementByPhone: Story = {
  ...SupplementRequested,
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, 'Gửi bổ sung tại đây', 15_000);
    await press(canvasElement, /^Chụp bằng điện thoại/);
    await awaited(canvasElement, 'svg.qr', 15_000);
    const { files } = await awaited<SupplementAnswerElement>(canvasElement, 'motcua-supplement-answer');
    const code = phoneCodeOf((await files!.phone()).address ?? '')!;
    const client = await counterOf(loaded).port.client();
    const own = newPhoneCredentials(code.pass);
    const { papers } = await client.phonePasses.claim(code, own);
    await expect(papers.map(({ label }) => label)).toEqual(['Bản chính giấy tờ cần sao', 'Giấy ủy quyền']);
    const photo = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(600).fill(7), 0xff, 0xd9)], { type: 'image/jpeg' });
    for (const { paperId, label } of papers) await client.uploads.send({ draft: own, paperId, file: photo, name: `${label ?? ''}.jpg`, type: photo.type });
    await reads(canvasElement, 'Đã nhận 2 tệp từ điện thoại', 15_000);
    await press(canvasElement, 'Xong, đóng mã');
    await press(canvasElement, 'Gửi bổ sung');
    await reads(canvasElement, 'Bà con đã gửi bổ sung', 15_000);
  },
};

/** The receipt of the office, filled from the data of the gateway, with barcode and QR; prints on A5. */
export const LetterToPrint: Story = {
  ...Accepted,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Giấy tiếp nhận và hẹn trả');
    await reads(canvasElement, 'Cộng hòa xã hội chủ nghĩa Việt Nam', 15_000);
  },
};

/** The result is not on its way yet: it may still go somewhere else. */
export const ChangeDelivery: Story = {
  ...Processing,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Đổi cách nhận kết quả');
    await reads(canvasElement, 'Lưu cách nhận mới', 15_000);
  },
};

/** The office is late, says sorry, and names a new day, once. */
export const Apology: Story = withDossier({
  sentAt: SENT, acts: [accept, process, [LATER, { action: 'extend', reason: 'Chờ kết quả xác minh của xã nơi sinh.', dueOn: '2026-11-27' }]],
}, /xin lỗi vì chưa xong đúng hẹn.*27\/11\/2026/);

/** Rating in place, once. */
export const Rate: Story = {
  ...Returned,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Rất hài lòng');
    await reads(canvasElement, 'Bà con đã đánh giá: Rất hài lòng');
  },
};

/** Withdrawing asks for the reason first. */
export const Withdraw: Story = {
  ...Submitted,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Rút hồ sơ');
    await userEvent.type(await awaited(canvasElement, '#why'), 'Tôi gửi nhầm thủ tục.');
    await press(canvasElement, 'Rút hồ sơ ngay');
    await reads(canvasElement, 'Đã rút hồ sơ');
  },
};

/** Pressed without a reason: says what is missing; nothing was sent. */
export const WithdrawWithoutReason: Story = {
  ...Submitted,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Rút hồ sơ');
    await reads(canvasElement, 'Rút rồi thì xã không làm hồ sơ này nữa');
    await press(canvasElement, 'Rút hồ sơ ngay');
    await reads(canvasElement, 'Xin ghi lý do');
  },
};

/** The gateway says no, since the office was faster: the new state stands there, and withdrawing is offered no more. */
export const WithdrawRefused: Story = {
  ...Submitted,
  play: async ({ canvasElement, loaded }) => {
    const { dossier, gateway } = counterOf(loaded);
    await press(canvasElement, 'Rút hồ sơ');
    await userEvent.type(await awaited(canvasElement, '#why'), 'Tôi không cần nữa.');
    const { items } = await gateway.officer.dossiers.list({ q: dossier!.code });
    await gateway.officer.dossiers.act(items[0]!.dossierId, { action: 'refuse', reason: 'Không thuộc thẩm quyền của xã.', version: items[0]!.version });
    await press(canvasElement, 'Rút hồ sơ ngay');
    await reads(canvasElement, /Hồ sơ không được nhận.*Hồ sơ vừa có thay đổi/);
    await expect(find(canvasElement, '#why')).toBe(null);
  },
};

/** The line breaks while it is sent: told, and the reason still stands there to be sent again. */
export const WithdrawOffline: Story = {
  ...Submitted,
  play: async ({ canvasElement, loaded }) => {
    await press(canvasElement, 'Rút hồ sơ');
    await userEvent.type(await awaited(canvasElement, '#why'), 'Tôi gửi nhầm thủ tục.');
    const { line } = counterOf(loaded);
    line.state = 'offline';
    await press(canvasElement, 'Rút hồ sơ ngay');
    await reads(canvasElement, 'Chưa gửi được. Xin thử lại.', 15_000);
    line.state = 'open';
    await press(canvasElement, 'Rút hồ sơ ngay');
    await reads(canvasElement, 'Đã rút hồ sơ');
  },
};

/** The answer is on its way. */
export const Loading: Story = {
  ...Submitted,
  parameters: { ...Submitted.parameters, line: 'slow' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Đang tìm hồ sơ'),
};

/** No connection at the first look. */
export const Offline: Story = {
  ...Submitted,
  parameters: { ...Submitted.parameters, line: 'offline' },
  play: async ({ canvasElement }) => reads(canvasElement, 'không nối được tới máy chủ'),
};

export const GatewayFailed: Story = { ...Offline, parameters: { ...Offline.parameters, line: 'broken' } };

/** Too many tries from this address. */
export const TooManyTries: Story = {
  ...Submitted,
  parameters: { ...Submitted.parameters, line: 'busy' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Đã thử nhiều lần'),
};

/** The line broke after the first look: the last known state stays, with its time. */
export const Stale: Story = {
  ...Processing,
  play: async ({ canvasElement, loaded }) => {
    await awaited(canvasElement, 'article');
    counterOf(loaded).line.state = 'offline';
    await find<StatusTrackerElement>(canvasElement, TAG)!.refresh();
    await reads(canvasElement, 'Chưa nối được mạng');
    await reads(canvasElement, 'Đang giải quyết');
  },
};

export const NotSetUp: Story = {
  render: () => html`<motcua-status-tracker><p>Bộ phận Một cửa xã Thới Bình: 0290 000 0135</p></motcua-status-tracker>`,
  play: async ({ canvasElement }) => reads(canvasElement, 'gateway'),
};

/** A procedure name of four hundred letters, a long name of a person and a long reason, on a small phone. */
export const LongText: Story = withDossier({
  procedure: '1.013455', delivery: 'counter', applicant: 'Nguyễn Phước Bảo Long Công Tằng Tôn Nữ Thị Hoàng Oanh', sentAt: SENT,
  acts: [[ACCEPTED, { action: 'refuse', reason: 'Theo hồ sơ quân nhân còn lưu, thời gian phục vụ tại ngũ của ông đã được tính hưởng trợ cấp theo quyết định năm 2012 nên không thuộc diện được hưởng lần nữa. '.repeat(4).trim() }]],
}, 'trợ cấp một lần đối với quân nhân', { globals: { viewport: { value: 'narrow' } } });

export const English: Story = {
  ...Processing,
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Now it is the turn of'),
};

export const Dark: Story = { ...SupplementRequested, globals: { theme: 'dark' } };
export const DarkAsk: Story = { ...Ask, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...SupplementRequested, globals: { viewport: { value: 'narrow' } } };
export const LargeText: Story = { ...Processing, globals: { text: '200', viewport: { value: 'tablet' } } };
export const RightToLeft: Story = { ...Processing, globals: { direction: 'rtl' } };
