/** Appends with the newest version of a dossier: citizens, banks and carriers do not know versions, so a lost race is tried again. */
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { inTransaction } from '../transaction.ts';
import { appendEvent, type Change } from './events.ts';

/** `makeChange` runs inside the transaction and may run again; null keeps the dossier as it is. */
export async function appendNewest(deps: Deps, id: string, makeChange: (row: DossiersTable, tx: Tx) => Promise<Change | null>): Promise<DossiersTable> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(deps, async (tx) => {
        const row = await tx.selectFrom('dossiers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        const change = await makeChange(row, tx);
        return change === null ? row : appendEvent(deps, tx, row, change, deps.clock.now().toISOString());
      });
    } catch (error) {
      const lost = deps.database.isConflict(error) || (error instanceof ProblemError && error.code === 'dossier-version-conflict');
      if (!lost || attempt === 5) throw error;
    }
  }
}
