/** Where a text stops being JSON: engines say it in different words, or not at all. */

const TOKEN = /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y; // eslint-disable-line no-control-regex -- JSON forbids them raw

type Open = string | undefined;
const isValue = (token: string): boolean => token !== '' && !/^[{}[\],:]$/.test(token);
/** A value ended with this token. */
const ends = (token: string): boolean => isValue(token) || token === '}' || token === ']';
const closes = (opener: string) => (before: string, inside: Open): boolean => inside === opener && (ends(before) || before === opener);

/** What may stand before each mark. */
const MARKS: Readonly<Record<string, (before: string, inside: Open) => boolean>> = {
  ',': (before, inside) => inside !== undefined && ends(before),
  ':': (before, inside) => inside === '{' && before.startsWith('"'),
  '}': closes('{'),
  ']': closes('['),
};

/** A value, or the beginning of one; inside an object, before a colon, only a text. */
function mayBegin(token: string, before: string, inside: Open): boolean {
  if (inside === undefined) return before === '';
  if (before === ':') return true;
  return (before === inside || before === ',') && (inside === '[' || token.startsWith('"'));
}

const fits = (token: string, before: string, open: readonly string[]): boolean =>
  MARKS[token]?.(before, open[open.length - 1]) ?? mayBegin(token, before, open[open.length - 1]);

/** Line (from 1) of the first token that does not fit; the last line when the text ends too early. */
export function jsonFaultLine(text: string): number {
  const open: string[] = [];
  let [at, before] = [0, ''];
  for (;;) {
    const gap = /[^ \t\r\n]/g;
    gap.lastIndex = at;
    const next = gap.exec(text);
    if (next === null) break;
    TOKEN.lastIndex = next.index;
    const token = TOKEN.exec(text)?.[0];
    at = next.index;
    if (token === undefined || !fits(token, before, open)) break;
    if (token === '{' || token === '[') open.push(token);
    if (token === '}' || token === ']') open.pop();
    before = token;
    at += token.length;
  }
  return text.slice(0, at).split('\n').length;
}
