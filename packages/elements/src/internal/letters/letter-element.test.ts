import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { Letter } from '@motcua/contract/letter';
import { fakeLetter } from '@motcua/testkit/fake-letter';
import './motcua-letter.ts';
import type { LetterElement } from './letter-element.ts';

async function opened(change: Partial<Letter>): Promise<LetterElement> {
  const ask = (): Promise<Letter> => Promise.resolve(fakeLetter(change));
  const element = await fixture<LetterElement>(html`<motcua-letter lang="vi" .ask=${ask}></motcua-letter>`);
  await waitUntil(() => element.shadowRoot!.querySelector('article') !== null);
  return element;
}
const BY_POST = { resultBy: 'post' as const, party: { name: 'Lê Thị Hoa', phone: '0912345678', address: { detail: 'Ấp 3' } } };
const text = (element: LetterElement): string => element.shadowRoot!.textContent!.replace(/\s+/g, ' ');

describe('letters', () => {
  const cases: [Partial<Letter>, string[]][] = [
    [{ kind: 'receipt' }, ['tiếp nhận hồ sơ của', 'Lê Thị Hoa', 'Giấy chứng sinh (1 bản chính, 1 tệp điện tử)', '8 giờ 15 phút, ngày 23/11/2026', '17 giờ 00 phút, ngày 25/11/2026', 'Người nộp hồ sơ']],
    [{ kind: 'receipt', declarantName: 'Trần Văn Lực' }, ['Lê Thị Hoa', 'Người nộp hồ sơ theo văn bản ủy quyền', 'Trần Văn Lực']],
    [{ kind: 'receipt', delivery: BY_POST }, ['tới Lê Thị Hoa, 0912345678, Ấp 3', 'người nhận xuất trình giấy tờ tùy thân']],
    [{ kind: 'receipt', delivery: { ...BY_POST, pickUpAt: 'post-office' }, collectAt: 'Bưu cục Thới Bình, Khóm 2' }, ['nhận tại Bưu cục Thới Bình, Khóm 2; người nhận: Lê Thị Hoa, 0912345678']],
    [{ kind: 'receipt', delivery: { ...BY_POST, receiver: { ...BY_POST.party, name: 'Trần Văn Bé' }, receiverPickUpAt: 'post-office' }, collectAt: '' }, ['nhận tại bưu cục gần nhất; người nhận: Trần Văn Bé']],
    [{ kind: 'receipt', delivery: { resultBy: 'electronic' } }, ['tải kết quả']],
    [{ kind: 'supplement', items: [{ target: 'paper', label: 'Giấy chứng sinh', reason: 'unclear', note: 'Mờ góc dưới' }], respondBy: '2026-11-30' }, ['Giấy chứng sinh : không rõ. Mờ góc dưới', '30/11/2026']],
    [{ kind: 'refusal', reason: 'Không thuộc thẩm quyền của xã.' }, ['không được tiếp nhận', 'Không thuộc thẩm quyền']],
    [{ kind: 'apology', reason: 'Cán bộ phụ trách nghỉ ốm.', extension: { from: '2026-11-25', to: '2026-11-27' } }, ['25/11/2026', '27/11/2026', 'chỉ thực hiện một lần', 'nghỉ ốm']],
    [{ kind: 'stop', reason: 'Quá hạn bổ sung.' }, ['dừng giải quyết', 'Quá hạn bổ sung']],
    [{ kind: 'control', control: [{ agency: 'UBND xã Thới Bình', section: 'Tư pháp', person: 'Trần Thị Bích', action: 'process', status: 'processing', receivedAt: '2026-11-23T02:00:00.000Z', processedAt: null, note: null }] }, ['Tư pháp, Trần Thị Bích', 'Chuyển giải quyết']],
  ];
  for (const [change, parts] of cases) {
    it(`${change.kind}${change.declarantName === undefined ? '' : ', handed in by another'}${change.delivery == null ? '' : `, ${parts.join(', ')}`}: says what the form asks for, with barcode and QR`, async () => {
      const element = await opened(change);
      for (const part of [...parts, 'H12.35-261123-0001']) expect(text(element).replace(/ :/g, ':')).to.contain(part.replace(/ :/g, ':'));
      expect(element.shadowRoot!.querySelectorAll('svg.barcode, svg.qr')).to.have.length(2);
      await expect(element).to.be.accessible();
    });
  }

  it('offers to try again when the letter does not come', async () => {
    let works = false;
    const ask = (): Promise<Letter> => (works ? Promise.resolve(fakeLetter({})) : Promise.reject(new Error('no')));
    const element = await fixture<LetterElement>(html`<motcua-letter lang="vi" .ask=${ask}></motcua-letter>`);
    await waitUntil(() => element.shadowRoot!.querySelector('[role=alert]') !== null);
    works = true;
    element.shadowRoot!.querySelector('button')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('article') !== null);
  });
});
