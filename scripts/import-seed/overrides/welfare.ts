/** Trợ giúp xã hội, khuyết tật, hộ nghèo and the rest. */
import { ACTIVITY_ENGLISH, SIGN_ENGLISH } from './impairment-english.ts';
import { ageAtLeast, all, answered, equals, isIn, notEquals, option, radio, t, type FieldPatch, type FormOverride } from '../form-types.ts';

const IMPAIRED = 'nguoi-khuyet-tat';
const ALLOWANCES = ['luongHuu', 'baoTro', 'nguoiCoCong', 'khac'];
const since: Record<string, FieldPatch> = Object.fromEntries(
  ALLOWANCES.map((name) => [`cheDo.${name}.tu`, { when: { field: `cheDo.${name}`, op: 'greater', value: 0 }, label: t('Hưởng từ tháng nào?', 'Since which month?') } as FieldPatch]),
);
const amount = (vi: string, en: string): FieldPatch => ({ label: t(vi, en), hint: t('Số tiền một tháng; không hưởng thì để trống.', 'Amount a month; empty if none.') });
const person: Record<string, FieldPatch> = {
  hoTen: { label: t('Họ và tên', 'Full name') },
  ngaySinh: { label: t('Ngày, tháng, năm sinh', 'Date of birth') },
  soGiayTo: { label: t('Số căn cước hoặc số định danh', 'Identity number'), birthDateField: 'ngaySinh', sexField: 'gioiTinh' },
  ngayCap: { label: t('Ngày cấp', 'Date of issue') },
};

export const ASSISTANCE: FormOverride = {
  applicant: { name: 'hoTen', address: 'hoKhau' },
  splitAt: { 'diHoc': t('Đi học và bảo hiểm', 'School and insurance'), 'cheDo.luongHuu': t('Chế độ đang hưởng', 'Allowances'), 'hoNgheo': t('Hộ nghèo và khuyết tật', 'Household and disability') },
  fields: {
    ...person,
    'hoKhau': { label: t('Nơi thường trú', 'Permanent residence') },
    'noiO': { label: t('Hiện đang ở với ai, ở đâu?', 'With whom and where does the person live?'), example: t('Ở với con gái, ấp 1, xã Thới Bình', 'With a daughter, hamlet 1') },
    'diHoc': { ...radio(option('chua-di-hoc', 'Chưa đi học', 'Not yet at school'), option('da-nghi-hoc', 'Đã nghỉ học', 'Left school'), option('dang-di-hoc', 'Đang đi học', 'At school')), label: t('Tình trạng đi học', 'Schooling') },
    'diHoc.lyDo': { when: isIn('diHoc', 'chua-di-hoc', 'da-nghi-hoc'), label: t('Vì sao chưa đi học hoặc nghỉ học?', 'Why not at school?') },
    'diHoc.cuThe': { when: equals('diHoc', 'dang-di-hoc'), required: true, label: t('Đang học lớp mấy, trường nào?', 'Which class and school?') },
    'theBhyt': { label: t('Có thẻ bảo hiểm y tế không?', 'Has a health insurance card?') },
    'cheDo.luongHuu': amount('Lương hưu, trợ cấp bảo hiểm xã hội hằng tháng', 'Monthly pension'),
    'cheDo.baoTro': amount('Trợ cấp bảo trợ xã hội hằng tháng', 'Monthly social allowance'),
    'cheDo.nguoiCoCong': amount('Trợ cấp ưu đãi người có công hằng tháng', 'Monthly allowance for people with merit'),
    'cheDo.khac': amount('Trợ cấp, phụ cấp hằng tháng khác', 'Other monthly allowance'),
    ...since,
    'hoNgheo': { label: t('Có thuộc hộ nghèo không?', 'Member of a poor household?') },
    'xacNhan.so': { label: t('Số Giấy xác nhận khuyết tật', 'Number of the disability certificate') },
    'xacNhan.dangTat': { sensitive: true, example: t('Vận động', 'Movement') },
  },
};
/** What only a person with a disability fills in, when the form serves the other groups too. */
export const ASSISTANCE_EXTRA = /^(diHoc|theBhyt|cheDo|hoNgheo|xacNhan)/;
export const ASSISTANCE_GROUP = {
  id: 'doiTuong', kind: 'choice' as const, display: 'radio' as const, required: true,
  label: t('Người đề nghị thuộc nhóm nào?', 'Which group does the person belong to?'),
  options: [
    option(IMPAIRED, 'Người khuyết tật', 'Person with a disability', t('Khai theo mẫu số 1đ.', 'Form 1đ.')),
    option('ho-ngheo-hiv', 'Người thuộc hộ nghèo nhiễm HIV', 'Member of a poor household with HIV', t('Mẫu số 1c: khai phần chung, đính kèm tờ khai giấy.', 'Form 1c: general part here, paper form attached.')),
    option('khac', 'Trẻ em, người đơn thân nghèo, người cao tuổi', 'Child, poor single parent, older person', t('Mẫu số 1a, 1b, 1d: khai phần chung, đính kèm tờ khai giấy.', 'Forms 1a, 1b, 1d: general part here, paper form attached.')),
  ],
};
export const isImpaired = equals('doiTuong', IMPAIRED);

export const POOR_HOUSEHOLD_1C: FormOverride = { applicant: { name: 'hoTen' }, fields: person };

const REQUEST = 'noiDungDeNghi';
const notExchange = notEquals(REQUEST, 'cap-doi');
const activity = radio(option('duoc', 'Thực hiện được', 'Can do it'), option('can-tro-giup', 'Thực hiện được nhưng cần trợ giúp', 'Can do it with help'), option('khong-duoc', 'Không thực hiện được', 'Cannot do it'), option('khong-xac-dinh', 'Không xác định được', 'Cannot tell'));
const signs: Record<string, FieldPatch> = Object.fromEntries(
  Object.keys(SIGN_ENGLISH).map((sign) => [`dangTat.${sign}`, { english: SIGN_ENGLISH[sign], when: notExchange, sensitive: true } as FieldPatch]),
);
const activities: Record<string, FieldPatch> = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [`mucDo.${String(index + 1)}`, { ...activity, english: ACTIVITY_ENGLISH[index], when: all(notExchange, ageAtLeast('nguoi.ngaySinh', 6)), sensitive: true }]),
);
const impairmentStep = { when: notExchange, description: t('Đánh dấu «Có» ở dấu hiệu đúng với người đó; còn lại để trống.', 'Choose “Yes” for the signs that are there; leave the others.') };

export const IMPAIRMENT: FormOverride = {
  applicant: { name: 'nguoi.hoTen', address: 'nguoi.noiO' },
  fields: {
    [REQUEST]: {
      ...radio(option('xac-dinh', 'Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật', 'Assessment and certificate'), option('xac-dinh-lai', 'Xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật', 'New assessment and certificate'), option('cap-lai', 'Cấp lại Giấy xác nhận khuyết tật', 'Certificate issued again'), option('cap-doi', 'Cấp đổi Giấy xác nhận khuyết tật', 'Certificate exchanged')),
      label: t('Đề nghị việc gì?', 'What do you ask for?'),
    },
    'nguoi.soGiayTo': { label: t('Số căn cước hoặc số định danh', 'Identity number'), birthDateField: 'nguoi.ngaySinh', sexField: 'nguoi.gioiTinh', required: ageAtLeast('nguoi.ngaySinh', 14) },
    'nguoi.hoKhau': { label: t('Nơi thường trú', 'Permanent residence') },
    'daiDien.quanHe': { optionsFrom: 'relations-representative', required: answered('daiDien.hoTen') },
    'daiDien.soGiayTo': { label: t('Số căn cước hoặc số định danh', 'Identity number') },
    'daiDien.hoKhau': { label: t('Nơi thường trú', 'Permanent residence') },
    'daiDien.dienThoai': { required: answered('daiDien.hoTen') },
    ...signs,
    ...activities,
  },
  steps: {
    ...Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((kind) => [`III.1.${kind}`, impairmentStep])),
    'III.2': { when: all(notExchange, ageAtLeast('nguoi.ngaySinh', 6)), description: t('Trẻ dưới 6 tuổi không phải khai phần này.', 'Not for children under 6.') },
  },
};

export const OTHERS: Readonly<Record<string, FormOverride>> = {
  'giay-de-nghi-xet-duyet-bo-sung-ho-ngheo': {
    applicant: { name: 'hoTen', address: 'choO' },
    fields: { thanhVien: { itemLabel: t('Thành viên', 'Member'), addLabel: t('Thêm thành viên', 'Add a member'), minRows: 1 }, soCmnd: { sensitive: true } },
  },
  'don-dang-ky-bien-dong-dat-dai': { applicant: { name: 'ten', phone: 'dienThoai', address: 'diaChi' } },
  'don-xin-giao-dat-cho-thue-dat': { applicant: { name: 'nguoi', address: 'diaChiLienHe' }, title: t('Đơn xin giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất', 'Application for land allocation or lease (superseded form)') },
  'don-xin-chuyen-truong-tieu-hoc': { applicant: { name: 'hoTen', phone: 'dienThoai', email: 'email', address: 'noiTru' }, fields: { truongDi: { label: t('Trường đang học', 'School the pupil leaves') }, truongDen: { label: t('Trường xin chuyển đến', 'School the pupil goes to') } } },
  'm01a-to-khai-de-nghi-cap-giay-thong-hanh': {
    applicant: { name: 'hoTenDayDu', phone: 'dienThoai', address: 'choO' },
    splitAt: { dienThoai: t('Nơi ở và liên hệ', 'Residence and contact') },
    before: { gioiTinh: [{ id: 'hoTenDayDu', kind: 'computed', label: t('Họ và tên', 'Full name'), compute: { op: 'join', fields: ['ho', 'ten'], separator: ' ' } }] },
    fields: { ho: { label: t('Họ', 'Family name'), example: t('Nguyễn', 'Nguyễn') }, ten: { label: t('Chữ đệm và tên', 'Middle and given name'), example: t('Thị Ngọc Ánh', 'Thị Ngọc Ánh') }, treEm: { itemLabel: t('Trẻ em', 'Child'), addLabel: t('Thêm trẻ em', 'Add a child'), maxRows: 5 }, soGiayTo: { birthDateField: 'ngaySinh', sexField: 'gioiTinh' }, noiDung: { allowOther: true } },
  },
};
