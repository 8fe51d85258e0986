/** The few words of an assembled form that no law prints: plain, short, Vietnamese and English. */
import type { Step } from '@motcua/contract/form';

type Words = Step['title'];
const say = (vi: string, en: string): Words => ({ vi, en });

/** Words of the steps that every form has. */
export const WORDS = {
  applicantTitle: say('Người nộp hồ sơ', 'Who is applying'),
  applicant: say('Thông tin của bà con', 'Your details'),
  contactTitle: say('Cách liên hệ', 'How to reach you'),
  contactDescription: say(
    'Để báo cho bà con khi có kết quả hoặc cần thêm giấy tờ.',
    'So that we can tell you when the result is ready or a paper is missing.',
  ),
  declarantTitle: say('Người làm hồ sơ', 'Who fills this in'),
  declarantFor: say('Bà con làm hồ sơ này cho ai?', 'Whom is this application for?'),
  declarantSelf: say('Cho tôi, hoặc cho con, cho người tôi giám hộ', 'For me, my child or somebody in my guardianship'),
  declarantOther: say('Tôi làm thay người khác, có văn bản ủy quyền', 'For somebody else who has authorised me in writing'),
  declarant: say('Người làm thay (được ủy quyền)', 'Who declares for the applicant (authorised)'),
  authorisation: say('Văn bản ủy quyền', 'Written authorisation'),
  authorisationHint: say('Ghi rõ ai ủy quyền cho ai, làm việc gì.', 'It says who authorises whom, and for what.'),
  exemptions: say('Bà con có thuộc diện được miễn, giảm phí, lệ phí không?', 'Do you pay less, or nothing?'),
  exemptionsHelp: say(
    'Không thuộc diện nào thì bỏ qua. Cán bộ xem giấy tờ rồi mới xác nhận. Chưa xác nhận thì chưa thu phần này.',
    'Skip it if none applies. An officer looks at the paper first; until then this part is not collected.',
  ),
  exemptionProofHint: say('Giấy tờ chứng minh được miễn, giảm. Chưa chụp được thì mang đến quầy.', 'It shows why you pay less. If you cannot photograph it, bring it to the counter.'),
  phone: say('Số điện thoại', 'Phone number'),
  email: say('Thư điện tử', 'E-mail'),
  emailHint: say('Không có cũng được.', 'Leave empty if you have none.'),
  papersTitle: say('Giấy tờ kèm theo', 'Papers to attach'),
  papersDescription: say(
    'Chụp ảnh rõ từng trang. Giấy tờ chưa có thì nộp tại quầy cũng được.',
    'Photograph each page clearly. You may also hand in a paper at the counter.',
  ),
  case: say('Bà con thuộc trường hợp nào?', 'Which case is yours?'),
  otherCase: say('Không thuộc các trường hợp trên', 'None of these'),
  paperFallback: say('Giấy tờ', 'Paper'),
  notes: say('Lưu ý về giấy tờ', 'Good to know about the papers'),
  replaced: say('Không cần nộp nếu bà con đã điền tờ khai ở trên.', 'Not needed if you filled in the form above.'),
  deliveryTitle: say('Nhận kết quả', 'Getting the result'),
  delivery: say('Bà con muốn nhận kết quả bằng cách nào?', 'How would you like to get the result?'),
  consentTitle: say('Cam đoan và đồng ý', 'Confirm and agree'),
  truthfulness: say(
    'Tôi cam đoan những điều khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.',
    'I declare that what I have stated is true and that I am responsible for it before the law.',
  ),
  consent: say(
    'Tôi đồng ý để cơ quan dùng thông tin này để giải quyết hồ sơ.',
    'I agree that the office uses this information to handle my application.',
  ),
  consentHelp: say(
    'Thông tin chỉ dùng cho hồ sơ này và được giữ theo quy định về lưu trữ.',
    'It is used for this application only and kept as the archive rules say.',
  ),
} as const satisfies Record<string, Words>;
