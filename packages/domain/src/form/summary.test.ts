import type { Answers } from '@motcua/contract/answers';
import type { Field } from '@motcua/contract/form';
import { field, form, TODAY } from '../../test/form-builders.ts';
import { describe, expect, test } from '../../test/tools.ts';
import { summarize, withDots, type SummaryLabels } from './index.ts';

const LABELS: SummaryLabels = {
  'yes': 'Có', 'no': 'Không', 'agreed': 'Đồng ý', 'dong': 'đồng', 'handInAtCounter': 'Nộp tại quầy', 'issuedOn': 'cấp ngày', 'issuedBy': 'nơi cấp', 'sender': 'Người gửi', 'receiver': 'Người nhận',
  'sex.nam': 'Nam', 'sex.nu': 'Nữ', 'sex.khac': 'Khác',
  'identityPaper.can-cuoc': 'Thẻ căn cước', 'identityPaper.cccd': 'CCCD', 'identityPaper.cmnd': 'CMND', 'identityPaper.ho-chieu': 'Hộ chiếu', 'identityPaper.khac': 'Giấy tờ khác',
  'person.ngaySinh': 'Ngày sinh', 'person.gioiTinh': 'Giới tính', 'person.danToc': 'Dân tộc', 'person.quocTich': 'Quốc tịch', 'person.soDinhDanh': 'Số định danh',
  'person.giayTo': 'Giấy tờ', 'person.noiCuTru': 'Nơi cư trú', 'person.dienThoai': 'Điện thoại', 'person.email': 'Thư điện tử',
  'resultBy.counter': 'Tại quầy', 'resultBy.electronic': 'Bản điện tử', 'resultBy.post': 'Qua bưu điện', 'papersBy.counter': 'Mang giấy tờ đến quầy', 'papersBy.post': 'Gửi giấy tờ qua bưu điện',
  'receiver.phone': 'Điện thoại người nhận', 'receiver.address': 'Địa chỉ nhận',
  'postOffice.submit': 'Giao tại', 'postOffice.return': 'Nhận tại', 'postOffice.nearest': 'bưu cục gần nhất', 'postOffice.chosen': 'bưu cục đã chọn',
};
const options = { today: TODAY, language: 'vi', labels: LABELS, postOffices: [{ id: 'bc-1', name: 'Bưu cục A', address: 'Khóm 2' }] };
const textOf = (one: Field, value: unknown, language = 'vi') =>
  summarize(form([one]), { f: value } as Answers, { ...options, language })[0]?.rows.map(({ text }) => text).join('|');

const ADDRESS = { provinceCode: '96', provinceName: 'tỉnh Cà Mau', communeCode: '32065', communeName: 'xã Thới Bình', detail: 'ấp 1' };

describe('how answers read', () => {
  const table: [Field, unknown, string][] = [
    [field('text', {}), 'x', 'x'],
    [field('textarea', {}), 'x\ny', 'x\ny'],
    [field('number', { unit: { vi: 'm²' } }), 2.5, '2,5 m²'],
    [field('money', {}), 1_500_000, '1.500.000 đồng'],
    [field('date', { precision: 'full' }), '1952-03-14', '14/03/1952'],
    [field('date', { precision: 'partial' }), '1952-03', '03/1952'],
    [field('date', { precision: 'partial' }), '1952', '1952'],
    [field('date', { precision: 'full', withTime: true }), '2026-03-12T08:30', '08:30 12/03/2026'],
    [field('choice', { display: 'radio', options: [{ value: 'a', label: { vi: 'Anh' } }] }), 'a', 'Anh'],
    [field('choice', { display: 'checkboxes', options: [{ value: 'a', label: { vi: 'Anh' } }] }), ['a', 'khác'], 'Anh\nkhác'],
    [field('yes-no', {}), false, 'Không'],
    [field('address', {}), { ...ADDRESS, legacy: { text: 'xã Biển Bạch' } }, 'ấp 1, xã Thới Bình, tỉnh Cà Mau (xã Biển Bạch)'],
    [field('address', {}), { country: 'LA', detail: 'Viêng Chăn' }, 'Viêng Chăn, LA'],
    [field('phone', {}), '0912345678', '0912 345 678'],
    [field('identity-paper', {}), { type: 'cccd', number: '096190001234', issuedOn: '2021-05-01', issuedBy: 'Cục C06' }, 'CCCD 096190001234, cấp ngày: 01/05/2021, nơi cấp: Cục C06'],
    [field('person', { parts: ['hoTen', 'ngaySinh', 'gioiTinh', 'noiCuTru'] }), { hoTen: 'Lê A', ngaySinh: '1952', gioiTinh: 'nu', email: 'x@y.vn', noiCuTru: ADDRESS }, 'Lê A\nNgày sinh: 1952\nGiới tính: Nữ\nNơi cư trú: ấp 1, xã Thới Bình, tỉnh Cà Mau'],
    [field('paper', {}), { files: [{ uploadId: 'u', name: 'a.jpg', size: 1, type: 'image/jpeg' }], handInAtCounter: true }, 'a.jpg\nNộp tại quầy'],
    [field('consent', { purpose: 'p', version: '1' }), { granted: true, version: '1' }, 'Đồng ý'],
    [field('computed', { compute: { op: 'copy', field: 'f2' } }), 'forged', ''],
    [field('delivery', { modes: ['post'] }), { resultBy: 'post', papersBy: 'none', party: { name: 'Lê A', phone: '0912345678', address: ADDRESS } }, 'Qua bưu điện\nLê A\n0912 345 678\nấp 1, xã Thới Bình, tỉnh Cà Mau'],
    [
      field('delivery', { modes: ['post'] }), { resultBy: 'post', papersBy: 'post', party: { name: 'Lê A', phone: '0912345678', address: ADDRESS }, receiver: { name: 'Trần B', phone: '0987654321', address: { ...ADDRESS, detail: 'ấp 2' } } },
      'Qua bưu điện\nGửi giấy tờ qua bưu điện\nNgười gửi: Lê A, 0912 345 678, ấp 1, xã Thới Bình, tỉnh Cà Mau\nNgười nhận: Trần B, 0987 654 321, ấp 2, xã Thới Bình, tỉnh Cà Mau',
    ],
    [field('delivery', { modes: ['post'] }), { resultBy: 'post', receiver: { name: 'Trần B' } }, 'Qua bưu điện\nTrần B'],
    [
      field('delivery', { modes: ['post'] }), { resultBy: 'post', papersBy: 'post', party: { name: 'Lê A' }, pickUpAt: 'home', postOffice: 'bc', receiver: { name: 'Trần B' }, receiverPickUpAt: 'post-office' },
      'Qua bưu điện\nGửi giấy tờ qua bưu điện\nNgười gửi: Lê A\nNgười nhận: Trần B\nNhận tại: bưu cục gần nhất',
    ],
    [field('delivery', { modes: ['post'] }), { resultBy: 'post', party: { name: 'Lê A' }, pickUpAt: 'post-office', postOffice: 'bc-2' }, 'Qua bưu điện\nLê A\nNhận tại: bưu cục đã chọn'],
    [field('delivery', { modes: ['post'] }), { resultBy: 'post', party: { name: 'Lê A' }, pickUpAt: 'post-office', postOffice: 'bc-1' }, 'Qua bưu điện\nLê A\nNhận tại: Bưu cục A, Khóm 2'],
    [field('delivery', { modes: ['counter'] }), { resultBy: 'counter', papersBy: 'post', party: { name: 'Lê A' }, receiver: { name: 'Trần B' } }, 'Tại quầy\nGửi giấy tờ qua bưu điện\nLê A'],
    [field('text', {}), 7, ''],
    [field('address', {}), 'x', ''],
    [field('text', {}), undefined, ''],
  ];
  test.each(table)('%#', (one, value, expected) => expect(textOf(one, value)).toBe(expected));

  test('in another language', () => {
    expect(textOf(field('number', {}), 2.5, 'en')).toBe('2.5');
    expect(textOf(field('choice', { display: 'radio', options: [{ value: 'a', label: { vi: 'Anh', en: 'Brother' } }] }), 'a', 'en')).toBe('Brother');
  });
  test('half a delivery or a person of nothing does not throw', () => {
    expect(textOf(field('delivery', { modes: ['post'] }), { resultBy: 'post', party: { name: 'A' } })).toBe('Qua bưu điện\nA');
    expect(textOf(field('person', { parts: ['hoTen', 'noiCuTru'] }), { hoTen: null, noiCuTru: {} })).toBe('');
  });
});

test.each([[0, '0'], [999, '999'], [1000, '1.000'], [1_234_567, '1.234.567']])('%d has dots', (amount, text) => expect(withDots(amount)).toBe(text));

test('sections follow the shown steps; rows of a group carry their place; sensitive ones say so', () => {
  const group = field('group', { id: 'g', fields: [field('text', { id: 'x' }), field('text', { id: 'y', when: { field: 'x', op: 'empty' } })] });
  const definition = form([
    field('citizen-number', { id: 'n', sensitive: true, printedLabel: 'Số ĐDCN' }),
    field('statement', { id: 's' }),
    group,
  ]);
  const answers: Answers = { n: '096190001234', g: [{ rowId: 'r1', answers: { x: '1', y: 'hidden' } }, { rowId: 'r2', answers: {} }] };
  const [section] = summarize(definition, answers, { ...options, printed: true });
  expect(section).toMatchObject({ stepId: 's', title: 'Bước' });
  expect(section?.rows).toEqual([
    { fieldId: 'n', label: 'Số ĐDCN', text: '096190001234', sensitive: true },
    { fieldId: 'x', label: 'Nhãn', text: '1', groupId: 'g', rowId: 'r1', rowNumber: 1 },
    { fieldId: 'x', label: 'Nhãn', text: '', groupId: 'g', rowId: 'r2', rowNumber: 2 },
    { fieldId: 'y', label: 'Nhãn', text: '', groupId: 'g', rowId: 'r2', rowNumber: 2 },
  ]);
});

test('a question of our own is shown, and is on no paper', () => {
  const one = form([field('text', { printedLabel: '' })]);
  expect(summarize(one, { f: 'x' }, options)[0]?.rows).toHaveLength(1);
  expect(summarize(one, { f: 'x' }, { ...options, printed: true })).toEqual([]);
});

test('a form of the law is printed whole: steps, fields and columns that are not asked have their line, empty, whatever was typed there', () => {
  const hidden = { field: 'f', op: 'equals', value: 'yes' } as const;
  const group = field('group', { id: 'g', fields: [field('text', { id: 'x' }), field('text', { id: 'y', when: { field: 'x', op: 'empty' } })] });
  const definition = form([field('text', {}), field('text', { id: 'h', when: hidden }), field('computed', { id: 'c', when: hidden, compute: { op: 'copy', field: 'f' } }), field('group', { id: 'none', when: hidden, fields: [field('text', { id: 'z' })] }), group]);
  const whole = { ...definition, steps: [...definition.steps, { id: 'later', title: { vi: 'Sau' }, when: hidden, fields: [field('text', { id: 'l' })] }] };
  const answers: Answers = { f: 'no', h: 'typed before', l: 'typed before', none: [{ rowId: 'r', answers: { z: 'typed before' } }], g: [{ rowId: 'r1', answers: { x: '1', y: 'typed before' } }] };
  const rows = (more = {}): string[] => summarize(whole, answers, { ...options, printed: true, ...more }).flatMap((section) => section.rows.map(({ fieldId, text }) => `${section.stepId} ${fieldId} ${text}`));
  expect(rows()).toEqual(['s f no', 's x 1']);
  expect(rows({ withHidden: true })).toEqual(['s f no', 's h ', 's c ', 's none ', 's x 1', 's y ', 'later l ']);
});
