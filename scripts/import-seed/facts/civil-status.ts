/** Hộ tịch: Luật Hộ tịch 60/2014/QH13, NĐ 123/2015/NĐ-CP, TT 281/2016/TT-BTC. */
import { ALL, authorisation, byProvince, caseOf, channels, filledHere, free, identity, paper, residence, sameDay, service, text, workingDays, type Facts } from './common.ts';

const EXEMPT = 'Luật Hộ tịch 60/2014/QH13, Điều 11';
const BY_COUNCIL = 'Thông tư 85/2019/TT-BTC; Luật Hộ tịch 60/2014/QH13, Điều 11';
const council = (vi: string, en: string) =>
  byProvince(text(`${vi} Mức thu do Hội đồng nhân dân tỉnh quy định.`, `${en} The amount is set by the provincial People’s Council.`), BY_COUNCIL);
const copies = service('phi-ban-sao', text('Phí cấp bản sao', 'Fee per copy'), { type: 'per-copy', amount: 8000 }, { legalBasis: 'Thông tư 281/2016/TT-BTC' });

export const CIVIL_STATUS: Facts = {
  '1.001193': {
    verified: true, keepNotes: true, weight: 1,
    plainName: text('Làm giấy khai sinh cho con', 'Register a birth'),
    summary: text(
      'Để trẻ có giấy khai sinh và số định danh cá nhân. Cha hoặc mẹ làm trong 60 ngày từ ngày sinh; ông bà, người thân cũng làm thay được.',
      'Gives the child a birth certificate and a personal number. A parent does it within 60 days of the birth; grandparents and relatives may do it too.',
    ),
    postal: 'both',
    channels: channels(ALL, sameDay, [free(text('Miễn phí khi đăng ký trong 60 ngày từ ngày sinh, và cho gia đình có công, hộ nghèo, người khuyết tật. Đăng ký muộn: mức thu do Hội đồng nhân dân tỉnh quy định.', 'Free within 60 days of the birth, and for families with merit, poor households and people with a disability. Later: set by the province.'), EXEMPT)], 'Luật Hộ tịch, Điều 5 và Điều 16'),
    cases: [
      caseOf('co-giay-chung-sinh', 'Có giấy chứng sinh', paper('giay-chung-sinh', 'Giấy chứng sinh. Bệnh viện đã gửi bản điện tử có ký số thì không phải nộp'), identity, residence, authorisation, filledHere('Tờ khai đăng ký khai sinh')),
      caseOf('khong-co-giay-chung-sinh', 'Không có giấy chứng sinh', paper('xac-nhan-viec-sinh', 'Văn bản của người làm chứng xác nhận việc sinh; không có người làm chứng thì giấy cam đoan về việc sinh'), identity, residence, authorisation, filledHere('Tờ khai đăng ký khai sinh')),
      caseOf('tre-bi-bo-roi', 'Trẻ bị bỏ rơi', paper('bien-ban-bo-roi', 'Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập'), identity, filledHere('Tờ khai đăng ký khai sinh')),
      caseOf('mang-thai-ho', 'Trẻ sinh ra do mang thai hộ', paper('giay-chung-sinh-mth', 'Giấy chứng sinh'), paper('xac-nhan-mang-thai-ho', 'Văn bản của cơ sở y tế xác nhận đã thực hiện kỹ thuật hỗ trợ sinh sản cho việc mang thai hộ'), identity, residence, filledHere('Tờ khai đăng ký khai sinh')),
    ],
  },
  '1.000656': {
    verified: true, keepNotes: true, weight: 0.8,
    plainName: text('Khai tử, báo người thân đã mất', 'Register a death'),
    summary: text('Vợ, chồng, con, cha, mẹ hoặc người thân làm trong 15 ngày từ ngày mất. Nơi làm: Ủy ban xã nơi người mất cư trú cuối cùng.', 'Done by the spouse, a child, a parent or a relative within 15 days of the death, at the commune of last residence.'),
    postal: 'both',
    channels: channels(ALL, sameDay, [council('Miễn phí khi đăng ký trong 15 ngày, và cho gia đình có công, hộ nghèo, người khuyết tật.', 'Free within 15 days of the death, and for families with merit, poor households and people with a disability.')], 'Luật Hộ tịch, Điều 34'),
    cases: [
      caseOf('co-giay-bao-tu', 'Có giấy báo tử hoặc giấy tờ thay thế', paper('giay-bao-tu', 'Giấy báo tử hoặc giấy tờ thay Giấy báo tử. Đã có bản điện tử thì không phải nộp'), identity, paper('noi-cu-tru-cuoi', 'Giấy tờ chứng minh nơi cư trú cuối cùng, hoặc nơi mất, chỉ khi cơ quan không tra cứu được', { required: false }), authorisation, filledHere('Tờ khai đăng ký khai tử')),
      caseOf('chet-da-lau', 'Mất đã lâu, không có giấy báo tử', paper('chung-cu-chet', 'Giấy tờ, tài liệu, chứng cứ do cơ quan, tổ chức có thẩm quyền cấp hoặc xác nhận, chứng minh sự kiện chết'), identity, paper('noi-cu-tru-cuoi-2', 'Giấy tờ chứng minh nơi cư trú cuối cùng, hoặc nơi mất, chỉ khi cơ quan không tra cứu được', { required: false }), authorisation, filledHere('Tờ khai đăng ký khai tử')),
    ],
  },
  '1.000894': {
    verified: true, keepNotes: true, weight: 0.9,
    plainName: text('Đăng ký kết hôn', 'Register a marriage'),
    summary: text('Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi. Khai trước ở đây; hai người cùng đến Ủy ban xã của một trong hai bên để ký.', 'Groom at least 20, bride at least 18. Declare here first; both come to the commune of either of them to sign.'),
    postal: 'none', serviceLevel: 'partial',
    serviceLevelReason: 'Pháp luật yêu cầu hai bên nam, nữ có mặt khi ký Giấy chứng nhận kết hôn (Luật Hộ tịch, Điều 18)',
    channels: channels(['counter', 'online'], sameDay, [free(text('Miễn phí cho công dân Việt Nam cư trú trong nước.', 'Free for Vietnamese citizens living in the country.'), EXEMPT)], 'Phải xác minh thì không quá 5 ngày làm việc (Luật Hộ tịch, Điều 18)'),
    cases: [caseOf('chung', null, filledHere('Tờ khai đăng ký kết hôn, hai bên khai chung'), identity, residence, paper('xac-nhan-hon-nhan', 'Giấy xác nhận tình trạng hôn nhân, khi một bên không cư trú tại xã này và cơ quan không tra cứu được', { required: false }), paper('ban-an-ly-hon', 'Trích lục ghi chú ly hôn, chỉ khi đã ly hôn ở nước ngoài', { required: false }))],
  },
  '1.004873': {
    verified: true, keepNotes: true, weight: 0.85,
    plainName: text('Giấy xác nhận độc thân (tình trạng hôn nhân)', 'Certificate of marital status'),
    summary: text('Giấy xác nhận một người chưa kết hôn, đã ly hôn hoặc đang có vợ, có chồng. Dùng trong 6 tháng, đúng mục đích ghi trên giấy.', 'Confirms that you are single, divorced, widowed or married. Valid 6 months, for the purpose it names.'),
    postal: 'both',
    channels: channels(ALL, workingDays(3, '03 ngày làm việc'), [council('Miễn cho gia đình có công, hộ nghèo, người khuyết tật.', 'Free for families with merit, poor households and people with a disability.')], 'Nghị định 123/2015/NĐ-CP, Điều 22; phải xác minh thì lâu hơn'),
    cases: [
      caseOf('lan-dau', 'Chưa từng được cấp, hoặc cấp lần đầu cho mục đích này', filledHere('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'), identity, residence, paper('ly-hon-hoac-chung-tu', 'Đã ly hôn hoặc vợ, chồng đã mất: bản án, quyết định ly hôn hoặc trích lục khai tử, khi cơ quan không tra cứu được', { required: false }), authorisation),
      caseOf('cap-lai', 'Giấy cũ hết hạn hoặc dùng cho mục đích khác', filledHere('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'), paper('giay-cu', 'Giấy xác nhận tình trạng hôn nhân đã được cấp trước đó'), identity, residence, authorisation),
    ],
  },
  '2.000635': {
    verified: true, keepNotes: true, weight: 0.95,
    plainName: text('Xin bản sao giấy khai sinh, trích lục kết hôn, khai tử', 'Copy of a birth, marriage or death record'),
    summary: text('Lấy thêm bản sao giấy khai sinh hoặc trích lục hộ tịch. Làm ở xã nào cũng được, không cần về nơi đăng ký cũ.', 'More copies of a civil-status record. Any commune can issue them.'),
    agency: 'Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử (Ủy ban nhân dân cấp xã, Sở Tư pháp)',
    postal: 'both', levels: ['commune', 'province'],
    channels: channels(ALL, sameDay, [copies], 'Luật Hộ tịch, Điều 64'),
    cases: [
      caseOf('ca-nhan', 'Cá nhân', filledHere('Tờ khai cấp bản sao trích lục hộ tịch'), identity, authorisation, paper('ban-sao-tuy-than', 'Gửi qua bưu chính: bản sao có chứng thực giấy tờ tùy thân', { originals: 0, copies: 1, required: false })),
      caseOf('co-quan', 'Cơ quan, tổ chức', paper('van-ban-yeu-cau', 'Văn bản yêu cầu cấp bản sao trích lục hộ tịch, nêu rõ lý do')),
    ],
  },
  '1.004859': {
    verified: true, keepNotes: true, weight: 0.8,
    plainName: text('Sửa sai, đổi tên trên giấy khai sinh và giấy hộ tịch', 'Correct or change a civil-status record'),
    summary: text('Đổi họ, tên; sửa ngày sinh, quê quán ghi sai; bổ sung chỗ còn thiếu; xác định lại dân tộc.', 'Change a name, correct wrong data, add missing data, or set the ethnic group again.'),
    postal: 'both',
    channels: channels(ALL, workingDays(3, '03 ngày làm việc'), [council('Miễn cho gia đình có công, hộ nghèo, người khuyết tật.', 'Free for families with merit, poor households and people with a disability.')], 'Phải xác minh thì thêm không quá 3 ngày làm việc; riêng bổ sung thông tin làm trong ngày (Luật Hộ tịch, Điều 28, 29)'),
    cases: [caseOf('chung', null, filledHere('Tờ khai thay đổi, cải chính hộ tịch'), paper('can-cu', 'Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung (giấy khai sinh cũ, học bạ, quyết định…)'), identity, residence, authorisation)],
  },
  '1.004884': { weight: 0.5, plainName: text('Đăng ký lại khai sinh khi mất cả sổ và giấy', 'Register a birth again') },
  '1.004746': { weight: 0.3, plainName: text('Đăng ký lại kết hôn', 'Register a marriage again') },
  '1.005461': { weight: 0.25, plainName: text('Đăng ký lại khai tử', 'Register a death again') },
  '1.004772': { weight: 0.45, plainName: text('Khai sinh cho người lớn đã có giấy tờ', 'Birth registration of a person who already has papers') },
  '1.001022': { weight: 0.5, plainName: text('Nhận cha, mẹ, con', 'Recognise a father, mother or child') },
  '1.000689': { weight: 0.45, plainName: text('Khai sinh và nhận con cùng lúc', 'Register a birth and recognise the child at once') },
  '1.004837': { weight: 0.3, plainName: text('Đăng ký người giám hộ', 'Register a guardian') },
  '2.001263': { weight: 0.3, plainName: text('Nhận con nuôi trong nước', 'Adopt a child') },
};
