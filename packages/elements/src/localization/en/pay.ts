import type { PayMessages } from '../vi/pay.ts';
import { commonEn } from './common.ts';

/** The same words in English. */
export const payEn: PayMessages = {
  ...commonEn,
  title: 'Pay',
  fees: 'Fees',
  amount: (amount) => `Still to be paid: ${amount}.`,
  ways: { transfer: 'Bank transfer by QR code', counter: 'At the one-stop counter', postman: 'To the postman' },
  how: { counter: 'Pay when you come to the one-stop counter.', postman: 'Pay the postman when the result is handed over.' },
  scan: 'Open your banking application and scan this code. Amount and purpose are filled in.',
  qr: (amount) => `VietQR code to transfer ${amount}`,
  bank: 'Bank',
  account: 'Account',
  owner: 'Account holder',
  content: 'Purpose',
  states: {
    pending: 'Waiting for the money. This page looks by itself.',
    paid: 'The money has arrived.',
    failed: 'The bank reports a failure. This is not final: if you were charged, it will be recorded within 24 hours. Please do not pay again right away.',
    final: 'The last payment did not succeed. You can pay again.',
    cancelled: 'Another way of paying was chosen.',
  },
  receipt: (number) => `Receipt number: ${number}.`,
  again: 'Has the money arrived?',
  failed: 'That did not work. Please try again; you cannot be charged twice.',
};
