/** Transactions that may be tried again, and claims of idempotency keys. */
import type { Deps } from '../deps.ts';
import type { Tx } from '../ports/database.ts';

/** How often a transaction is tried when the database says that it may succeed the next time. */
const TRIES = 5;

/** Runs `work` in one transaction; serialisation failures are tried again, everything else is thrown. */
export async function inTransaction<T>(deps: Deps, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.database.db.transaction().execute(work);
    } catch (error) {
      if (attempt === TRIES || !deps.database.isRetryable(error)) throw error;
    }
  }
}

/** Which key was used for what. */
export interface Claim {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
}

/**
 * Claims a key inside the transaction that does the work: both are committed, or neither. False when it is taken; a
 * second request waits here until the first has committed or failed.
 */
export async function claimKey(tx: Tx, { scope, key, requestHash }: Claim, now: string): Promise<boolean> {
  const row = await tx
    .insertInto('idempotency')
    .values({ scope, key, request_hash: requestHash, created_at: now })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}
