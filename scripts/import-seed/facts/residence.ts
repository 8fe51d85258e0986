/** Cư trú (TT 53/2025/TT-BCA, TT 75/2022/TT-BTC) và chứng thực (NĐ 23/2015/NĐ-CP, TT 226/2016/TT-BTC). */
import type { FeeExemption } from '@motcua/contract/payment';
import type { ProcedureChannel } from '@motcua/contract/procedure';
import type { TimeLimit } from '@motcua/contract/calendar';
import { caseOf, channels, filledHere, free, paper, sameDay, service, text, workingDays, type Facts } from './common.ts';

const BASIS = 'Thông tư 75/2022/TT-BTC';
const exemption = (id: string, vi: string, en: string, proof: string): FeeExemption => ({ id, label: text(vi, en), proof: { vi: proof }, factor: 0 });
const EXEMPTIONS: FeeExemption[] = [
  exemption('tre-em', 'Trẻ em', 'Child', 'Giấy khai sinh hoặc số định danh cá nhân'),
  exemption('nguoi-cao-tuoi', 'Người cao tuổi', 'Older person', 'Căn cước'),
  exemption('nguoi-khuyet-tat', 'Người khuyết tật', 'Person with a disability', 'Giấy xác nhận khuyết tật'),
  exemption('ho-ngheo', 'Người thuộc hộ nghèo', 'Member of a poor household', 'Giấy chứng nhận hộ nghèo'),
  exemption('nguoi-co-cong', 'Người có công với cách mạng và thân nhân', 'Person with merit, and relatives', 'Giấy tờ chứng nhận người có công'),
];
/** Residence procedures cost half when asked for online. */
function residenceChannels(time: TimeLimit, counter: number, online: number, note?: string): ProcedureChannel[] {
  const fee = (amount: number) => service('phi-cu-tru', text('Phí đăng ký cư trú', 'Residence registration fee'), { type: 'fixed', amount }, { legalBasis: BASIS, exemptions: EXEMPTIONS, ...(note ? { note: { vi: note } } : {}) });
  const hours = 'Công an xã nhận hồ sơ từ thứ Hai đến thứ Sáu và sáng thứ Bảy';
  return [{ kind: 'counter', time, timeNote: hours, fees: [fee(counter)] }, { kind: 'online', time, fees: [fee(online)] }];
}
const ct01 = filledHere('Tờ khai thay đổi thông tin cư trú, mẫu CT01');
const home = paper('cho-o-hop-phap', 'Giấy tờ chứng minh chỗ ở hợp pháp. Đã có trong cơ sở dữ liệu hoặc trên VNeID thì không phải nộp');

export const RESIDENCE: Facts = {
  '1.004222': {
    verified: true, keepNotes: true, weight: 0.9,
    plainName: text('Nhập hộ khẩu (đăng ký thường trú)', 'Register permanent residence'),
    summary: text('Chuyển nơi thường trú về nhà của mình, nhà người thân hoặc nhà thuê. Ảnh chụp giấy tờ là đủ, không cần công chứng.', 'Move your permanent residence to your own home, a relative’s or a rented one. Photographs of the papers are enough.'),
    channels: residenceChannels(workingDays(7, '07 ngày làm việc'), 20000, 10000),
    cases: [
      caseOf('nha-cua-minh', 'Về nhà của mình', ct01, home),
      caseOf('nha-nguoi-than', 'Về ở với người thân (vợ, chồng, cha, mẹ, con, ông, bà, anh, chị, em…)', ct01, paper('quan-he-nhan-than', 'Giấy tờ chứng minh quan hệ với chủ hộ. Đã có trong cơ sở dữ liệu dân cư thì không phải nộp')),
      caseOf('nha-thue', 'Về nhà thuê, mượn, ở nhờ', ct01, paper('hop-dong-thue', 'Hợp đồng hoặc văn bản cho thuê, cho mượn, cho ở nhờ có công chứng hoặc chứng thực'), paper('dien-tich', 'Thông tin chứng minh đủ diện tích nhà ở bình quân. Đã có trong cơ sở dữ liệu thì không phải nộp')),
    ],
  },
  '1.004194': {
    verified: true, keepNotes: true, weight: 0.85,
    plainName: text('Đăng ký tạm trú', 'Register temporary residence'),
    summary: text('Khi đến ở nơi khác từ 30 ngày trở lên để học, làm việc hoặc vì lý do khác.', 'When you live somewhere else for 30 days or more.'),
    channels: residenceChannels(workingDays(3, '03 ngày làm việc'), 15000, 7000, 'Đăng ký theo danh sách: 10.000 đồng/người tại quầy, 5.000 đồng/người trực tuyến'),
    cases: [
      caseOf('ca-nhan', 'Cá nhân, hộ gia đình', ct01, home),
      caseOf('danh-sach', 'Theo danh sách', paper('van-ban-danh-sach', 'Văn bản đề nghị đăng ký tạm trú kèm danh sách người tạm trú, ghi rõ chỗ ở hợp pháp', { originals: 1, copies: 1 }), ct01),
    ],
  },
  '1.002755': { weight: 0.45, plainName: text('Gia hạn tạm trú', 'Extend temporary residence'), channels: residenceChannels(workingDays(3, '03 ngày làm việc'), 15000, 7000) },
  '1.010038': { weight: 0.5, plainName: text('Tách hộ khẩu', 'Leave a household'), channels: residenceChannels(workingDays(5, '05 ngày làm việc'), 10000, 5000) },
  '1.010028': { weight: 0.25, plainName: text('Xóa tạm trú', 'Remove temporary residence'), channels: channels(['counter', 'online'], workingDays(2, '02 ngày làm việc'), [free()]) },
  '1.003197': { weight: 0.35, plainName: text('Xóa đăng ký thường trú', 'Remove permanent residence'), channels: channels(['counter', 'online'], workingDays(5, '05 ngày làm việc'), [free()]) },
  '1.010041': { weight: 0.6, plainName: text('Xác nhận thông tin cư trú (thay sổ hộ khẩu)', 'Confirmation of residence'), },
  '1.010039': { weight: 0.3 },
  '2.001159': { weight: 0.3, plainName: text('Báo có khách ở lại (lưu trú)', 'Report an overnight stay') },
  '1.003677': { weight: 0.2 },
  '2.000815': {
    verified: true, weight: 0.95,
    plainName: text('Sao y, chứng thực bản sao từ bản chính', 'Certified copy of a document'),
    summary: text('Đóng dấu bản sao đúng với bản chính: bằng cấp, căn cước, giấy khai sinh… Gửi ảnh trước để xã chuẩn bị, rồi mang bản chính đến đối chiếu.', 'A stamp that a copy equals the original. Send photographs first, then bring the original.'),
    postal: 'return', serviceLevel: 'partial',
    serviceLevelReason: 'Phải đối chiếu với bản chính (Nghị định 23/2015/NĐ-CP, Điều 20)',
    channels: channels(['counter', 'online'], sameDay, [
      service('phi-chung-thuc', text('Phí chứng thực bản sao', 'Certification fee'), { type: 'per-page', tiers: [{ fromPage: 1, amount: 2000 }, { fromPage: 3, amount: 1000 }], maxPerCopy: 200000 }, {
        note: text('Trang 1 và 2: 2.000 đồng một trang; từ trang 3: 1.000 đồng một trang; nhiều nhất 200.000 đồng một bản. Trang tính theo bản chính.', 'Pages 1 and 2: 2,000 đồng each; from page 3: 1,000 each; at most 200,000 a copy.'),
        legalBasis: 'Thông tư 226/2016/TT-BTC, Điều 4',
      }),
    ], 'Nhiều bản hoặc nội dung phức tạp: thêm không quá 2 ngày làm việc (Nghị định 23/2015/NĐ-CP, Điều 7 và 21)'),
    cases: [caseOf('chung', null, paper('ban-chinh', 'Bản chính giấy tờ cần sao (chụp gửi trước; mang bản chính đến đối chiếu)'), paper('ban-sao', 'Bản sao cần chứng thực; không có thì xã sao giúp', { originals: 0, copies: 1, required: false }))],
  },
  '2.000884': {
    verified: true, weight: 0.7, postal: 'none', serviceLevel: 'partial',
    serviceLevelReason: 'Người yêu cầu phải ký trước mặt người thực hiện chứng thực (Nghị định 23/2015/NĐ-CP, Điều 24)',
    plainName: text('Chứng thực chữ ký', 'Certify a signature'),
    summary: text('Xác nhận chữ ký trên giấy tờ, sơ yếu lý lịch, giấy ủy quyền đúng là của người ký. Đừng ký trước; ký tại quầy.', 'Confirms that a signature is yours. Do not sign beforehand; sign at the counter.'),
    channels: channels(['counter'], sameDay, [service('phi-chung-thuc', text('Phí chứng thực chữ ký', 'Certification fee'), { type: 'fixed', amount: 10000 }, { note: text('Một trường hợp là một hoặc nhiều chữ ký trên cùng một giấy tờ.', 'One or more signatures in one paper.'), legalBasis: 'Thông tư 226/2016/TT-BTC, Điều 4' })]),
  },
  '2.001035': {
    verified: true, weight: 0.6, plainName: text('Chứng thực hợp đồng, giao dịch về nhà, đất, xe', 'Certify a contract about land, a house or a vehicle'),
    channels: channels(['counter'], workingDays(2, 'Không quá 02 ngày làm việc'), [service('phi-chung-thuc', text('Phí chứng thực giao dịch', 'Certification fee'), { type: 'fixed', amount: 50000 }, { legalBasis: 'Thông tư 226/2016/TT-BTC, Điều 4' })]),
  },
};
