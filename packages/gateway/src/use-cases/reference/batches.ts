/** Inserting many rows a few at a time. */
import type { ImportProgress } from './bundle.ts';

/** Tells how far an import is. */
export type Report = (stage: ImportProgress['stage'], done: number, total: number) => void;

/** Rows an INSERT carries: SQLite and PostgreSQL both limit the number of parameters of one statement. */
const BATCH = 100;

/** Calls `insert` with slices, telling how far it is. */
export async function inBatches<T>(rows: readonly T[], insert: (slice: T[]) => Promise<unknown>, report: (done: number) => void): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await insert(rows.slice(at, at + BATCH));
    report(Math.min(at + BATCH, rows.length));
  }
}
