import { describe, expect, test } from 'vitest';
import { readCard } from './card-reading.model.ts';

describe('what a code means', () => {
  test('a card is read', () => {
    expect(readCard('096190001234|381234567|Lê Thị Hoa|04051990|Nữ|Ấp 1, Thới Bình, Thới Bình, Cà Mau|10042021')).toMatchObject({ card: { name: 'Lê Thị Hoa', birthDate: '1990-05-04', sex: 'nu' } });
  });
  test.each([
    ['381234567', 'old'],
    ['381234567|Lê Thị Hoa', 'old'],
    ['99919000123|x|Lê Thị Hoa|04051990', 'damaged'],
    ['https://example.vn/?a=1', 'link'],
    ['WIFI:S:nha;;', 'other'],
    ['', 'other'],
  ])('%s is %s', (text, trouble) => {
    expect(readCard(text)).toEqual({ trouble });
  });
});
