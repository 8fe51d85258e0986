/** Names of units without their kind, folded: «TT. Thới Bình», «thị trấn Thới Bình» and «thoi binh» are one name. */
import { foldWords } from '../search/fold.ts';

const KIND_WORDS = [
  ['thanh', 'pho', 'truc', 'thuoc', 'trung', 'uong'],
  ['thanh', 'pho'],
  ['thi', 'tran'],
  ['thi', 'xa'],
  ['dac', 'khu'],
  ['phuong'],
  ['huyen'],
  ['quan'],
  ['tinh'],
  ['xa'],
  ['tt'],
  ['tx'],
  ['tp'],
  ['h'],
  ['p'],
  ['x'],
  ['q'],
  ['t'],
];

/** Words of a unit's name; the kind is dropped unless it is all there is, numbers lose leading zeros («Phường 01»). */
export function unitWords(text: string): string[] {
  const words = foldWords(text.replace(/\b(tp|tx|tt|[pqxht])\s*\.\s*/giu, '$1 ')).map((word) => word.replace(/^0+(?=\d)/, ''));
  const kind = KIND_WORDS.find((prefix) => prefix.length < words.length && prefix.every((word, index) => words[index] === word));
  return kind ? words.slice(kind.length) : words;
}

const SHORT_KINDS: Readonly<Record<string, string>> = { tt: 'thi tran', tx: 'thi xa', tp: 'thanh pho', x: 'xa', p: 'phuong' };

/** Kind of a unit as folded words («thi tran»), or an empty text. */
export function unitKind(text: string): string {
  const words = foldWords(text);
  const kind = words.slice(0, words.length - unitWords(text).length).join(' ');
  return SHORT_KINDS[kind] ?? kind;
}
