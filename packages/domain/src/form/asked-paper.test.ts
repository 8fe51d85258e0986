import { expect, test } from 'vitest';
import { askedPaperId } from './asked-paper.ts';

test.each([
  ['Giấy ủy quyền (bản chính)', 'giay-uy-quyen-ban-chinh'],
  ['Đơn xin', 'don-xin'],
  ['Giấy ủy quyền'.normalize('NFD'), 'giay-uy-quyen'],
  ['!!!', 'giay-to'],
  ['', 'giay-to'],
  ['__proto__', 'proto'],
  [`${'giấy '.repeat(40)}`, 'giay-'.repeat(16).slice(0, -1)],
])('%s', (label, id) => expect(askedPaperId(label)).toBe(id));
