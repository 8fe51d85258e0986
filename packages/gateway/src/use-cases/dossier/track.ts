/** Opens a dossier with its code and key. An unknown code and a wrong key cannot be told apart, by answer or by time. */
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { sameSecret } from '../bytes.ts';
import type { TrackingCredential } from '../credentials.ts';
import { countHit } from '../limits.ts';

/**
 * The dossier, or `tracking-not-found`. Failures are counted by code and, softly, by address; a right key is always
 * served, so that nobody can lock somebody else out.
 */
export async function requireTracked(deps: Deps, { code, key }: TrackingCredential, address: string): Promise<DossiersTable> {
  const [row, given] = await Promise.all([
    deps.database.db.selectFrom('dossiers').selectAll().where('code', '=', code ?? '').executeTakeFirst(),
    deps.keys.hash('tracking', key ?? ''),
  ]);
  const right = sameSecret(row?.tracking_hash ?? '0'.repeat(64), given);
  if (row !== undefined && right && key !== null) return row;
  // What is no code at all has no dossier to protect; counted together, strangers would slow each other down.
  if (code !== null) await countHit(deps, 'trackingFailuresByCode', code);
  await countHit(deps, 'trackingFailuresByAddress', address);
  throw new ProblemError('tracking-not-found');
}
