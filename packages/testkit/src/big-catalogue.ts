/** A catalogue as large as that of the whole country, made up by rule: for tests and stories about length, never about finding. */
import type { Catalogue, CatalogueEntry, Level } from '@motcua/contract/procedure';

const ACTS = ['Cấp', 'Cấp lại', 'Cấp đổi', 'Gia hạn', 'Thu hồi', 'Đăng ký', 'Đăng ký lại', 'Xác nhận', 'Thẩm định', 'Phê duyệt', 'Điều chỉnh', 'Chấm dứt', 'Tạm ngừng', 'Chuyển nhượng', 'Công nhận', 'Thông báo', 'Kiểm tra', 'Xóa', 'Bổ sung', 'Sửa đổi'];
const THINGS = [
  'giấy phép xây dựng nhà ở', 'giấy chứng nhận đủ điều kiện an toàn thực phẩm', 'giấy phép khai thác nước dưới đất', 'chứng chỉ hành nghề khám bệnh, chữa bệnh', 'giấy phép hoạt động thư viện',
  'tàu cá dài dưới mười hai mét', 'hợp tác xã nông nghiệp', 'trang trại chăn nuôi', 'lễ hội truyền thống', 'cơ sở giáo dục mầm non', 'quỹ từ thiện', 'bến thủy nội địa', 'giấy phép lái xe hạng A1',
  'điểm cung cấp dịch vụ trò chơi điện tử', 'nguồn gen cây trồng', 'quyền sử dụng đất nuôi trồng thủy sản', 'hỗ trợ người khuyết tật nặng', 'trợ cấp người cao tuổi', 'giấy phép bán lẻ rượu', 'kế hoạch bảo vệ môi trường',
  'công trình thủy lợi nhỏ', 'câu lạc bộ thể thao cơ sở', 'giấy phép sử dụng vật liệu nổ', 'hồ sơ thương binh', 'nhà ở xã hội', 'biển số xe máy', 'quảng cáo ngoài trời', 'di tích cấp xã', 'dạy thêm học thêm',
];
const FOR = ['', ' cho hộ gia đình', ' cho tổ chức', ' cho người nước ngoài', ' tại khu vực biên giới', ' trong trường hợp bị mất', ' theo thủ tục rút gọn', ' lần đầu', ' có yếu tố nước ngoài', ' sau khi sáp nhập đơn vị hành chính'];
const LEVELS: readonly (readonly Level[])[] = [['commune'], ['province'], ['ministry']];
/** As many fields as the national catalogue has, nearly. */
const FIELDS = 120;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** `size` entries with different names and codes; the first ones are the most needed. */
export function bigCatalogue(size = 5700): Catalogue {
  const entries = Array.from({ length: size }, (_, index): CatalogueEntry => {
    const [act, thing, forWhom] = [at(ACTS, index), at(THINGS, Math.floor(index / ACTS.length)), at(FOR, Math.floor(index / (ACTS.length * THINGS.length)))];
    return {
      code: `3.${String(100_000 + index)}`,
      name: `${act} ${thing}${forWhom}`,
      field: `${thing.charAt(0).toUpperCase()}${thing.slice(1)} ${String(1 + (index % Math.ceil(FIELDS / THINGS.length)))}`,
      levels: [...at(LEVELS, index)],
      handledBy: index % LEVELS.length === 0 ? ['ubnd-xa'] : [],
      audience: [at(['citizen', 'business', 'organisation'] as const, index)],
      submission: 'counter',
      ...(index < 50 && { weight: 1 - index / 50 }),
    };
  });
  return { version: 'big', updatedAt: '2026-11-01T00:00:00.000Z', entries, everydayWords: [['synonym', 'giấy phép xây dựng nhà ở', [0], 'giấy xây nhà']] };
}
