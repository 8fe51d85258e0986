/** What an import says while it runs and when it is done: a bar, then every record that was refused and why. */
import type { ImportFault, ImportProgress, ImportReport } from '../use-cases/reference/bundle.ts';

/** Where progress goes; a terminal overwrites its line, a log gets one line when a stage is done. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 24;

/** A bar of a stage: `procedures [############------------]  50 % 2142/4284`. */
export function progressBar({ stage, done, total }: ImportProgress): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(part * WIDTH);
  return `${stage.padEnd(10)} [${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${String(Math.floor(part * 100)).padStart(3)} % ${String(done)}/${String(total)}`;
}

/** Prints progress, on a terminal at most once a percent. */
export function importProgress(output: ProgressOutput): (progress: ImportProgress) => void {
  let last = '';
  return (progress) => {
    const bar = progressBar(progress);
    const mark = `${progress.stage} ${String(Math.floor((100 * progress.done) / progress.total))}`;
    const ends = progress.done >= progress.total;
    if (mark === last && !ends) return;
    last = mark;
    if (output.isTTY === true) output.write(`\r\u001b[K${bar}${ends ? '\n' : ''}`);
    else if (ends) output.write(`${bar}\n`);
  };
}

/** What a code of a fault means to whoever keeps the file. */
const WHY: Readonly<Record<string, string>> = {
  required: 'is missing', type: 'has the wrong type', pattern: 'is not written as it must be', 'not-an-option': 'is none of the known values', 'too-long': 'is too long',
  'too-large': 'is too large', 'too-small': 'is too small', 'unknown-field': 'is not known', duplicate: 'the same record stands there already',
  'missing-column': 'the table has no such column', 'column-ignored': 'column is not known and was not read', columns: 'the row has more or fewer cells than the heading',
  formula: 'holds a formula: paste values instead', 'lost-zero': 'lost a zero at its end: format the column as text', 'open-quote': 'a quotation mark is never closed; rows after it were not read',
  'not-https': 'is no https address; the link was left out', 'unknown-procedure': 'is not in the catalogue',
};

/** What is in a file may be anything: it must not steer the terminal. */
// eslint-disable-next-line no-control-regex -- exactly these
const quiet = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '?');

function faultLine({ file, index, line, key, pointer, code }: ImportFault): string {
  const place = line === undefined ? `record ${String(index + 1)}` : `line ${String(line)}`;
  return quiet(`refused: ${file} ${place}${key === undefined ? '' : ` (${key})`} ${pointer} ${WHY[code] ?? ''} [${code}]`);
}

/** One line a refused record, how many by reason, and last the whole report as one JSON object. */
export function importLines(report: Pick<ImportReport, 'site' | 'procedures' | 'cleaned' | 'faults'>): string[] {
  const { faults } = report;
  const counts = new Map<string, number>();
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sums = [...counts].sort(([, a], [, b]) => b - a).map(([code, count]) => `${String(count).padStart(6)} × ${WHY[code] ?? code} [${code}]`);
  return [...faults.map(faultLine), ...(sums.length > 0 ? ['Refused by reason:', ...sums] : []), JSON.stringify({ ...report, faults: faults.length })];
}
