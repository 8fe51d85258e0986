/** Words of answering a supplement request (bổ sung giấy tờ). */
import { fieldsVi } from './fields.ts';
import { findingsVi } from './findings.ts';

export const supplementVi = {
  title: 'Gửi bổ sung tại đây',
  intro: 'Chỉ cần sửa những chỗ cán bộ nêu. Phần khác của hồ sơ giữ nguyên.',
  why: { missing: 'Còn thiếu', wrong: 'Chưa đúng', expired: 'Đã hết hạn', unclear: 'Không rõ' } as Record<string, string>,
  help: {
    missing: 'Chụp hoặc chọn tệp giấy này.',
    wrong: 'Xin làm lại cho đúng.',
    expired: 'Xin gửi bản còn hạn.',
    unclear: 'Chụp ở chỗ sáng, đủ bốn góc, đọc được từng chữ.',
  } as Record<string, string>,
  example: (text: string) => `Ví dụ: ${text}`,
  dateExample: 'Ghi ngày/tháng/năm. Ví dụ: 23/11/2026.',
  explain: 'Xin ghi lại cho đúng',
  words: 'Muốn nhắn thêm với cán bộ (không bắt buộc)',
  send: 'Gửi bổ sung',
  sending: 'Đang gửi…',
  uploading: 'Đang chờ tệp đến nơi…',
  files: 'Có tệp chưa gửi được. Xin thử lại tệp đó hoặc bỏ ra.',
  unsure: 'Mạng bị ngắt, chưa biết đã tới hay chưa. Bấm gửi lại. Không sợ bị gửi hai lần.',
  refused: 'Chưa gửi được. Xin xem lại các mục trên, hoặc gọi Bộ phận Một cửa.',
  over: 'Hồ sơ này không còn chờ bổ sung nữa.',
  wrong: 'Có chỗ cần xem lại. Xin đọc dòng chữ đỏ.',
  empty: 'Chỗ này còn trống. Xin điền vào, hoặc chọn tệp.',
  support: (code: string) => `Mã báo lỗi: ${code}.`,
  yes: fieldsVi.yes,
  no: fieldsVi.no,
  choose: fieldsVi.choose,
  findings: findingsVi,
  otherFinding: fieldsVi.otherFinding.error,
  fill: fieldsVi.fill,
};
/** Shape of the words in every language. */
export type SupplementMessages = typeof supplementVi;
