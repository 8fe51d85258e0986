/** Trợ giúp xã hội, hộ kinh doanh và việc thường gặp khác. */
import { ALL, byProvince, caseOf, channels, filledHere, free, identity, paper, text, workingDays, type Facts } from './common.ts';

export const WELFARE: Facts = {
  '1.001612': {
    verified: true, keepNotes: true, weight: 0.85,
    plainName: text('Mở hộ kinh doanh (đăng ký kinh doanh cá nhân)', 'Register a household business'),
    summary: text('Để mở quán, cửa hàng, cơ sở nhỏ do một người hoặc các thành viên trong hộ làm chủ.', 'To open a small shop or business owned by one person or by members of a household.'),
    postal: 'both',
    channels: channels(ALL, workingDays(3, '03 ngày làm việc'), [byProvince(text('Mức lệ phí do Hội đồng nhân dân tỉnh quy định.', 'The amount is set by the provincial People’s Council.'), 'Thông tư 85/2019/TT-BTC')]),
    cases: [
      caseOf('ca-nhan', 'Một người làm chủ', filledHere('Giấy đề nghị đăng ký hộ kinh doanh'), identity, paper('uy-quyen', 'Văn bản ủy quyền và bản sao căn cước của người được ủy quyền, chỉ khi nhờ người khác nộp', { originals: 0, copies: 1, required: false })),
      caseOf('thanh-vien-ho', 'Các thành viên trong hộ cùng làm chủ', filledHere('Giấy đề nghị đăng ký hộ kinh doanh'), paper('uy-quyen-chu-ho', 'Bản sao văn bản ủy quyền của các thành viên cho một người làm chủ hộ kinh doanh', { originals: 0, copies: 1 }), identity),
    ],
  },
  '1.001776': {
    verified: true, keepNotes: true, weight: 0.8,
    plainName: text('Trợ cấp xã hội hằng tháng', 'Monthly social allowance'),
    summary: text('Cho người khuyết tật nặng, trẻ mồ côi, người đơn thân nghèo nuôi con, người cao tuổi khó khăn và người nhận nuôi dưỡng họ.', 'For people with a severe disability, orphans, poor single parents, older people in need and those who care for them.'),
    postal: 'both',
    channels: channels(ALL, workingDays(10, '10 ngày làm việc'), [free(undefined, 'Nghị định 20/2021/NĐ-CP')]),
    cases: [
      caseOf('nguoi-khuyet-tat', 'Người khuyết tật', filledHere('Tờ khai của đối tượng, mẫu số 1đ'), paper('xac-nhan-khuyet-tat', 'Giấy xác nhận khuyết tật'), identity, paper('mang-thai', 'Giấy xác nhận đang mang thai của cơ quan y tế, chỉ khi đang mang thai', { required: false })),
      caseOf('doi-tuong-khac', 'Trẻ em, người đơn thân nghèo, người cao tuổi, người nhiễm HIV', paper('to-khai-mau-1', 'Tờ khai của đối tượng theo mẫu số 1a, 1b, 1c hoặc 1d (Nghị định 20/2021/NĐ-CP)'), paper('khai-sinh-tre', 'Giấy khai sinh của trẻ, khi xét trợ cấp cho trẻ em hoặc người đang nuôi con', { required: false }), paper('hiv', 'Giấy xác nhận của cơ quan y tế, khi nhiễm HIV', { required: false }), identity),
      caseOf('nuoi-duong', 'Hỗ trợ kinh phí chăm sóc, nuôi dưỡng', paper('mau-2a', 'Tờ khai hộ gia đình có người khuyết tật, mẫu số 2a', { required: false }), paper('mau-2b', 'Tờ khai nhận chăm sóc, nuôi dưỡng, mẫu số 2b'), paper('mau-03', 'Tờ khai của người được nhận chăm sóc, mẫu số 03, khi người đó không hưởng trợ cấp hằng tháng', { required: false }), identity),
    ],
  },
  '1.001699': {
    verified: true, keepNotes: true, weight: 0.75,
    plainName: text('Xin giấy xác nhận khuyết tật', 'Certificate of disability'),
    summary: text('Hội đồng của xã xem mức độ khuyết tật và cấp giấy, để được hưởng trợ cấp, bảo hiểm y tế, miễn giảm học phí.', 'A commune board assesses the degree of disability; the certificate opens allowances and health insurance.'),
    postal: 'both',
    channels: channels(ALL, workingDays(25, '25 ngày làm việc'), [free()]),
    cases: [
      caseOf('lan-dau', 'Xác định lần đầu', filledHere('Đơn đề nghị, mẫu số 01'), paper('giay-to-y-te', 'Bản sao bệnh án, giấy khám, điều trị, phẫu thuật (nếu có)', { originals: 0, copies: 1, required: false }), paper('giam-dinh', 'Bản sao kết luận của Hội đồng Giám định y khoa (nếu có)', { originals: 0, copies: 1, required: false })),
      caseOf('xac-dinh-lai', 'Xác định lại, cấp đổi, cấp lại', filledHere('Đơn đề nghị, mẫu số 01'), paper('giay-cu', 'Bản sao Giấy xác nhận khuyết tật cũ và giấy tờ liên quan (nếu có)', { originals: 0, copies: 1, required: false })),
    ],
  },
  '1.001731': { weight: 0.45, plainName: text('Hỗ trợ tiền mai táng cho đối tượng bảo trợ xã hội', 'Help with funeral costs') },
  '1.014027': { weight: 0.7, plainName: text('Trợ cấp hưu trí xã hội (người từ 75 tuổi)', 'Social pension') },
  '1.014028': { weight: 0.4 },
  '1.011607': { weight: 0.55, plainName: text('Xin xét hộ nghèo, hộ cận nghèo trong năm', 'Ask to be listed as a poor household') },
  '1.011606': { weight: 0.4 },
  '3.000722': { weight: 0.85, plainName: text('Khai sinh, hộ khẩu, thẻ BHYT, căn cước cho trẻ: làm một lần', 'Birth, residence, health card and identity card of a child at once') },
  '1.001266': { weight: 0.4, plainName: text('Đóng hộ kinh doanh', 'Close a household business') },
  '2.000720': { weight: 0.45, plainName: text('Đổi thông tin hộ kinh doanh', 'Change a household business') },
  '1.014061': { weight: 0.55 },
  '1.014064': { weight: 0.35 },
  '1.116410': { weight: 0.4 },
  '3.000228': { weight: 0.4 },
  '1.013978': { weight: 0.5, plainName: text('Làm sổ đỏ lần đầu', 'First land certificate') },
  '1.013225': { weight: 0.5, plainName: text('Xin giấy phép xây nhà', 'Building permit') },
  '1.012812': { weight: 0.45, plainName: text('Hòa giải tranh chấp đất đai', 'Mediation of a land dispute') },
  '1.013133': { weight: 0.4 },
  '1.013855': { weight: 0.3 },
};
