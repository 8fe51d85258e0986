import unitsJson from '../../data/administrative-units.json' with { type: 'json' };
import legacyJson from '../../data/legacy-units.json' with { type: 'json' };
import { describe, expect, fc, test } from '../../test/tools.ts';
import {
  createLegacyIndex,
  findCommune,
  formatAddress,
  isCompleteAddress,
  readCommunes,
  readLegacyCommunes,
  readProvinces,
  resolveLegacy,
  type AdministrativeUnitsData,
  type LegacyUnitsData,
} from './index.ts';

const units: AdministrativeUnitsData = unitsJson;
const legacy: LegacyUnitsData = legacyJson;
const communes = readCommunes(units);
const everywhere = createLegacyIndex(readLegacyCommunes(legacy));
const caMau = createLegacyIndex(readLegacyCommunes(legacy, '96'));

describe('the lists', () => {
  test('34 provinces, 3,321 communes, 10,047 old communes', () => {
    expect(readProvinces(units)).toHaveLength(34);
    expect(communes).toHaveLength(3321);
    expect(everywhere.rows).toHaveLength(10_047);
    expect(readCommunes(units, '96')).toHaveLength(64);
  });

  test('every old commune leads to communes that exist', () => {
    const known = new Set(communes.map(({ code }) => code));
    expect(everywhere.rows.flatMap(({ legacy: old }) => old.newCodes).filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('communes of today', () => {
  test.each(['Thới Bình', 'xã Thới Bình', 'thoi binh', 'X. Thới Bình', 'thoibinh', 'thoi bi'])('«%s» in Cà Mau', (query) =>
    expect(findCommune(query, communes, { provinceCode: '96' })[0]?.commune).toMatchObject({ code: '32065', fullName: 'Xã Thới Bình' }),
  );

  test('tone placement does not matter', () => {
    expect(findCommune('Hoà Bình', communes).length).toBe(findCommune('Hòa Bình', communes).length);
  });

  test('a whole name stands before a beginning', () => {
    const scores = findCommune('tân an', communes).map(({ score }) => score);
    expect(scores[0]).toBe(1);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  test('every commune is found by its own full name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        const found = findCommune(commune.fullName, communes, { provinceCode: commune.provinceCode });
        return found.some((match) => match.commune.code === commune.code && match.score === 1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('old communes', () => {
  test.each([
    ['thị trấn Thới Bình, huyện Thới Bình, tỉnh Cà Mau', ['32065'], 'none', 'high'],
    ['xã Biển Bạch Đông, huyện Thới Bình, Cà Mau', ['32069'], 'none', 'high'],
    ['Ấp 3, Tân Bằng, Thới Bình, Cà Mau', ['32069'], 'none', 'high'],
    ['bien bach dong thoi binh', ['32069'], 'none', 'high'],
    ['Trí Lực Thới Bình Cà Mau', ['32071'], 'none', 'high'],
    ['Tân Lộc Bắc, Thới Bình, Cà Mau', ['32083'], 'none', 'high'],
    ['Hồ Thị Kỷ', ['32092'], 'none', 'high'],
    ['ho thi ki', ['32092'], 'none', 'high'],
  ] as const)('%s', (query, newCodes, ambiguity, confidence) => {
    expect(resolveLegacy(query, everywhere)[0]).toMatchObject({ newCodes, ambiguity, confidence });
  });

  test('a name alone may be in several provinces, and then nothing is sure', () => {
    const found = resolveLegacy('Thới Bình', everywhere);
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ legacy: old }) => old.province)).size).toBeGreaterThan(1);
    expect(found.every(({ ambiguity, confidence }) => ambiguity === 'same-name' && confidence === 'low')).toBe(true);
  });

  test('within a province fewer questions are left', () => {
    expect(resolveLegacy('TT. Cái Nước, Cái Nước', caMau)[0]?.legacy.fullName).toBe('Thị trấn Cái Nước');
    expect(resolveLegacy('Tân Lộc', caMau)[0]).toMatchObject({ newCodes: ['32083'], confidence: 'high' });
  });

  test('a split commune is never sure', () => {
    const split = everywhere.rows.find(({ legacy: old }) => old.newCodes.length > 1)?.legacy;
    const found = resolveLegacy(`${split?.fullName}, ${split?.district}, ${split?.province}`, everywhere)[0];
    expect(found).toMatchObject({ ambiguity: 'split', confidence: 'medium' });
  });

  test('unknown names have no answer', () => {
    expect(resolveLegacy('Xã Không Có Ở Đâu', everywhere)).toEqual([]);
    expect(resolveLegacy('', everywhere)).toEqual([]);
    expect(resolveLegacy(' , ,', everywhere)).toEqual([]);
  });
});

describe('an address in one line', () => {
  test('two tiers, smallest first', () => {
    const address = { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: ' Ấp 3 ' };
    expect(formatAddress(address)).toBe('Ấp 3, Xã Thới Bình, Tỉnh Cà Mau');
    expect(isCompleteAddress(address)).toBe(true);
    expect(isCompleteAddress({ provinceCode: '96', detail: 'Ấp 3' })).toBe(false);
  });

  test('abroad there is only a detail', () => {
    const address = { country: 'KR', detail: 'Seoul' };
    expect(formatAddress(address)).toBe('Seoul, KR');
    expect(isCompleteAddress(address)).toBe(true);
  });
});
