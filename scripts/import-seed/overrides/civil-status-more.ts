/** Other hộ tịch and adoption forms. */
import { answered, empty, equals, option, radio, t, type FieldPatch, type FormOverride } from '../form-types.ts';
import { copies, own, parent, words } from './civil-status.ts';

const applicant = { name: 'nguoiYeuCau.hoTen', address: 'nguoiYeuCau.noiCuTru' };
const base = { 'nguoiYeuCau.noiCuTru': own, ...copies };

/** An unmarried adopter fills one column; as soon as a name is there the rest of the column is needed. */
function adopter(who: string, other: string, rest: readonly string[]): Record<string, FieldPatch> {
  const needed = Object.fromEntries(rest.map((part) => [`${who}.${part}`, { required: answered(`${who}.hoTen`) } as FieldPatch]));
  return { ...needed, [`${who}.hoTen`]: { required: empty(`${other}.hoTen`), hint: t('Chỉ một người nhận con nuôi thì điền một bên.', 'A single adopter fills one side only.') } };
}
const ADOPTER = ['ngaySinh', 'noiSinh', 'danToc', 'quocTich', 'noiThuongTru', 'soGiayTo'];
const FAMILY = ['ngaySinh', 'noiSinh', 'soCmnd', 'noiThuongTru', 'honNhan'];
const STEP_PARENT = ['ngaySinh', 'quocTich', 'giayTo', 'noiCuTru'];
const sensitiveNumber: FieldPatch = { sensitive: true };

export const MORE_CIVIL_STATUS: Readonly<Record<string, FormOverride>> = {
  'to-khai-dang-ky-nhan-cha-me-con': {
    applicant,
    join: { la: 'nguoi-nhan' },
    fields: {
      ...base,
      'la': { ...radio(option('cha', 'Cha', 'Father'), option('me', 'Mẹ', 'Mother'), option('con', 'Con', 'Child')), label: t('Người này là gì của người còn lại?', 'This person is the other person’s …'), printedLabel: 'Là … của người có tên dưới đây' },
      'yKien.chaMe': { hint: t('Khi nhận con chưa thành niên: người đang là mẹ hoặc cha ghi ý kiến, ký khi đến quầy.', 'For a minor: the present parent writes an opinion and signs at the counter.') },
    },
  },
  'to-khai-dang-ky-giam-ho': { applicant, fields: base },
  'to-khai-dang-ky-cham-dut-giam-ho': { applicant, fields: base },
  'to-khai-dang-ky-lai-khai-sinh': { applicant, fields: { ...base, 'nguoi.ngaySinhChu': words('nguoi.ngaySinh'), ...parent('me', 'mẹ', 'mother'), ...parent('cha', 'cha', 'father') } },
  'to-khai-dang-ky-lai-ket-hon': { applicant, fields: { ...base, 'vo.lanKetHon': { min: 1 }, 'chong.lanKetHon': { min: 1 } } },
  'to-khai-dang-ky-lai-khai-tu': { applicant, splitAt: { 'nguoiChet.luc': t('Mất khi nào, ở đâu', 'The death'), 'daDangKy.tai': t('Lần đăng ký trước', 'The former registration') }, fields: { ...base, 'nguoiYeuCau.quanHe': { optionsFrom: 'relations-deceased' }, 'nguoiChet.giayTo': { required: false }, 'nguoiChet.luc': { label: t('Mất lúc nào', 'Date and time of death') } } },
  'don-xin-nhan-con-nuoi': {
    applicant: { name: 'ong.hoTen', address: 'ong.noiThuongTru' },
    splitAt: { 'ong.noiThuongTru': t('Ông: giấy tờ và liên hệ', 'Adopting man: papers and contact'), 'ba.noiThuongTru': t('Bà: giấy tờ và liên hệ', 'Adopting woman: papers and contact') },
    fields: { ...adopter('ong', 'ba', ADOPTER), ...adopter('ba', 'ong', ADOPTER), 'ong.soGiayTo': { ...sensitiveNumber, required: answered('ong.hoTen') }, 'ba.soGiayTo': { ...sensitiveNumber, required: answered('ba.hoTen') }, 'tre.sucKhoe': { sensitive: true } },
  },
  'to-khai-hoan-canh-gia-dinh-nguoi-nhan-con-nuoi': {
    applicant: { name: 'ong.hoTen', address: 'ong.noiThuongTru' },
    fields: { ...adopter('ong', 'ba', FAMILY), ...adopter('ba', 'ong', FAMILY) },
  },
  'to-khai-dang-ky-lai-viec-nuoi-con-nuoi': { applicant, fields: { ...base, ...adopter('chaNuoi', 'meNuoi', STEP_PARENT), ...adopter('meNuoi', 'chaNuoi', STEP_PARENT) } },
  'mau-04-to-khai-de-nghi-ho-tro-chi-phi-mai-tang': {
    applicant: { name: 'caNhan.hoTen', address: 'caNhan.noiO' },
    before: {
      'toChuc.ten': [{ id: 'dungRa', kind: 'choice', display: 'radio', required: true, printedLabel: '', label: t('Ai đứng ra mai táng?', 'Who is in charge of the burial?'), options: [option('ca-nhan', 'Hộ gia đình, cá nhân', 'Family or person'), option('to-chuc', 'Cơ quan, tổ chức', 'Organisation')] }],
    },
    steps: { 'II.1': { title: t('Người đứng ra mai táng', 'In charge of the burial') }, 'II.2': { when: equals('dungRa', 'ca-nhan') } },
    fields: {
      ...Object.fromEntries(['ten', 'diaChi', 'daiDien', 'chucVu'].map((part) => [`toChuc.${part}`, { when: equals('dungRa', 'to-chuc'), required: true }])),
      ...Object.fromEntries(['hoTen', 'ngaySinh', 'soGiayTo', 'ngayCap', 'noiCap', 'hoKhau', 'noiO', 'quanHe'].map((part) => [`caNhan.${part}`, { required: true } as FieldPatch])),
      'caNhan.quanHe': { required: true, optionsFrom: 'relations-deceased' },
      'maiTang.thoiGian': { label: t('Thời gian mai táng', 'Time of burial'), example: t('14 giờ ngày 20/11/2026', '14:00, 20/11/2026') },
    },
  },
};
