import { describe, expect, fc, test } from '../../test/tools.ts';
import {
  checkEmail,
  checkOldIdentityNumber,
  checkPersonalNumber,
  checkPersonName,
  checkPhone,
  checkTaxCode,
  formatPhone,
  formatTaxCode,
  maskPersonalNumber,
  normalizePersonName,
  normalizePhone,
  parseCardText,
  PLACE_CODES,
  readPersonalNumber,
  samePersonName,
} from './index.ts';

const codes = (findings: readonly { level: string; code: string }[]): string[] => findings.map(({ level, code }) => `${level}:${code}`);

describe('personal numbers (NĐ 137/2015 Đ.13, TT 07/2016/TT-BCA)', () => {
  test('a number tells place, sex and year', () => {
    expect(readPersonalNumber('096 0 52 123456')).toEqual({ birthYear: 1952, sex: 'nam', place: 'Cà Mau' });
    expect(readPersonalNumber('001301000001')).toMatchObject({ birthYear: 2001, sex: 'nu', place: 'Hà Nội' });
    expect(readPersonalNumber('012345678')).toBeNull();
    expect(Object.keys(PLACE_CODES)).toHaveLength(63);
  });

  test.each([
    ['096052123456', {}, []],
    ['096052123456', { birthDate: '1952', sex: 'nam' }, []],
    ['096052123456', { birthDate: '1952-03', sex: 'khac' }, []],
    ['096052123456', { birthDate: '1953-01-01' }, ['error:personal-number-birth-year']],
    ['096052123456', { sex: 'nu' }, ['error:personal-number-sex']],
    ['096299123456', { today: '2026-11-23' }, ['error:personal-number-future']],
    ['099052123456', {}, ['warning:personal-number-place']],
    ['09605212345', {}, ['error:personal-number-length']],
    ['09605212345O', {}, ['error:personal-number-digits']],
  ] as const)('%s with %j gives %j', (number, context, expected) => {
    expect(codes(checkPersonalNumber(number, context))).toEqual(expected);
  });

  test('findings never carry the number', () => {
    const numbers = fc.stringMatching(/^\d{9,13}$/);
    fc.assert(fc.property(numbers, (number) => !JSON.stringify(checkPersonalNumber(number, { birthDate: '1900' })).includes(number)));
  });

  test('old cards and masking', () => {
    expect(codes(checkOldIdentityNumber('381 234 567'))).toEqual(['hint:old-identity-number-replaced']);
    expect(codes(checkOldIdentityNumber('38123456'))).toEqual(['error:old-identity-number-length']);
    expect(maskPersonalNumber('096052123456')).toBe('096•••••••56');
  });
});

describe('tax codes', () => {
  test.each([
    ['0100109106', []],
    ['0100109106-001', []],
    ['0100109107', ['warning:tax-code-check-digit']],
    ['010010910', ['error:tax-code-format']],
    ['096052123456', []],
  ] as const)('%s gives %j', (code, expected) => expect(codes(checkTaxCode(code))).toEqual(expected));

  test('branches are written with a dash', () => expect(formatTaxCode('0100109106 001')).toBe('0100109106-001'));
});

describe('phones', () => {
  test.each([
    ['+84 912 345 678', '0912345678', []],
    ['84912345678', '0912345678', []],
    ['0084 (0)912.345.678', '0912345678', []],
    ['0912.345.678', '0912345678', []],
    ['0290 3831 234', '02903831234', ['hint:phone-landline']],
    ['0612345678', '0612345678', ['error:phone-format']],
    ['091234567', '091234567', ['error:phone-format']],
  ] as const)('%s is %s', (typed, normal, expected) => {
    expect(normalizePhone(typed)).toBe(normal);
    expect(codes(checkPhone(typed))).toEqual(expected);
  });

  test('normalising is done once', () => {
    fc.assert(fc.property(fc.stringMatching(/^(\+84|84|0)[35789]\d{8}$/), (typed) => normalizePhone(normalizePhone(typed)) === normalizePhone(typed)));
  });

  test('grouped for reading aloud', () => expect(formatPhone('+84912345678')).toBe('0912 345 678'));
});

describe('names', () => {
  test.each([
    ["  H'Hen   Niê ", "H'Hen Niê", []],
    ['Y Phôn Êban', 'Y Phôn Êban', []],
    ['Nguyễn Thị A-Na', 'Nguyễn Thị A-Na', []],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn', ['hint:name-one-word']],
    ['nguyễn văn an', 'nguyễn văn an', ['hint:name-case']],
    ['', '', ['error:name-empty']],
    ['Nguyễn Văn 2', 'Nguyễn Văn 2', ['error:name-characters']],
    ['---', '---', ['error:name-characters']],
  ] as const)('%s', (typed, normal, expected) => {
    expect(normalizePersonName(typed)).toBe(normal);
    expect(codes(checkPersonName(typed))).toEqual(expected);
  });

  test('the capitals of a card are the same name', () => expect(samePersonName('NGUYỄN VĂN AN', 'Nguyễn Văn An')).toBe(true));
});

describe('the text in the QR code of a card', () => {
  test('fills the person', () => {
    const text = '096052123456|381234567|Nguyễn Văn  Đậm|14031952|Nam|Ấp 3, Biển Bạch Đông, Thới Bình, Cà Mau|10052021';
    expect(parseCardText(text)).toEqual({
      personalNumber: '096052123456',
      oldNumber: '381234567',
      name: 'Nguyễn Văn Đậm',
      birthDate: '1952-03-14',
      sex: 'nam',
      address: 'Ấp 3, Biển Bạch Đông, Thới Bình, Cà Mau',
      issuedOn: '2021-05-10',
    });
  });

  test('no old number, only a year of birth, more fields at the end', () => {
    const text = `096152123456||Trần Thị Bé|00001952|${'Nữ'.normalize('NFD')}|Cà Mau|10052021||x||`;
    expect(parseCardText(text)).toMatchObject({ birthDate: '1952', sex: 'nu' });
    expect(parseCardText(text)).not.toHaveProperty('oldNumber');
  });

  test.each(['', 'https://dichvucong.gov.vn', '0960521234|1|A B|', '096052123456|||'])('«%s» is no card', (text) =>
    expect(parseCardText(text)).toBeNull(),
  );
});

test.each([
  ['bac.nam@gmail.com', []],
  ['bac.nam@gmail.con', ['hint:email-domain-typo']],
  ['bac nam@gmail.com', ['error:email-format']],
  ['bacnam', ['error:email-format']],
  ['a@b..vn', ['error:email-format']],
] as const)('e-mail %s gives %j', (email, expected) => expect(codes(checkEmail(email))).toEqual(expected));
