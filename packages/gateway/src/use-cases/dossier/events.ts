/** The only way a dossier changes: one event appended, the projection moved on by one version, one message in the outbox. */
import type { Parcel } from '@motcua/contract/postal';
import type { DossierStatus } from '@motcua/contract/status';
import { isWithPost } from '@motcua/domain/postal';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { randomId } from '../bytes.ts';

/** What happened. `text` are words for the citizen; `set` are the other columns of the projection. */
export interface Change {
  readonly action: string;
  readonly status: DossierStatus;
  readonly agency: string;
  readonly person?: string;
  readonly section?: string;
  readonly text?: string;
  readonly set?: Partial<Omit<DossiersTable, 'id' | 'version' | 'status' | 'parcel_under_way'>>;
}

/** The column that says of the parcels what the work list asks for. */
const underWayOf = (parcels: string): number => Number((JSON.parse(parcels) as Parcel[]).some(isWithPost));

/** Appends; throws `dossier-version-conflict` when somebody else was faster. */
export async function appendEvent(deps: Deps, tx: Tx, row: DossiersTable, change: Change, at: string): Promise<DossiersTable> {
  const version = row.version + 1;
  const { parcels } = change.set ?? {};
  const set = { ...change.set, ...(parcels !== undefined && { parcel_under_way: underWayOf(parcels) }), status: change.status, version, updated_at: at };
  const moved = await tx.updateTable('dossiers').set(set).where('id', '=', row.id).where('version', '=', row.version).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new ProblemError('dossier-version-conflict');
  await tx.insertInto('dossier_events').values({
    dossier_id: row.id, sequence: version, at, action: change.action, status: change.status, agency: change.agency,
    person: change.person ?? null, section: change.section ?? null, sealed_text: change.text === undefined ? null : await deps.keys.seal(change.text),
  }).execute();
  const payload = { dossierId: row.id, sequence: version, action: change.action, status: change.status };
  await tx.insertInto('outbox').values({
    id: `msg_${randomId(deps.random(26))}`, topic: `dossier.${change.action}`, payload: JSON.stringify(payload), created_at: at, sent_at: null,
  }).execute();
  return { ...row, ...set };
}
