/** CT01 and the household business. */
import { answered, equals, isIn, option, t, type FieldPatch, type FormOverride } from '../form-types.ts';

/** A paper signature becomes a question with the two ways the form itself allows, and «not needed». */
function consentOf(vi: string, en: string): FieldPatch {
  return {
    kind: 'choice', display: 'radio', label: t(vi, en),
    options: [
      option('vneid', 'Đồng ý, sẽ xác nhận qua VNeID', 'Agrees, will confirm in VNeID'),
      option('van-ban', 'Đồng ý, có văn bản hoặc ký tại quầy', 'Agrees in writing or at the counter'),
      option('khong-can', 'Trường hợp này không cần', 'Not needed here'),
    ],
  };
}
const asked = (who: string): FieldPatch => ({ when: equals(who, 'vneid'), required: true });

export const CT01: FormOverride = {
  applicant: { name: 'hoTen', phone: 'dienThoai', email: 'email' },
  fields: {
    'hoTen': { label: t('Họ, chữ đệm và tên khai sinh', 'Full name as in the birth registration') },
    'soDinhDanh': { label: t('Số định danh cá nhân', 'Personal identification number'), birthDateField: 'ngaySinh', sexField: 'gioiTinh' },
    'chuHo.hoTen': { label: t('Họ, chữ đệm và tên chủ hộ', 'Full name of the head of household'), hint: t('Người khai là chủ hộ thì ghi tên mình.', 'Your own name if you are the head of household.') },
    'chuHo.quanHe': { optionsFrom: 'relations-head', required: answered('chuHo.hoTen'), label: t('Người khai là gì của chủ hộ?', 'How are you related to the head of household?') },
    'chuHo.soDinhDanh': { required: answered('chuHo.hoTen') },
    'noiDung': { label: t('Đề nghị việc gì?', 'What do you ask for?'), hint: t('Ghi rõ việc và địa chỉ đầy đủ.', 'Say what you need, with the whole address.'), example: t('Đăng ký thường trú tại số 12, ấp 1, xã Thới Bình, tỉnh Cà Mau', 'Permanent residence at 12, hamlet 1, Thới Bình commune, Cà Mau') },
    'thanhVien': { label: t('Người trong hộ cùng thay đổi', 'Members who change together'), itemLabel: t('Người', 'Person'), addLabel: t('Thêm một người', 'Add a person') },
    'thanhVien.quanHe': { optionsFrom: 'relations-head' },
    'thanhVien.soDinhDanh': { birthDateField: 'ngaySinh', sexField: 'gioiTinh' },
    'yKien.chuHo': consentOf('Ý kiến của chủ hộ', 'Consent of the head of household'),
    'yKien.chuSoHuu': consentOf('Ý kiến của chủ sở hữu chỗ ở', 'Consent of the owner of the dwelling'),
    'yKien.chuSoHuu.hoTen': { ...asked('yKien.chuSoHuu'), label: t('Họ và tên chủ sở hữu chỗ ở', 'Name of the owner') },
    'yKien.chuSoHuu.soDinhDanh': { ...asked('yKien.chuSoHuu'), label: t('Số định danh của chủ sở hữu chỗ ở', 'Personal number of the owner') },
    'yKien.chaMe': { ...consentOf('Ý kiến của cha hoặc mẹ hoặc người giám hộ', 'Consent of a parent or guardian'), hint: t('Chỉ cần khi người đăng ký dưới 18 tuổi.', 'Only when the person is under 18.') },
    'yKien.chaMe.hoTen': { ...asked('yKien.chaMe'), label: t('Họ và tên cha, mẹ hoặc người giám hộ', 'Name of the parent or guardian') },
    'yKien.chaMe.soDinhDanh': { ...asked('yKien.chaMe'), label: t('Số định danh của cha, mẹ hoặc người giám hộ', 'Personal number of the parent or guardian') },
  },
};

const street = (vi: string, en: string): FieldPatch => ({ label: t(`${vi}: số nhà, đường, ấp`, `${en}: house, street, hamlet`), example: t('Số 12, ấp 1', '12, hamlet 1') });
/** Province comes with the commune; asking twice would only invite two answers. */
const place = (who: string, vi: string, en: string): Record<string, FieldPatch> => ({
  [`${who}.soNha`]: street(vi, en),
  [`${who}.xa`]: { label: t(`${vi}: tỉnh và xã, phường`, `${en}: province and commune`) },
  [`${who}.tinh`]: { kind: 'computed', compute: { op: 'copy', field: `${who}.xa`, part: 'provinceName' }, label: t(`${vi}: tỉnh, thành phố`, `${en}: province`), required: null },
});
const otherTaxAddress = { when: equals('thue.diaChiKhac', true) };
const tax = place('thue', 'Nơi nhận thông báo thuế', 'Tax notices');

export const BUSINESS: FormOverride = {
  applicant: { name: 'hoTen', phone: 'dienThoai', email: 'email' },
  splitAt: { ngayBatDau: t('Bắt đầu hoạt động', 'Start') },
  fields: {
    'hoTen': { label: t('Họ, chữ đệm và tên', 'Full name') },
    'soDinhDanh': { birthDateField: 'ngaySinh', sexField: 'gioiTinh' },
    ...place('thuongTru', 'Nơi thường trú', 'Permanent residence'),
    ...place('hienTai', 'Nơi ở hiện tại', 'Present residence'),
    ...place('truSo', 'Trụ sở', 'Seat'),
    'ten.viet': { label: t('Tên tiếng Việt', 'Vietnamese name'), hint: t('Không ghi lại ba chữ «Hộ kinh doanh».', 'Without the words “Hộ kinh doanh”.'), example: t('Tạp hóa Ngọc Ánh', 'Tạp hóa Ngọc Ánh') },
    'ten.nuocNgoai': { label: t('Tên tiếng nước ngoài', 'Name in a foreign language') },
    'ten.vietTat': { label: t('Tên viết tắt', 'Short name') },
    'truSo.khongKinhDoanh': { label: t('Không kinh doanh tại trụ sở?', 'No business at the seat?'), hint: t('Chọn «Có» nếu không có địa điểm kinh doanh cố định.', 'Yes if there is no fixed place of business.') },
    'truSo.website': { label: t('Trang web', 'Website') },
    'nganhNghe': { minRows: 1, itemLabel: t('Ngành', 'Line of business'), addLabel: t('Thêm ngành nghề', 'Add a line') },
    'nganhNghe.ten': { example: t('Bán lẻ lương thực, thực phẩm', 'Retail of food') },
    'nganhNghe.ma': { hint: t('Không biết mã thì để trống.', 'Leave empty if you do not know it.'), example: t('4721', '4721') },
    'von.so': { label: t('Tổng số vốn (bằng số)', 'Capital in figures'), example: t('50.000.000', '50,000,000') },
    'von.chu': { label: t('Tổng số vốn (bằng chữ)', 'Capital in words'), required: false, hint: t('Có thể để trống, cán bộ ghi giúp.', 'May stay empty; the officer writes it.') },
    'thue.soNha': { ...tax['thue.soNha'], ...otherTaxAddress }, 'thue.xa': { ...tax['thue.xa'], ...otherTaxAddress }, 'thue.tinh': { ...tax['thue.tinh'], ...otherTaxAddress },
    'thue.dienThoai': otherTaxAddress, 'thue.email': otherTaxAddress,
    'ngayBatDau': { label: t('Ngày bắt đầu hoạt động', 'Starting date') },
    'soLaoDong': { label: t('Dự kiến có mấy lao động?', 'Expected number of workers'), min: 1, example: t('2', '2') },
    'phuongPhapThue': { required: false, label: t('Phương pháp tính thuế GTGT', 'VAT method'), hint: t('Chưa rõ thì để trống và hỏi thuế cơ sở. Thuế khoán đã bỏ từ 01/01/2026.', 'Leave empty if unsure. Presumptive tax ended on 1 January 2026.') },
    'chuThe': { ...{ kind: 'choice', display: 'radio' }, label: t('Ai làm chủ hộ kinh doanh?', 'Who founds the business?'), options: [option('ca-nhan', 'Một cá nhân', 'One person'), option('ho-gia-dinh', 'Các thành viên hộ gia đình', 'Members of a household')] },
    'thanhVien': { label: t('Các thành viên cùng làm chủ', 'Members of the household'), when: isIn('chuThe', 'ho-gia-dinh'), minRows: 1, itemLabel: t('Thành viên', 'Member'), addLabel: t('Thêm thành viên', 'Add a member') },
    'thanhVien.soDinhDanh': { birthDateField: 'ngaySinh', sexField: 'gioiTinh' },
  },
  before: { 'thue.soNha': [{ id: 'thue.diaChiKhac', kind: 'yes-no', printedLabel: '', label: t('Nhận thông báo thuế ở nơi khác trụ sở?', 'Tax notices to another address?') }] },
  steps: {
    'thong-tin-them': { description: t('Chỉ điền khi cơ quan không lấy được thông tin từ cơ sở dữ liệu dân cư. Có thể bỏ trống.', 'Only when the office cannot read the population database. May stay empty.') },
    'thanh-vien': { when: isIn('chuThe', 'ho-gia-dinh') },
  },
  join: { 'chu-the': 'ten', 'von': 'nganh-nghe' },
};
