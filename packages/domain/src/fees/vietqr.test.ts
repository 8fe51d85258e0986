import { QRPay } from 'vietnam-qr-pay';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { crc16, transferContent, vietQr } from './index.ts';

const account = { bankBin: '970436', bankName: 'Vietcombank', accountNumber: '0291000123456', accountName: 'UBND XA THOI BINH' };

describe('VietQR', () => {
  test('CRC-16/CCITT-FALSE, the check value of the catalogue of CRCs', () => expect(crc16('123456789')).toBe('29B1'));

  test('a payload as NAPAS writes it', () => {
    expect(vietQr({ account, amount: 8000, content: 'H12.32-261123-0001' })).toMatch(
      /^00020101021238570010A00000072701270006970436011302910001234560208QRIBFTTA5303704540480005802VN62210817H1232 261123 00016304[0-9A-F]{4}$/,
    );
  });

  test('words a bank keeps', () => {
    expect(transferContent('H12.32-261123-0001')).toBe('H1232 261123 0001');
    expect(transferContent('Nộp lệ phí Đỗ Thị Ánh — hồ sơ')).toBe('Nop le phi Do Thi Anh ho');
  });

  test('any account, amount and code is read back by another reader', () => {
    const digits = fc.stringMatching(/^[0-9]{6,19}$/);
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 1e12 }), fc.stringMatching(/^[A-Z0-9.]{3,9}-[0-9]{6}-[0-9]{4}$/), (accountNumber, amount, content) => {
        const read = new QRPay(vietQr({ account: { ...account, accountNumber }, amount, content, reference: 'pay-1' }));
        expect([read.isValid, read.consumer.bankBin, read.consumer.bankNumber, read.amount, read.additionalData.purpose, read.additionalData.reference])
          .toEqual([true, '970436', accountNumber, String(amount), transferContent(content), 'pay 1']);
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN, 1e13])('%s is no amount', (amount) => {
    expect(() => vietQr({ account, amount, content: 'x' })).toThrow(RangeError);
  });
});
