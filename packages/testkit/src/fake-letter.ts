/** A letter of the office as the gateway would give it, for tests and stories without one. */
import type { Letter } from '@motcua/contract/letter';

const TITLES: Readonly<Record<Letter['kind'], readonly [title: string, form: string]>> = {
  receipt: ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Mẫu số 01'],
  supplement: ['Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Mẫu số 02'],
  refusal: ['Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Mẫu số 03'],
  apology: ['Văn bản xin lỗi và đề nghị gia hạn', 'Mẫu số 04'],
  stop: ['Thông báo dừng giải quyết hồ sơ', 'Mẫu số 05'],
  control: ['Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Mẫu số 06'],
};

/** A receipt for a birth registration unless told otherwise. */
export function fakeLetter(change: Partial<Letter>): Letter {
  const [title, formNumber] = TITLES[change.kind ?? 'receipt'];
  return {
    kind: 'receipt', title, formNumber, legalBasis: 'Thông tư số 03/2025/TT-VPCP', issuedAt: '2026-11-23T02:00:00.000Z', issuedBy: 'Nguyễn Thị Kim Ngân',
    unit: { code: 'H12.35', name: 'UBND xã Thới Bình', level: 'commune', address: 'Khóm 1, xã Thới Bình, tỉnh Cà Mau', phone: '0290 000 0135' } as unknown as Letter['unit'],
    dossierCode: 'H12.35-261123-0001', qr: 'H12.35-261123-0001', procedure: { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' },
    applicant: { name: 'Lê Thị Hoa', phone: '0912 345 678', address: 'Số 12, ấp 7, xã Thới Bình, tỉnh Cà Mau' }, channel: 'online',
    receivedAt: '2026-11-23T01:15:00.000Z', dueAt: '2026-11-25T10:00:00.000Z', dueOn: '2026-11-25', dueReasons: [{ code: 'limit', params: { unit: 'same-day' } }],
    papers: [{ name: 'Giấy chứng sinh', originals: 1, copies: null, files: 1 }, { name: 'Giấy chứng nhận kết hôn', originals: null, copies: 1, files: 2 }],
    fees: { lines: [], total: 0, complete: true }, delivery: { resultBy: 'counter' }, items: [], respondBy: null, reason: null, extension: null, control: [],
    ...change,
  };
}
