/** A spreadsheet of procedures → records. Headings in Vietnamese or English, in any order; columns nobody knows are told. */
import type { ImportFault } from '../bundle.ts';
import { cellText, isFormula, parseCsv } from './csv.ts';
import { audienceOf, codeOf, EMPTY, feesOf, levelsOf, plainKey, timeOf } from './row-record.ts';

/** Records with the line each began on, and what was refused already. */
export interface ReadRecords {
  readonly records: readonly unknown[];
  readonly lines?: readonly number[];
  readonly faults: readonly ImportFault[];
}

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  code: ['ma', 'ma tthc', 'ma thu tuc', 'code'],
  name: ['ten', 'ten thu tuc', 'ten tthc', 'ten thu tuc hanh chinh', 'name'],
  field: ['linh vuc', 'field'],
  levels: ['cap', 'cap thuc hien', 'levels', 'level'],
  handledBy: ['ai lam', 'bo phan', 'handledby'],
  agency: ['co quan', 'co quan thuc hien', 'noi giai quyet', 'agency'],
  audience: ['doi tuong', 'doi tuong thuc hien', 'audience'],
  time: ['thoi han', 'thoi han giai quyet', 'thoi gian', 'time'],
  fee: ['phi', 'le phi', 'phi le phi', 'fee'],
  papers: ['giay to', 'thanh phan ho so', 'ho so', 'papers'],
  results: ['ket qua', 'ket qua thuc hien', 'results'],
  steps: ['trinh tu', 'trinh tu thuc hien', 'cac buoc', 'steps'],
  conditions: ['dieu kien', 'yeu cau', 'yeu cau dieu kien', 'conditions'],
  legalBasis: ['can cu', 'can cu phap ly', 'legalbasis'],
  decision: ['quyet dinh', 'quyet dinh cong bo', 'decision'],
  url: ['dia chi', 'duong dan', 'url', 'link'],
  source: ['nguon', 'source'],
};
const BY_HEADING = new Map(Object.entries(COLUMNS).flatMap(([column, headings]) => headings.map((heading) => [heading, column] as const)));
const NEEDED = ['code', 'name', 'field'];

const linesOf = (text = ''): string[] => text.split('\n').map((line) => line.replace(/^\s*[-+•*]\s*/, '').trim()).filter(Boolean);

function toRecord(cell: (column: string) => string, file: string): object {
  const papers = linesOf(cell('papers'));
  const facts = cell('time') + cell('fee');
  return {
    ...EMPTY, code: codeOf(cell('code')), name: cell('name'), field: cell('field'), levels: levelsOf(cell('levels')),
    handledBy: linesOf(cell('handledBy').replace(/[;,|]/g, '\n')), agency: cell('agency') || null, audience: audienceOf(cell('audience')),
    channels: facts === '' ? [] : [{ kind: 'counter', time: timeOf(cell('time')), fees: feesOf(cell('fee'), 'le-phi') }],
    cases: papers.length === 0 ? [] : [{ id: 'chung', title: null, papers: papers.map((name, index) => ({ id: `giay-${String(index + 1)}`, name, required: !/nếu có|trường hợp/i.test(name) })) }],
    steps: linesOf(cell('steps')), results: linesOf(cell('results')), conditions: cell('conditions') || null,
    legalBasis: linesOf(cell('legalBasis')).map((number) => ({ number, title: null, date: null, agency: null })),
    decision: cell('decision') || null, portalUrl: cell('url') || null, source: { name: cell('source') || file },
  };
}

/** Excel took the code for a number and dropped the zero at its end: two codes are possible, so none is taken. */
const lostZero = (code: string): boolean => /^\d[.,]\d{4,5}$/.test(code.trim());

/** Reads a table. A row with a formula in a column we read is refused: nobody knows what it showed. */
export function readCsvProcedures(file: string, text: string): ReadRecords {
  const { rows: [head, ...rows], openQuote } = parseCsv(text);
  const columns = (head?.cells ?? []).map((heading) => BY_HEADING.get(plainKey(heading)));
  const missing = NEEDED.find((column) => !columns.includes(column));
  const at = (index: number, line: number | undefined, pointer: string, code: string, key?: string): ImportFault => ({ file, index, pointer, code, ...(line && { line }), ...(key && { key }) });
  if (missing !== undefined) return { records: [], faults: [at(0, head?.line ?? 1, `/${missing}`, 'missing-column')] };
  const faults: ImportFault[] = (head?.cells ?? []).flatMap((heading, index) => (columns[index] === undefined && heading.trim() !== '' ? [at(0, head?.line, `/${heading.trim().slice(0, 60)}`, 'column-ignored')] : []));
  if (openQuote !== null) faults.push(at(rows.length - 1, openQuote, '', 'open-quote'));
  const good = rows.filter(({ cells, line }, index) => {
    const texts = cells.map(cellText);
    const code = texts[columns.indexOf('code')] ?? '';
    const formula = texts.findIndex((cell, place) => columns[place] !== undefined && isFormula(cell));
    const fault = cells.length !== columns.length ? ['', 'columns'] : formula >= 0 ? [`/${String(columns[formula])}`, 'formula'] : lostZero(code) ? ['/code', 'lost-zero'] : null;
    if (fault) faults.push(at(index, line, fault[0] as string, fault[1] as string, code.slice(0, 40)));
    return fault === null && (openQuote === null || line < openQuote);
  });
  const records = good.map(({ cells }) => toRecord((column) => cellText(cells[columns.indexOf(column)] ?? ''), file));
  return { records, lines: good.map(({ line }) => line), faults };
}
