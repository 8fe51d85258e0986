/** Plain words beside the fields that all forms share, by the last part of the field id. */
import type { LocalizedText } from '@motcua/contract/text';
import { t } from './form-types.ts';

interface Hints {
  hint?: LocalizedText;
  example?: LocalizedText;
  autocomplete?: string;
}
const APPLICANT = /^(nguoiYeuCau\.|hoTen$|ngaySinh$|gioiTinh$|noiTru$)/;

const MALE = /^(cha|nam|chong|ong|chaNuoi)\./;
const CHILD = /^(tre|hocSinh|con|treEm)\./;

const BY_END: readonly (readonly [RegExp, string | null, Hints])[] = [
  [/hoTen$/, 'text', { hint: t('Viết đủ họ, chữ đệm, tên, có dấu, đúng như trên giấy tờ.', 'Full name with accents, as on the papers.'), example: t('Nguyễn Thị Ngọc Ánh', 'Nguyễn Thị Ngọc Ánh') }],
  [/ngaySinh$/, 'date', { hint: t('Không nhớ ngày, tháng thì chỉ ghi năm.', 'If the day or month is not known, give the year only.'), example: t('09/03/1985', '09/03/1985') }],
  [/namSinh$/, 'date', { example: t('1992', '1992') }],
  [/(hoKhau|noiThuongTru)$/, 'address', { hint: t('Theo nơi đăng ký thường trú trên VNeID.', 'As registered for permanent residence.') }],
  [/(noiCuTru|noiTru)$/, 'address', { hint: t('Nơi thường trú; chưa có thì nơi tạm trú, hoặc nơi đang ở.', 'Permanent residence; if none, temporary residence or where the person lives.') }],
  [/noiSinh$/, 'address', { hint: t('Tên bệnh viện, trạm y tế (hoặc nhà), rồi xã và tỉnh.', 'Hospital or health station (or home), then commune and province.'), example: t('Bệnh viện đa khoa Cà Mau', 'Cà Mau General Hospital') }],
  [/queQuan$/, 'address', { hint: t('Theo quê quán của cha hoặc của mẹ; chỉ cần xã và tỉnh.', 'That of the father or the mother; commune and province are enough.') }],
  [/giayTo$/, 'identity-paper', { hint: t('Thẻ căn cước, căn cước công dân, hộ chiếu. Có thể quét mã QR trên thẻ.', 'Identity card or passport. You can scan the QR code of the card.') }],
  [/(soDinhDanh|soGiayTo|soCmnd)$/, 'citizen-number', { hint: t('12 chữ số trên thẻ căn cước.', '12 digits on the identity card.'), example: t('096 185 012345', '096 185 012345') }],
  [/quanHe$/, 'choice', { hint: t('Chọn trong danh sách; không có thì tự ghi.', 'Choose from the list or write it yourself.') }],
  [/danToc$/, 'choice', { hint: t('Gõ vài chữ đầu để tìm nhanh.', 'Type the first letters to find it.') }],
  [/dienThoai$/, 'phone', { hint: t('Để báo kết quả và hẹn trả.', 'To tell you about the result.'), example: t('0912 345 678', '0912 345 678') }],
  [/email$/, 'email', { hint: t('Không có thì để trống.', 'Leave empty if you have none.'), example: t('ten@example.vn', 'name@example.vn') }],
  [/noiLap$/, 'text', { hint: t('Xã, phường nơi làm tờ khai. Có thể để trống.', 'Commune where you fill this in. May stay empty.'), example: t('Xã Thới Bình', 'Xã Thới Bình') }],
  [/ngayLap$/, 'date', { hint: t('Có thể để trống: tính theo ngày nộp.', 'May stay empty: the day of sending counts.') }],
  [/noiCap$/, 'text', { example: t('Cục Cảnh sát quản lý hành chính về trật tự xã hội', 'Cục Cảnh sát quản lý hành chính về trật tự xã hội') }],
  [/daDangKy\.tai$/, 'text', { hint: t('Ghi theo tên trên giấy cũ.', 'As written on the old paper.'), example: t('Ủy ban nhân dân xã Biển Bạch, huyện Thới Bình', 'People’s Committee of Biển Bạch commune') }],
  [/daDangKy\.(so|quyen)$/, 'text', { hint: t('Xem trên giấy cũ; không có thì để trống.', 'See the old paper; may stay empty.') }],
  [/banSao\.soLuong$/, 'number', { example: t('2', '2') }],
];
const OWN_AUTOCOMPLETE: Readonly<Record<string, string>> = { hoTen: 'name', ngaySinh: 'bday', gioiTinh: 'sex' };

/** Hints for a field; the browser's own filling only where the person speaks of themselves. */
export function hintFor(id: string, kind: string, formId: string): Hints {
  const found = BY_END.find(([end, wanted]) => end.test(id) && (wanted === null || wanted === kind));
  const last = id.split('.').pop() ?? id;
  const own = APPLICANT.test(id) && !/ho-ngheo|tro-giup|mau-1|m01a/.test(formId) ? OWN_AUTOCOMPLETE[last] : undefined;
  const hints: Hints = { ...found?.[2] };
  if (CHILD.test(id) && /ngaySinh$/.test(id)) {
    delete hints.example;
    hints.hint = t('Ghi đúng theo giấy chứng sinh hoặc giấy khai sinh.', 'As on the birth notice or certificate.');
  }
  if (MALE.test(id) && hints.example && /hoTen$/.test(id)) hints.example = t('Trần Văn Bình', 'Trần Văn Bình');
  return { ...hints, ...(own ? { autocomplete: own } : {}) };
}
