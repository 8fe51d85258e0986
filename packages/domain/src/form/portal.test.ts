import { field, form, step, TODAY } from '../../test/form-builders.ts';
import { describe, expect, test } from '../../test/tools.ts';
import { portalParts, portalSearchUrl, type SummaryLabels } from './index.ts';

const LABELS = { 'person.ngaySinh': 'Ngày sinh', 'person.dienThoai': 'Điện thoại', 'resultBy.counter': 'Tự đến nhận', 'resultBy.post': 'Qua bưu điện', 'papersBy.post': 'Bưu điện đến lấy', 'receiver': 'Người nhận', 'receiver.phone': 'Điện thoại người nhận', 'receiver.address': 'Địa chỉ nhận' } as SummaryLabels;
const options = { today: TODAY, language: 'vi', labels: LABELS, printed: true };
const definition = {
  ...form([]),
  steps: [
    step([{ ...field('text', { id: 'mot' }), label: { vi: 'Một' } }, { ...field('text', { id: 'hai' }), label: { vi: 'Hai' } }], { id: 'to-khai' }),
    step([{ ...field('person', { id: 'applicant', parts: ['hoTen', 'ngaySinh', 'dienThoai'] }), label: { vi: 'Người nộp' } }], { id: 'applicant' }),
    step([{ ...field('delivery', { id: 'delivery', modes: ['counter'] }), label: { vi: 'Nhận' } }], { id: 'delivery' }),
    step([field('consent', { id: 'c', purpose: 'p', version: '1' })], { id: 'consent' }),
  ],
};
const answers = { mot: 'A', hai: 'B', applicant: { hoTen: 'Lê Thị Hoa', ngaySinh: '1960-02-01', dienThoai: '0912345678' }, delivery: { resultBy: 'counter' as const }, c: { granted: true, version: '1' } };

describe('what the portal asks', () => {
  test('applicant, declaration, result: in the order of its wizard, a box for each answer, nothing of consent', () => {
    const parts = portalParts(definition, answers, options);
    expect(parts.map(({ step: one, fields }) => [one, fields.map(({ label, text }) => `${label}=${text}`)])).toEqual([
      ['B1', ['Người nộp=Lê Thị Hoa', 'Người nộp – Ngày sinh=01/02/1960', 'Người nộp – Điện thoại=0912 345 678']],
      ['B2', ['Một=A', 'Hai=B']],
      ['B4', ['Nhận=Tự đến nhận']],
    ]);
  });
  test('delivery: each box has a name of its own, the question is not repeated', () => {
    const party = { name: 'Lê Thị Hoa', phone: '0912345678', address: { provinceCode: '96', provinceName: 'tỉnh Cà Mau', communeCode: '32065', communeName: 'xã Thới Bình', detail: 'ấp 1' } };
    const boxes = (choice: object): string[] => portalParts(definition, { delivery: choice } as never, options).flatMap(({ fields }) => fields.map(({ label, text }) => `${label}=${text}`));
    expect(boxes({ resultBy: 'post', papersBy: 'post', party })).toEqual(['Nhận=Qua bưu điện', 'Người nhận=Lê Thị Hoa', 'Điện thoại người nhận=0912 345 678', 'Địa chỉ nhận=ấp 1, xã Thới Bình, tỉnh Cà Mau']);
    // Somebody else gets it: at that address.
    expect(boxes({ resultBy: 'post', party, receiver: { ...party, name: 'Trần Văn Nhận', phone: '0987000222' } }).slice(0, 3)).toEqual(['Nhận=Qua bưu điện', 'Người nhận=Trần Văn Nhận', 'Điện thoại người nhận=0987 000 222']);
    // Whom it goes to counts only where something travels by post; half an answer is half a list.
    expect(boxes({ resultBy: 'counter', party })).toEqual(['Nhận=Tự đến nhận']);
    expect(boxes({ resultBy: 'post', party: { name: 'Lê Thị Hoa' } })).toEqual(['Nhận=Qua bưu điện', 'Người nhận=Lê Thị Hoa']);
  });
  test('the order of the data counts; fields it does not name follow; names that are none harm nothing', () => {
    const [, declared] = portalParts({ ...definition, portal: { order: ['hai', '__proto__', 'nowhere'], checkedOn: '2026-11-28' } }, answers, options);
    expect(declared?.fields.map(({ fieldId }) => fieldId)).toEqual(['hai', 'mot']);
  });
  test('nothing answered, nothing to copy; a step called like a thing of JavaScript is a step', () => {
    expect(portalParts(definition, {}, options)).toEqual([]);
    const odd = { ...form([]), steps: [step([field('text', { id: 'a' })], { id: 'constructor' })] };
    expect(portalParts(odd, { a: 'x: y' }, options)).toMatchObject([{ step: 'B2', fields: [{ text: 'x: y' }] }]);
  });
});

test('the search of the portal takes words, not marks', () => {
  expect(decodeURIComponent(portalSearchUrl('Đăng ký: khai sinh (lưu động)!'))).toMatch(/keyword=đăng ký khai sinh lưu động$/);
  expect(portalSearchUrl('&x=1#<script>')).toMatch(/keyword=x%201%20script$/);
});
