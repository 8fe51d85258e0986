/** Electronic results (kết quả điện tử): added by an officer, downloaded by whoever holds the key once the office is done. */
import { UPLOAD_LIMITS } from '@motcua/contract/upload';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { DossierResultsTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { randomId, sha256 } from '../bytes.ts';
import { writeAudit } from '../officer/audit.ts';
import { requireActing, type SignedIn } from '../officers.ts';
import { inTransaction } from '../transaction.ts';
import { cleanFileName } from '../upload/file-name.ts';
import { sniffFileType } from '../upload/file-type.ts';
import { appendEvent } from './events.ts';
import { receiptOf, statusOf } from './stored.ts';
import { RESULT_OPEN } from './view.ts';

const MAX_RESULTS = 10;

/** Adds one file. Problems: `forbidden`, `file-type-not-allowed`, `payload-too-large`, `dossier-transition-not-allowed`, `dossier-version-conflict`. */
export async function addResult(deps: Deps, officer: SignedIn, row: DossiersTable, file: { name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<DossiersTable> {
  requireActing(officer);
  if (!['accepted', 'processing', 'finished'].includes(row.status)) throw new ProblemError('dossier-transition-not-allowed');
  const type = sniffFileType(file.bytes);
  if (type === null || !(UPLOAD_LIMITS.types as readonly string[]).includes(type)) throw new ProblemError('file-type-not-allowed');
  const id = randomId(deps.random(26));
  const now = deps.clock.now().toISOString();
  await deps.files.write(id, 0, file.bytes);
  const result: DossierResultsTable = {
    id, dossier_id: row.id, sealed_name: await deps.keys.seal(cleanFileName(file.name)), type, size: file.bytes.length,
    sha256: await sha256(file.bytes), added_at: now,
  };
  const { unit } = await receiptOf(deps, row);
  try {
    return await inTransaction(deps, async (tx) => {
      const { count } = await tx.selectFrom('dossier_results').select((is) => is.fn.countAll().as('count')).where('dossier_id', '=', row.id).executeTakeFirstOrThrow();
      if (Number(count) >= MAX_RESULTS) throw new ProblemError('dossier-transition-not-allowed');
      await tx.insertInto('dossier_results').values(result).execute();
      await writeAudit(deps, tx, officer, { action: 'add-result', dossier: row });
      return appendEvent(deps, tx, row, { action: 'add-result', status: statusOf(row), agency: unit.name, person: officer.name }, now);
    });
  } catch (error) {
    await deps.files.remove(id);
    throw error;
  }
}

/** A result with its bytes, or `not-found` – also while the office is not done. */
export async function openResult(deps: Deps, row: DossiersTable, id: string): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const file = RESULT_OPEN.includes(statusOf(row))
    ? await deps.database.db.selectFrom('dossier_results').selectAll().where('dossier_id', '=', row.id).where('id', '=', id).executeTakeFirst()
    : undefined;
  const bytes = file === undefined ? null : await deps.files.read(file.id, file.size);
  if (file === undefined || bytes === null) throw new ProblemError('not-found');
  return { name: await deps.keys.unseal(file.sealed_name), type: file.type, bytes };
}
