/**
 * Vietnamese numerals and dates in words («ghi bằng chữ»), as schools teach and registers print them:
 * 21 mốt, 24 tư, 25 lăm, 105 linh năm.
 */
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const AFTER_TENS: Readonly<Record<number, string>> = { 1: 'mốt', 4: 'tư', 5: 'lăm' };

const digit = (value: number): string => DIGITS[value] ?? '';

function belowHundred(value: number): string[] {
  const [tens, units] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return [digit(units)];
  const head = tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
  if (units === 0) return head;
  if (tens === 1) return [...head, units === 5 ? 'lăm' : digit(units)];
  return [...head, AFTER_TENS[units] ?? digit(units)];
}

/**
 * A whole number from 0 to 9999 in words. `zeroTens` is the word for the missing ten: `linh` in the north and in
 * schoolbooks, `lẻ` in the south. Throws `RangeError` for any other number.
 */
export function numberInWords(value: number, zeroTens: 'linh' | 'lẻ' = 'linh'): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError('number-in-words');
  const [thousands, hundreds, rest] = [Math.floor(value / 1000), Math.floor(value / 100) % 10, value % 100];
  if (value < 100) return belowHundred(value).join(' ');
  const words: string[] = [];
  if (thousands > 0) words.push(digit(thousands), 'nghìn');
  // Between thousands and tens the missing hundred is spoken: hai nghìn không trăm linh năm.
  if (hundreds > 0 || rest > 0) words.push(digit(hundreds), 'trăm');
  if (rest > 0) words.push(...(rest < 10 ? [zeroTens] : []), ...belowHundred(rest));
  return words.join(' ');
}

/**
 * A date in words: «Ngày mười hai tháng ba năm hai nghìn không trăm hai mươi sáu»; a partial date as far as it is known
 * («Tháng ba năm …», «Năm …»). April is «tháng tư», as everybody says it.
 */
export function dateInWords(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const words = [`năm ${numberInWords(year)}`];
  if (month !== undefined) words.unshift(`tháng ${month === 4 ? 'tư' : numberInWords(month)}`);
  if (day !== undefined) words.unshift(`ngày ${numberInWords(day)}`);
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
