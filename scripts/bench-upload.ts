/**
 * Uploads of 3 MB over a line of 512 kbit/s that behaves, breaks, or falls silent: this client beside tus-js-client and a
 * plain PUT. `npm run bench:upload` prints the table of docs/decisions/0005-held-bytes.md; about four minutes.
 */
import { parseArgs } from 'node:util';
import { startCounterpart } from './upload/counterpart.ts';
import { LINE, runCell, type Cell } from './upload/line.ts';
import { CONTENDERS, FAULTS } from './upload/contenders.ts';

const { values } = parseArgs({ options: { bytes: { type: 'string', default: '3000000' }, only: { type: 'string' } } });
const size = Number(values.bytes);
const alone = (size / LINE.bytesPerSecond) * 1000;
const behind = await startCounterpart();
const rows: { name: string; cells: Cell[] }[] = CONTENDERS.map(({ name }) => ({ name, cells: [] }));
for (const fault of FAULTS.filter(({ name }) => values.only === undefined || name.includes(values.only))) {
  // One kind of trouble at a time; each contender has a line of its own.
  const cells = await Promise.all(CONTENDERS.map((contender) => runCell(behind, contender, fault, size)));
  cells.forEach((cell, index) => rows[index]?.cells.push(cell));
}
await behind.close();

const text = ({ ms, extra, done }: Cell): string => (done ? `${(ms / alone).toFixed(3)}x  ${(extra * 100).toFixed(1)} %` : 'not done');
const names = FAULTS.filter(({ name }) => values.only === undefined || name.includes(values.only)).map(({ name }) => name);
const lines = [['time / bytes alone, sent again', ...names], ...rows.map(({ name, cells }) => [name, ...cells.map(text)])];
const widths = names.map((_, at) => at + 1).reduce((all, at) => [...all, Math.max(...lines.map((line) => line[at]?.length ?? 0))], [Math.max(...lines.map(([first = '']) => first.length))]);
process.stdout.write(`${(size / 1e6).toFixed(1)} MB at 512 kbit/s, ${LINE.latencyMs} ms each way: bytes alone ${(alone / 1000).toFixed(1)} s\n`);
for (const line of lines) process.stdout.write(`${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  |  ')}\n`);
