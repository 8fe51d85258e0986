import { expect, test } from 'vitest';
import { legacyChoices, withCommune, withCountry, withLegacy, withProvince } from './address-field.model.ts';

const caMau = { code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' };
const triPhai = { code: '32071', name: 'Trí Phải', fullName: 'Xã Trí Phải', provinceCode: '96' };
const full = { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'ấp 3' };

test('another province empties the commune and keeps the detail', () => {
  expect(withProvince(full, { code: '92', name: 'Cần Thơ', fullName: 'Thành phố Cần Thơ' })).toEqual({ provinceCode: '92', provinceName: 'Thành phố Cần Thơ', detail: 'ấp 3' });
  expect(withProvince(full, undefined)).toEqual({ detail: 'ấp 3' });
});

test('choosing a commune by hand forgets the old address it had come from', () => {
  expect(withCommune({ ...full, legacy: { text: 'Xã Trí Lực' } }, triPhai)).toEqual({ ...full, communeCode: '32071', communeName: 'Xã Trí Phải' });
});

test('an old commune fills both tiers and keeps the words on the paper', () => {
  const choice = { legacyCode: '32074', oldText: 'Xã Trí Lực, Huyện Thới Bình, Tỉnh Cà Mau', commune: triPhai, split: false };
  expect(withLegacy({ detail: 'ấp 3' }, choice, caMau)).toEqual({
    provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32071', communeName: 'Xã Trí Phải', detail: 'ấp 3',
    legacy: { communeCode: '32074', text: 'Xã Trí Lực, Huyện Thới Bình, Tỉnh Cà Mau' },
  });
});

test('abroad keeps the one line only', () => {
  expect(withCountry(full, 'KR')).toEqual({ country: 'KR', detail: 'ấp 3' });
  expect(withCountry({ country: 'KR', detail: 'Seoul' }, undefined)).toEqual({ detail: 'Seoul' });
});

test('an ambiguous old name puts the person’s own province first; a divided one gives each part', () => {
  const legacy = (code: string, mapping: 'merged' | 'split', newCodes: string[]) => ({ code, fullName: 'Phường Thới Bình', district: 'Quận Ninh Kiều', province: 'Thành phố Cần Thơ', newCodes, mapping });
  const ninhKieu = { code: '31135', name: 'Ninh Kiều', fullName: 'Phường Ninh Kiều', provinceCode: '92' };
  const choices = legacyChoices([{ legacy: legacy('31120', 'merged', ['31135']), communes: [ninhKieu] }, { legacy: legacy('32065', 'split', ['32071', '31135']), communes: [triPhai, ninhKieu] }], '96');
  expect(choices.map(({ commune, split }) => [commune.code, split])).toEqual([['32071', true], ['31135', false], ['31135', true]]);
});
