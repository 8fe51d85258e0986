/** Code 128 (ISO/IEC 15417), set B: a text of printable ASCII as widths of bars and gaps. Own small generator, no library. */

/** Widths of the symbols 0 … 105: bar, gap, bar, gap, bar, gap. */
const WIDTHS =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231' +
  '213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311' +
  '112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111' +
  '111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212' +
  '124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214' +
  '211232';
const STOP = '2331112';
const START_B = 104;

/** Widths of one symbol (11 modules). */
export const symbolWidths = (value: number): string => WIDTHS.slice(value * 6, value * 6 + 6);

/** Number of symbols in the table, start symbols included. */
export const SYMBOLS = WIDTHS.length / 6;

/** Values of a text in set B with start and check symbol; null when a sign cannot be written. */
export function valuesOf(text: string): readonly number[] | null {
  const values = Array.from(text, (sign) => (sign.codePointAt(0) ?? 0) - 32);
  if (values.length === 0 || values.some((value) => value < 0 || value > 94)) return null;
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), START_B) % 103;
  return [START_B, ...values, check];
}

/** Dark bars of a text as `[start, width]` in modules, and the length of the whole; null when it cannot be written. */
export function barsOf(text: string): { readonly bars: readonly (readonly [number, number])[]; readonly length: number } | null {
  const values = valuesOf(text);
  if (values === null) return null;
  const widths = Array.from(values.map(symbolWidths).join('') + STOP, Number);
  const bars: (readonly [number, number])[] = [];
  let at = 0;
  widths.forEach((width, index) => {
    if (index % 2 === 0) bars.push([at, width]);
    at += width;
  });
  return { bars, length: at };
}
