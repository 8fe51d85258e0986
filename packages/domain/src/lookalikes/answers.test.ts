/** Every answer of every question beside the procedure it leads to: what the answer promises, the official name must say. */
import { expect, test } from 'vitest';
import type { LookAlike } from '@motcua/contract/guide';
import families from '../../data/look-alikes.json' with { type: 'json' };
import { CATALOGUE } from '../../test/catalogue.ts';
import provincial from '../../test/fixtures/of-one-province.json' with { type: 'json' };
import { familyOf } from './index.ts';

const FAMILIES = families as readonly LookAlike[];
const byCode = new Map(CATALOGUE.map((entry) => [entry.code, entry]));
const ANSWERS = FAMILIES.flatMap(({ id, answers }) => answers.map(({ text, codes, elsewhere }) => ({ id, text: text.vi, codes, elsewhere, names: codes.map((code) => byCode.get(code)?.name ?? '') })));

/** An answer with the first must lead to a name with the second. */
const PROMISES: readonly { says: RegExp; name: RegExp }[] = [
  { says: /sổ gốc (ở xã )?cũng không còn/, name: /đăng ký lại/i },
  { says: /(?<!không )có yếu tố nước ngoài|cha hoặc mẹ là người nước ngoài|Một người là người nước ngoài|láng giềng/, name: /nước ngoài/ },
  { says: /biên giới/, name: /khu vực biên giới/ },
  { says: /ở nước ngoài, nay ghi vào sổ/, name: /^(thủ tục )?ghi vào sổ/i },
  { says: /(chỉ cần|thêm|xin lại|cần) bản sao|xin bản sao|sao y/i, name: /bản sao/i },
  { says: /chấm dứt|đóng hẳn/i, name: /chấm dứt/i },
  { says: /hết hạn/, name: /gia hạn/i },
  { says: /nhập hộ khẩu, lâu dài|Ở lâu dài/, name: /thường trú/i },
  { says: /Xóa tên|không ở đó nữa/, name: /^xóa đăng ký/i },
  { says: /tạm vắng/, name: /tạm vắng/ },
  { says: /tách ra/i, name: /^Tách hộ/ },
  { says: /sửa đổi/, name: /sửa đổi/ },
  { says: /Mất, rách|bị mất|Bị mất|Mất cà vẹt/, name: /cấp lại|hòa giải/i },
  { says: /^Báo mất/, name: /trình báo mất/i },
  { says: /mai táng/, name: /mai táng/ },
  { says: /hưu trí xã hội/, name: /hưu trí xã hội/ },
  { says: /dân công hỏa tuyến/i, name: /dân công hỏa tuyến/ },
  { says: /thanh niên xung phong thời chống Pháp/i, name: /thanh niên xung phong thời kỳ chống Pháp/ },
  { says: /lần đầu/, name: /lần đầu|đăng ký|cấp thẻ|đất đai|nuôi con nuôi/i },
  { says: /từ 14 tuổi/, name: /từ đủ 14 tuổi/ },
  { says: /dưới 6 tuổi/, name: /dưới 06 tuổi/ },
  { says: /giám sát/, name: /giám sát việc giám hộ/ },
  { says: /nhận con (luôn|cùng lúc)|khai sinh và nhận con/, name: /kết hợp đăng ký nhận cha, mẹ, con/ },
  { says: /di chúc/, name: /di chúc/ },
  { says: /từ chối/i, name: /từ chối nhận di sản/ },
  { says: /chia di sản/i, name: /phân chia di sản/ },
  { says: /bán lẻ rượu/i, name: /bán lẻ rượu/ },
  { says: /nấu rượu/i, name: /sản xuất rượu thủ công/ },
  { says: /chuyển mục đích/i, name: /chuyển mục đích sử dụng đất/i },
  { says: /họ hàng nhận chăm sóc/, name: /người thân thích/ },
  { says: /thoát nghèo, xin giấy/, name: /hộ thoát nghèo để miễn, giảm học phí/ },
  { says: /làm trong nước/, name: /sản xuất lắp ráp trong nước/ },
];

test.each(PROMISES)('«$says» leads to $name', ({ says, name }) => {
  const meant = ANSWERS.filter(({ text, codes }) => says.test(text) && codes.length > 0);
  expect(meant.length).toBeGreaterThan(0);
  for (const { id, text, names } of meant) for (const one of names) expect(one, `${id}: ${text}`).toMatch(name);
});

test('a plain answer does not lead to a procedure for foreigners, for the border, or for doing it again', () => {
  const plain = ANSWERS.filter(({ text }) => !/nước ngoài|biên giới|láng giềng|sổ gốc|^Có$|^Không$|^Chưa$/.test(text));
  for (const { id, text, names } of plain) for (const name of names) expect(name, `${id}: ${text}`).not.toMatch(/yếu tố nước ngoài|tại khu vực biên giới|đăng ký lại/);
});

/** Published by one province for itself (the national catalogue of July 2026). */
const ofOneProvince = (code: string): boolean => provincial.includes(code);

test('where the whole country has a procedure it stands first, and one of a province stands beside it only for land', () => {
  for (const { id, text, codes } of ANSWERS) {
    if (codes.every(ofOneProvince)) continue;
    expect(ofOneProvince(codes[0] ?? ''), `${id}: ${text}`).toBe(false);
    if (id !== 'su-dung-dat') expect(codes.filter(ofOneProvince), `${id}: ${text}`).toEqual([]);
  }
});

test('what only provinces have says so, or is about land and food, where each province has its own', () => {
  const own = ANSWERS.filter(({ codes }) => codes.length > 0 && codes.every(ofOneProvince) && !codes.some((code) => code.startsWith('1.115')));
  for (const { id, text } of own) expect(/chính sách riêng của tỉnh/.test(text) || ['an-toan-thuc-pham', 'ho-ngheo'].includes(id), `${id}: ${text}`).toBe(true);
});

test.each(FAMILIES.map((family) => [family.id, family] as const))('%s is asked when two of its answers are found', (id, { answers }) => {
  const pairs = answers.flatMap((one, at) => answers.flatMap((other, place) => (at === place ? [] : one.codes.flatMap((a) => other.codes.map((b) => [a, b])))));
  const single = answers.filter(({ codes }) => codes.length > 0).length < 2;
  expect(single || pairs.some((codes) => familyOf(codes, FAMILIES)?.id === id)).toBe(true);
});

test('plain Vietnamese: short, no administrative words without need, two different answers never lead to the same alone', () => {
  for (const { id, question, answers } of FAMILIES) {
    for (const text of [question.vi, ...answers.map((answer) => answer.text.vi)]) {
      expect(text, id).not.toMatch(/\b(thủ tục hành chính|chủ thể|đối tượng|thẩm quyền|căn cứ|trường hợp quy định)\b/i);
      expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(20);
    }
    const leads = answers.filter(({ codes }) => codes.length > 0).map(({ codes }) => codes.join(' '));
    expect(new Set(leads).size, id).toBe(leads.length);
  }
});
