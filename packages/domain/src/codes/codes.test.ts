import { describe, expect, fc, test } from '../../test/tools.ts';
import { createPreparedCode, createTrackingKey, formatDossierCode, parseDossierCode, parsePreparedCode, parseProcedureCode, parseTrackingKey } from './index.ts';

describe('dossier codes', () => {
  test.each([
    ['H12.32065-261123-0001', 'H12.32065', '2026-11-23', 1],
    ['h12.32065 – 261123 – 0001', 'H12.32065', '2026-11-23', 1],
    ['H15.50.05.13 261008 0975', 'H15.50.05.13', '2026-10-08', 975],
    ['000.00.00.H12-200115-0001', '000.00.00.H12', '2020-01-15', 1],
    ['G09.20-20260609-0092637', 'G09.20', '2026-06-09', 92637],
  ])('%s', (text, agencyCode, receivedOn, serial) => {
    expect(parseDossierCode(text)).toMatchObject({ agencyCode, receivedOn, serial });
  });

  test.each(['', 'H12', 'H12-261323-0001', 'H12-261123-01', '1.001193'])('«%s» is none', (text) => expect(parseDossierCode(text)).toBeNull());

  test('what is written is read back', () => {
    const agency = fc.constantFrom('H12.32065', 'H15.50.05.13', 'G09', 'H12.12');
    const day = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) }).map((time) => new Date(time).toISOString().slice(0, 10));
    fc.assert(
      fc.property(agency, day, fc.integer({ min: 1, max: 9_999_999 }), (agencyCode, receivedOn, serial) => {
        const code = formatDossierCode({ agencyCode, receivedOn, serial });
        expect(parseDossierCode(code)).toEqual({ code, agencyCode, receivedOn, serial });
      }),
    );
  });

  test('parts that cannot be are refused', () => {
    expect(() => formatDossierCode({ agencyCode: 'H12', receivedOn: '2026-02-30', serial: 1 })).toThrow(RangeError);
    expect(() => formatDossierCode({ agencyCode: 'H12', receivedOn: '2026-02-03', serial: 0 })).toThrow(RangeError);
    expect(() => formatDossierCode({ agencyCode: '', receivedOn: '2026-02-03', serial: 1 })).toThrow(RangeError);
  });
});

test.each([
  ['1.001193', '1.001193', null],
  ['1001193', '1.001193', null],
  [' 1,001193 ', '1.001193', null],
  ['1.012796.H36', '1.012796', 'H36'],
  ['2.000815.000.00.00.h55', '2.000815', '000.00.00.H55'],
  ['1.000280.01', '1.000280', '01'],
])('procedure code %s', (text, code, variant) => {
  expect(parseProcedureCode(text)).toMatchObject({ code, variant, full: variant ? `${code}.${variant}` : code });
});

test.each(['', '1.0011', 'khai sinh', '0912345678', '12.001193'])('«%s» is no procedure code', (text) => expect(parseProcedureCode(text)).toBeNull());

describe('tracking keys', () => {
  test('80 bits in four groups of four', () => {
    expect(createTrackingKey(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(createTrackingKey(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(() => createTrackingKey(new Uint8Array(9))).toThrow(RangeError);
  });

  test('read as spoken and copied', () => {
    expect(parseTrackingKey('7k3m q2zd 9p4t wx5y')).toBe('7K3M-Q2ZD-9P4T-WX5Y');
    expect(parseTrackingKey('OILl–0000–0000–0000')).toBe('0111-0000-0000-0000');
    expect(parseTrackingKey('U000-0000-0000-0000')).toBeNull();
    expect(parseTrackingKey('0000-0000-0000')).toBeNull();
  });

  test('what is made is read back, whatever the case and the dashes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const key = createTrackingKey(bytes);
        return parseTrackingKey(key.toLowerCase().replace(/-/g, ' ')) === key;
      }),
    );
  });

  test('different bytes give different keys', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(fc.property(bytes, bytes, (a, b) => (createTrackingKey(a) === createTrackingKey(b)) === a.every((byte, index) => byte === b[index])));
  });
});

describe('codes of prepared dossiers', () => {
  const CODE = 'CB-7K3M-Q2ZD-9P4T-WX5Y';
  test.each([CODE, 'cb 7k3m q2zd 9p4t wx5y', 'CB7K3MQ2ZD9P4TWX5Y', '7K3M-Q2ZD-9P4T-WX5Y', ' cb–7k3mq2zd–9p4twx5y\n', 'ＣＢ-7K3M-Q2ZD-9P4T-WX5Y'])('«%s»', (text) =>
    expect(parsePreparedCode(text)).toBe(CODE));
  test.each(['', 'CB', 'CB-7K3M', 'CB-7K3M-Q2ZD-9P4T-WX5U', `${CODE}7`, 'H12.32065-261123-0001'])('«%s» is none', (text) => expect(parsePreparedCode(text)).toBeNull());
  test('what is made is read back, with and without its letters; a tracking key is another thing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = createPreparedCode(bytes);
        expect(parsePreparedCode(code)).toBe(code);
        expect(parsePreparedCode(code.slice(3))).toBe(code);
        expect(parsePreparedCode(code.replaceAll('-', ''))).toBe(code);
        expect(parseTrackingKey(code)).toBeNull();
      }),
    );
    expect(() => createPreparedCode(new Uint8Array(9))).toThrow(RangeError);
  });
});
