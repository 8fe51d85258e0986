/**
 * The text of a VietQR code (NAPAS on EMVCo QRCPS-MPM 1.1): a banking application reads account, amount and words from it.
 * Fields are tag, two-digit length, value; the last one is a CRC-16 over everything before it.
 */
import type { BankAccount } from '@motcua/contract/payment';

/** `amount` in whole đồng; `content` are the words of the transfer; `reference` finds the payment again at a provider. */
export interface TransferOrder {
  readonly account: BankAccount;
  readonly amount: number;
  readonly content: string;
  readonly reference?: string;
}

/** Longest value of a field inside tag 62. */
const MAX_WORDS = 25;
/** Transfer to an account, and not to a card (QRIBFTTC). */
const TO_ACCOUNT = 'QRIBFTTA';

/** One field; the standard has no way to write more than 99 characters. */
function field(tag: string, value: string): string {
  if (value.length > 99) throw new RangeError(`vietqr-field-${tag}-too-long`);
  return value === '' ? '' : `${tag}${String(value.length).padStart(2, '0')}${value}`;
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xFFFF, four upper-case hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Words a bank keeps as they are: Latin letters, digits and spaces. `H12.32-261123-0001` → `H1232 261123 0001`. */
export function transferContent(dossierCode: string): string {
  const plain = dossierCode.normalize('NFD').replace(/[\u0300-\u036f.]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return plain.replace(/[^A-Za-z0-9]+/g, ' ').trim().slice(0, MAX_WORDS).trim();
}

/** The payload. Throws `RangeError` for an amount that is no positive whole number of at most 13 digits. */
export function vietQr({ account, amount, content, reference = '' }: TransferOrder): string {
  if (!Number.isSafeInteger(amount) || amount <= 0 || String(amount).length > 13) throw new RangeError('vietqr-amount');
  const beneficiary = field('00', account.bankBin) + field('01', account.accountNumber);
  const merchant = field('00', 'A000000727') + field('01', beneficiary) + field('02', TO_ACCOUNT);
  const words = field('05', transferContent(reference)) + field('08', transferContent(content));
  const body = `000201010212${field('38', merchant)}5303704${field('54', String(amount))}5802VN${field('62', words)}6304`;
  return body + crc16(body);
}
