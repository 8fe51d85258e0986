/** Questions before a paper is photographed. Refusals of certification: NĐ 23/2015/NĐ-CP, Điều 22 and 25. */
import type { PaperCheck, PaperDrawing } from '@motcua/contract/paper-check';
import type { PaperRequirement, Procedure } from '@motcua/contract/procedure';
import { text } from './common.ts';

type Words = readonly [vi: string, en: string];
const check = (id: string, wrong: PaperCheck['wrong'], question: Words, warning: Words, basis?: string): PaperCheck => ({ id, question: text(...question), wrong, warning: text(...warning), ...(basis === undefined ? {} : { basis }) });

const READABLE = check('doc-ro', 'no', ['Chữ và dấu có đọc rõ không?', 'Can the words and the stamp be read?'], ['Giấy mờ có thể bị trả lại. Xin chụp lại ở chỗ sáng.', 'A paper that cannot be read may be sent back. Take the photo again in good light.']);
const CORNERS = check('du-bon-goc', 'no', ['Ảnh có đủ bốn góc giấy không?', 'Are all four corners in the photo?'], ['Xin chụp lại, lấy đủ bốn góc giấy.', 'Please take it again with all four corners.']);
const VALID = check('con-han', 'no', ['Giấy còn hạn dùng không?', 'Is the paper still valid?'], ['Giấy hết hạn có thể không được nhận. Xin dùng giấy khác còn hạn.', 'A paper that has expired may not be accepted. Please use one that is valid.']);

const COPY = 'Nghị định 23/2015/NĐ-CP, Điều 22';
/** An original that may not be copied with certification. */
const CERTIFIED_COPY: readonly PaperCheck[] = [
  check('tay-xoa', 'yes', ['Bản chính có bị tẩy xóa, sửa chữa không?', 'Was anything erased or altered?'], ['Bản chính bị tẩy xóa, sửa chữa thì không được chứng thực.', 'A copy of an altered original is not certified.'], COPY),
  check('hu-hong', 'yes', ['Bản chính có rách, nát, mờ không đọc được không?', 'Is it torn, worn or illegible?'], ['Bản chính hư hỏng, không đọc được thì không được chứng thực.', 'A copy of a damaged original is not certified.'], COPY),
  check('dau-mat', 'yes', ['Có đóng dấu mật hoặc ghi không được sao chụp không?', 'Is it marked secret or not to be copied?'], ['Giấy đóng dấu mật hoặc cấm sao chụp thì không được chứng thực.', 'Papers marked secret or not to be copied are not certified.'], COPY),
  check('noi-dung', 'yes', ['Nội dung có trái pháp luật, đạo đức xã hội không?', 'Is the content against the law or public morals?'], ['Giấy có nội dung trái pháp luật, đạo đức thì không được chứng thực.', 'Such papers are not certified.'], COPY),
  check('nuoc-ngoai', 'yes', ['Giấy của nước ngoài mà chưa hợp pháp hóa lãnh sự phải không?', 'Is it a foreign paper without consular legalisation?'], ['Giấy của nước ngoài thường phải hợp pháp hóa lãnh sự trước. Xin hỏi cán bộ.', 'Foreign papers usually need consular legalisation first. Please ask the officer.'], COPY),
  check('tu-lap', 'yes', ['Giấy do cá nhân tự viết, không có dấu của cơ quan phải không?', 'Is it a private paper without the seal of an office?'], ['Giấy cá nhân tự lập, không có xác nhận và đóng dấu thì không được chứng thực.', 'Private papers without a seal are not certified.'], COPY),
];
const SIGNING = 'Nghị định 23/2015/NĐ-CP, Điều 25';
const SIGNATURE: readonly PaperCheck[] = [
  check('giay-to-tuy-than', 'no', ['Giấy tờ tùy thân của người ký còn hạn không?', 'Is the identity paper of the signer still valid?'], ['Giấy tờ tùy thân hết hạn thì không được chứng thực chữ ký.', 'Without a valid identity paper the signature is not certified.'], SIGNING),
  check('hop-dong', 'yes', ['Giấy cần ký có phải là hợp đồng, giao dịch không?', 'Is the paper a contract or transaction?'], ['Hợp đồng, giao dịch làm theo thủ tục khác. Một số giấy ủy quyền vẫn được. Xin hỏi cán bộ.', 'Contracts follow another procedure. Some authorisations are allowed. Please ask the officer.'], SIGNING),
  check('da-ky', 'yes', ['Giấy đã ký sẵn rồi phải không?', 'Has it been signed already?'], ['Phải ký trước mặt cán bộ. Xin mang bản chưa ký.', 'It has to be signed in front of the officer. Bring one that is not signed.'], 'Nghị định 23/2015/NĐ-CP, Điều 24'),
];

const IDENTITY = /căn cước|hộ chiếu|tùy thân|chứng minh nhân dân/i;
const MANY_PAGES = /hợp đồng|văn bản|hồ sơ|dự thảo|bản dịch|giao dịch/i;

function drawingOf(name: string): PaperDrawing {
  if (/^ảnh |ảnh chân dung|ảnh 4|ảnh 3/i.test(name)) return 'photo';
  if (IDENTITY.test(name)) return 'card';
  return MANY_PAGES.test(name) ? 'pages' : 'page';
}

function checksOf(code: string, { id, name }: PaperRequirement): PaperCheck[] {
  if (code === '2.000815' && id === 'ban-chinh') return [...CERTIFIED_COPY];
  const own = code === '2.000884' ? SIGNATURE : [];
  return [...own, READABLE, CORNERS, ...(IDENTITY.test(name) && own.length === 0 ? [VALID] : [])];
}

/** Questions and example for every paper that can be photographed. */
export function withChecks(procedure: Procedure): Procedure {
  const asked = (paper: PaperRequirement): PaperRequirement =>
    paper.isNote === true ? paper : { ...paper, checks: checksOf(procedure.code, paper), drawing: drawingOf(paper.name) };
  return { ...procedure, cases: procedure.cases.map((each) => ({ ...each, papers: each.papers.map(asked) })) };
}
