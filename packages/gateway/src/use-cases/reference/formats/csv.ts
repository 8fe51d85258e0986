/** Comma separated values as spreadsheets write them (RFC 4180, and what Excel makes of it in Vietnam). */

/** One row and the line of the file on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of a file; `openQuote`: line of a quotation mark that is never closed. */
export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly openQuote: number | null;
}

const DELIMITERS = [';', ',', '\t', '|'];

/** The delimiter that the first line uses most outside quotes. */
function delimiterOf(text: string): string {
  const head = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const uses = (delimiter: string): number => head.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (uses(delimiter) > uses(best) ? delimiter : best));
}

/** One cell from where the reading stands: between quotes (a doubled one is one), or up to the next delimiter. */
function cellPattern(delimiter: string): RegExp {
  const other = `[^\\n${delimiter === '\t' ? '\\t' : `\\${delimiter}`}]*`;
  return new RegExp(`${delimiter === '\t' ? '' : '[ \\t]*'}"([^"]*(?:""[^"]*)*)("|$)${other}|${other}`, 'y');
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** The text without its marks, the delimiter, and the line on which the table begins. */
function opened(source: string): { text: string; delimiter: string; line: number } {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Excel's own hint, «sep=;», is no row.
  const [hint, delimiter] = /^sep=([^\w\n"])\n/i.exec(text) ?? [];
  return hint === undefined ? { text, delimiter: delimiterOf(text), line: 1 } : { text: text.slice(hint.length), delimiter: delimiter ?? ',', line: 2 };
}

/** Reads a table; empty rows are left out, a quoted cell may hold line breaks. Never throws. */
export function parseCsv(source: string): CsvTable {
  const { text, delimiter, line: first } = opened(source);
  const cell = cellPattern(delimiter);
  const rows: CsvRow[] = [];
  let [line, cells, openQuote] = [first, [] as string[], null as number | null];
  let began = line;
  for (let at = 0; at <= text.length; at += 1) {
    cell.lastIndex = at;
    const [all = '', quoted, end] = cell.exec(text) ?? [];
    if (end === '') openQuote = line;
    cells.push(quoted === undefined ? all : quoted.replace(/""/g, '"'));
    line += linesIn(all);
    at += all.length;
    if (at < text.length && text[at] !== '\n') continue;
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells });
    line += 1;
    [began, cells] = [line, []];
  }
  return { rows, openQuote };
}

/** A formula, or the error of one: what the person saw in the sheet is not what stands in the file. */
export function isFormula(cell: string): boolean {
  return /^\s*=/.test(cell) || /^\s*[@+-][A-Za-z]+\w*\(/.test(cell) || /^\s*#(REF|N\/A|NAME|VALUE|DIV\/0|NUM|NULL)[!?]?\s*$/.test(cell);
}

/** `="1.001193"` is how spreadsheets keep a code from becoming a number: the text inside counts. */
export function cellText(cell: string): string {
  return (/^\s*="([^"]*)"\s*$/.exec(cell)?.[1] ?? cell).trim();
}
