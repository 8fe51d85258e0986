/** Opens a dossier with its code and key. An unknown code and a wrong key cannot be told apart, by answer or by time. */
import { sql } from 'kysely';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { sameSecret } from '../bytes.ts';
import type { TrackingCredential } from '../credentials.ts';
import { countHit } from '../limits.ts';

/**
 * Only what decides is read, and it is one row whether there is a dossier or not: a whole dossier would take longer than none, and the
 * time would tell.
 */
function hashOf({ database: { db } }: Deps, code: string): Promise<{ id: string | null; tracking_hash: string | null }> {
  return db.selectFrom(sql<{ one: number }>`(select 1 as one)`.as('always')).leftJoin('dossiers', (join) => join.on('dossiers.code', '=', code))
    .select(['dossiers.id', 'dossiers.tracking_hash']).executeTakeFirstOrThrow();
}

/**
 * The dossier, or `tracking-not-found`. Failures are counted by code and, softly, by address; a right key is always
 * served, so that nobody can lock somebody else out.
 */
export async function requireTracked(deps: Deps, { code, key }: TrackingCredential, address: string): Promise<DossiersTable> {
  const { db } = deps.database;
  const [found, given] = await Promise.all([hashOf(deps, code ?? ''), deps.keys.hash('tracking', key ?? '')]);
  const right = sameSecret(found.tracking_hash ?? '0'.repeat(64), given);
  if (found.id !== null && right && key !== null) return db.selectFrom('dossiers').selectAll().where('id', '=', found.id).executeTakeFirstOrThrow();
  // What is no code at all has no dossier to protect; counted together, strangers would slow each other down.
  if (code !== null) await countHit(deps, 'trackingFailuresByCode', code);
  await countHit(deps, 'trackingFailuresByAddress', address);
  throw new ProblemError('tracking-not-found');
}
