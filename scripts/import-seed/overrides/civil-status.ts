/** Hộ tịch forms that people need most. */
import type { Field } from '@motcua/contract/form';
import { ageAtLeast, ageLess, all, any, equals, isIn, option, radio, select, t, type FieldPatch, type FormOverride } from '../form-types.ts';

const applicant = { name: 'nguoiYeuCau.hoTen', address: 'nguoiYeuCau.noiCuTru' };
const own: FieldPatch = { label: t('Nơi cư trú của người yêu cầu', 'Residence of the applicant') };
const child: FieldPatch = { optionsFrom: 'relations-child' };
const warning = (id: string, vi: string, en: string, when: Field['when']): Field => ({ id, kind: 'statement', tone: 'warning', label: t(vi, en), ...(when ? { when } : {}) });
const parent = (who: 'me' | 'cha', vi: string, en: string): Record<string, FieldPatch> => ({
  [`${who}.namSinh`]: { label: t(`Năm sinh của người ${vi}`, `Year of birth of the ${en}`) },
  [`${who}.noiCuTru`]: { label: t(`Nơi cư trú của người ${vi}`, `Residence of the ${en}`), allowAbroad: true },
});
const copies: Record<string, FieldPatch> = { 'banSao.soLuong': { when: equals('banSao.deNghi', true), required: true, min: 1, max: 50, whole: true } };
const words = (field: string): FieldPatch => ({ kind: 'computed', compute: { op: 'date-in-words', field }, label: t('Ngày sinh ghi bằng chữ', 'Date of birth in words'), required: null });

/** Whom the declaration names; on paper the part of somebody unknown simply stays empty. */
const parents: Field = {
  id: 'chaMe', kind: 'choice', display: 'radio', required: true, initial: 'ca-hai', printedLabel: '',
  label: t('Đã xác định được cha, mẹ của trẻ chưa?', 'Are the parents of the child known?'),
  options: [
    option('ca-hai', 'Rồi, cả cha và mẹ', 'Yes, both'),
    option('khong-ro-cha', 'Chưa xác định được người cha', 'The father is not determined'),
    option('khong-ro-me', 'Chưa xác định được người mẹ', 'The mother is not determined'),
    option('khong-ro-ca-hai', 'Chưa xác định được cả cha và mẹ', 'Neither is determined', t('Ví dụ: trẻ bị bỏ rơi.', 'For example an abandoned child.')),
  ],
};

export const BIRTH: FormOverride = {
  applicant,
  fields: {
    'nguoiYeuCau.noiCuTru': own,
    'nguoiYeuCau.quanHe': { ...child, label: t('Người khai là gì của trẻ?', 'How are you related to the child?') },
    'tre.hoTen': { label: t('Họ, chữ đệm, tên của trẻ', 'Full name of the child'), hint: t('Tên không dùng số, ký hiệu; theo họ của cha hoặc của mẹ.', 'No digits or signs; with the family name of the father or the mother.'), example: t('Nguyễn Minh Khôi', 'Nguyễn Minh Khôi') },
    'tre.ngaySinh': { label: t('Ngày sinh của trẻ', 'Date of birth of the child') },
    'tre.ngaySinhChu': words('tre.ngaySinh'),
    'tre.noiSinh': { allowAbroad: true },
    'tre.queQuan': { detailRequired: false },
    ...parent('me', 'mẹ', 'mother'),
    ...parent('cha', 'cha', 'father'),
    ...Object.fromEntries(['hoTen', 'namSinh', 'danToc', 'quocTich', 'noiCuTru'].map((part) => [`cha.${part}`, { ...parent('cha', 'cha', 'father')[`cha.${part}`], required: true }])),
  },
  after: { 'tre.queQuan': [parents] },
  // Drafts and dossiers from before the question name both parents.
  steps: { me: { when: { not: isIn('chaMe', 'khong-ro-me', 'khong-ro-ca-hai') } }, cha: { when: { not: isIn('chaMe', 'khong-ro-cha', 'khong-ro-ca-hai') } } },
};

export const DEATH: FormOverride = {
  applicant,
  splitAt: { 'nguoiChet.luc': t('Mất khi nào, ở đâu', 'The death'), 'giayBaoTu.loai': t('Giấy báo tử', 'Death notice') },
  fields: {
    'nguoiYeuCau.noiCuTru': own,
    'nguoiYeuCau.quanHe': { optionsFrom: 'relations-deceased', label: t('Người khai là gì của người đã mất?', 'How are you related to the deceased?') },
    'nguoiChet.hoTen': { label: t('Họ, chữ đệm, tên người đã mất', 'Full name of the deceased') },
    'nguoiChet.giayTo': { required: false, hint: t('Người mất không có giấy tờ thì để trống.', 'Leave empty if the person had none.') },
    'nguoiChet.luc': { label: t('Mất lúc nào', 'Date and time of death'), hint: t('Không rõ giờ thì chỉ ghi ngày.', 'Give only the day if the time is not known.') },
    'nguoiChet.noiChet': { label: t('Nơi mất', 'Place of death'), hint: t('Bệnh viện, nhà hoặc nơi khác, rồi xã và tỉnh.', 'Hospital, home or another place, then commune and province.'), allowAbroad: true },
    'nguoiChet.nguyenNhan': { label: t('Nguyên nhân mất', 'Cause of death'), example: t('Bệnh già', 'Old age'), sensitive: true },
    'giayBaoTu.loai': { ...radio(option('giay-bao-tu', 'Giấy báo tử', 'Death notice'), option('giay-to-thay-the', 'Giấy tờ thay thế Giấy báo tử', 'A paper in its place'), option('khong-co', 'Không có, sẽ nộp chứng cứ khác', 'None; other evidence will be given')), label: t('Giấy báo tử', 'Death notice') },
    'giayBaoTu.so': { label: t('Số giấy báo tử', 'Number of the death notice'), when: isIn('giayBaoTu.loai', 'giay-bao-tu', 'giay-to-thay-the') },
    'giayBaoTu.coQuanCap': { label: t('Cơ quan cấp giấy báo tử', 'Issuer of the death notice'), printedLabel: 'do', when: isIn('giayBaoTu.loai', 'giay-bao-tu', 'giay-to-thay-the'), example: t('Bệnh viện đa khoa Cà Mau', 'Cà Mau General Hospital') },
    'giayBaoTu.ngayCap': { label: t('Ngày cấp giấy báo tử', 'Date of the death notice'), when: isIn('giayBaoTu.loai', 'giay-bao-tu', 'giay-to-thay-the') },
  },
};

const spouse = (who: 'nu' | 'nam', vi: string, en: string): Record<string, FieldPatch> => ({
  [`${who}.hoTen`]: { label: t(`Họ, chữ đệm, tên ${vi}`, `Full name of the ${en}`) },
  [`${who}.ngaySinh`]: { precision: 'full', hint: t('Theo giấy tờ tùy thân.', 'As on the identity paper.') },
  [`${who}.lanKetHon`]: { label: t('Đây là lần kết hôn thứ mấy?', 'Which marriage is this?'), min: 1, max: 20, example: t('1', '1') },
});
export const MARRIAGE: FormOverride = {
  applicant: { name: 'nu.hoTen', address: 'nu.noiCuTru' },
  fields: { ...spouse('nu', 'bên nữ', 'bride'), ...spouse('nam', 'bên nam', 'groom')},
  before: {
    'nu.danToc': [warning('nu.chuaDuTuoi', 'Bên nữ phải từ đủ 18 tuổi mới được đăng ký kết hôn (Luật Hôn nhân và gia đình, Điều 8).', 'The bride must be at least 18 (Law on Marriage and Family, Article 8).', ageLess('nu.ngaySinh', 18))],
    'nam.danToc': [warning('nam.chuaDuTuoi', 'Bên nam phải từ đủ 20 tuổi mới được đăng ký kết hôn (Luật Hôn nhân và gia đình, Điều 8).', 'The groom must be at least 20 (Law on Marriage and Family, Article 8).', ageLess('nam.ngaySinh', 20))],
  },
};

export const SINGLE: FormOverride = {
  applicant,
  splitAt: { 'thoiGian.noi': t('Tình trạng và mục đích', 'Status and purpose') },
  fields: {
    'nguoiYeuCau.noiCuTru': own,
    'nguoiYeuCau.quanHe': { label: t('Xin giấy cho ai?', 'Who is the certificate for?'), hint: t('Xin cho mình thì chọn «Bản thân».', 'Choose “Myself” if it is for you.') },
    'nguoi.noiSinh': { allowAbroad: true },
    'thoiGian.noi': { label: t('Cần xác nhận cho thời gian ở đâu?', 'Residence the certificate is about'), hint: t('Chỉ khai khi cần xác nhận cho một thời gian đã ở nơi khác.', 'Only when the certificate is about a time elsewhere.') },
    'thoiGian.tu': { label: t('Từ ngày', 'From'), notAfter: 'today' },
    'thoiGian.den': { label: t('Đến ngày', 'To') },
    'tinhTrang': radio(
      option('chua-ket-hon', 'Chưa đăng ký kết hôn lần nào', 'Never married'),
      option('da-ly-hon-hoac-goa', 'Đã đăng ký kết hôn, nhưng đã ly hôn hay người kia đã chết', 'Divorced or widowed'),
      option('dang-co-vo-chong', 'Đang có vợ hoặc có chồng', 'Married'),
    ),
    'mucDich': { label: t('Dùng giấy này để làm gì?', 'What is the certificate for?'), hint: t('Để kết hôn thì ghi rõ kết hôn với ai, ở đâu. Giấy chỉ dùng cho mục đích này.', 'For a marriage, say with whom and where.'), example: t('Đăng ký kết hôn với anh Trần Văn Bình tại xã Trí Phải', 'Marriage with Trần Văn Bình in Trí Phải commune') },
  },
};

export const EXTRACT: FormOverride = {
  applicant,
  splitAt: { 'daDangKy.tai': t('Nơi đã đăng ký, số bản cần', 'Registration and copies') },
  fields: {
    'nguoiYeuCau.noiCuTru': own,
    'nguoiYeuCau.quanHe': { label: t('Người khai là gì của người có tên trên giấy?', 'How are you related to that person?') },
    'loaiTrichLuc': {
      ...radio(option('khai-sinh', 'Giấy khai sinh (bản sao)', 'Birth certificate'), option('ket-hon', 'Trích lục kết hôn', 'Marriage extract'), option('khai-tu', 'Trích lục khai tử', 'Death extract'), option('thay-doi-cai-chinh', 'Trích lục thay đổi, cải chính hộ tịch', 'Extract of a change'), option('nhan-cha-me-con', 'Trích lục nhận cha, mẹ, con', 'Recognition extract'), option('giam-ho', 'Trích lục giám hộ', 'Guardianship extract')),
      allowOther: true, label: t('Cần bản sao giấy nào?', 'Which record?'),
    },
    'nguoi.giayTo': { required: false },
    'daDangKy.tai': { label: t('Trước đây đăng ký ở đâu?', 'Where was it registered?') },
    'daDangKy.ngay': { label: t('Ngày đăng ký', 'Date of registration'), precision: 'partial' },
    'daDangKy.so': { label: t('Số đăng ký', 'Number in the register') },
    'soLuong': { label: t('Cần mấy bản?', 'How many copies?'), min: 1, max: 50, initial: 1, hint: t('Mỗi bản 8.000 đồng.', '8,000 đồng each.') },
  },
};

const isName = equals('loaiViec', 'thay-doi');
const isGroup = equals('loaiViec', 'xac-dinh-lai-dan-toc');
export const CORRECTION: FormOverride = {
  applicant,
  splitAt: { 'daDangKy.loai': t('Giấy cần sửa', 'The record') },
  fields: {
    'nguoiYeuCau.noiCuTru': own,
    'nguoiYeuCau.quanHe': { label: t('Làm cho ai?', 'Who is it for?') },
    'loaiViec': {
      ...radio(option('thay-doi', 'Thay đổi họ, chữ đệm, tên', 'Change of name'), option('cai-chinh', 'Cải chính (sửa chỗ ghi sai)', 'Correction of wrong data'), option('bo-sung', 'Bổ sung thông tin còn thiếu', 'Addition of missing data'), option('xac-dinh-lai-dan-toc', 'Xác định lại dân tộc', 'Ethnic group set again')),
      label: t('Cần làm việc gì?', 'What is needed?'),
    },
    'daDangKy.loai': { ...select(option('khai-sinh', 'Khai sinh', 'Birth'), option('ket-hon', 'Kết hôn', 'Marriage'), option('khai-tu', 'Khai tử', 'Death'), option('giam-ho', 'Giám hộ', 'Guardianship'), option('nhan-cha-me-con', 'Nhận cha, mẹ, con', 'Recognition')), allowOther: true, label: t('Sửa trên giấy nào?', 'Which record is changed?') },
    'daDangKy.tai': { label: t('Giấy đó đăng ký ở đâu?', 'Where was it registered?') },
    'daDangKy.ngay': { label: t('Ngày đăng ký', 'Date of registration'), precision: 'partial' },
    'daDangKy.so': { label: t('Số đăng ký', 'Number in the register') },
    'noiDung': { label: t('Sửa từ gì thành gì?', 'What is changed, from … to …'), example: t('Ngày sinh từ 12/3/1985 thành 21/3/1985', 'Date of birth from 12/3/1985 to 21/3/1985') },
    'lyDo': { label: t('Vì sao cần sửa?', 'Reason'), example: t('Giấy khai sinh ghi sai so với giấy chứng sinh', 'The birth certificate differs from the birth notice') },
    ...copies,
    'yKien.chaMe': { label: t('Ý kiến của cha và mẹ', 'Opinion of father and mother'), printedLabel: 'Ý kiến của cha và mẹ (nếu thay đổi họ, chữ đệm, tên cho người dưới 18 tuổi)', when: all(isName, ageLess('nguoi.ngaySinh', 18)), required: true, hint: t('Ghi «Đồng ý» và họ tên cha, mẹ. Ký khi đến quầy.', 'Write “Đồng ý” and the names of both parents. They sign at the counter.') },
    'yKien.nguoiDuoc': { label: t('Ý kiến của người được thay đổi', 'Opinion of the person concerned'), printedLabel: 'Ý kiến của người được thay đổi họ, chữ đệm, tên (nếu người đó từ đủ 9 tuổi trở lên); xác định lại dân tộc (nếu người đó từ đủ 15 tuổi đến dưới 18 tuổi)', when: any(all(isName, ageAtLeast('nguoi.ngaySinh', 9)), all(isGroup, ageAtLeast('nguoi.ngaySinh', 15), ageLess('nguoi.ngaySinh', 18))), required: true },
  },
  steps: { 'y-kien': { when: any(isName, isGroup) } },
};
export { copies, own, parent, words };
