import { expect, test } from 'vitest';
import { byteText } from './byte-text.ts';

test.each([[0, '1 KB'], [1, '1 KB'], [263_144, '257 KB'], [1_048_575, '1024 KB'], [1_048_576, '1 MB'], [3_565_158, '3,4 MB'], [20_971_520, '20 MB']])('%i bytes read %s, on one line', (bytes, text) => {
  expect(byteText(bytes)).toBe(text.replace(' ', '\u00a0'));
});
