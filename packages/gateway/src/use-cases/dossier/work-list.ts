/** The officers' work list, oldest first, by page. */
import type { OfficerDossierSummary, OfficerQuery } from '@motcua/contract/officer';
import type { DossierStatus } from '@motcua/contract/status';
import type { OfficersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { invalid } from '../../problem-error.ts';
import { base64url, fromBase64, utf8 } from '../bytes.ts';
import { daysLeft } from './view.ts';

const COLUMNS = ['id', 'code', 'site', 'procedure_code', 'procedure_name', 'sealed_applicant', 'status', 'submitted_at', 'due_on', 'version'] as const;

/** Where the next page begins: after this dossier. Opaque to callers. */
interface Cursor {
  readonly at: string;
  readonly id: string;
}
const writeCursor = (cursor: Cursor): string => base64url(utf8(JSON.stringify([cursor.at, cursor.id])));
function readCursor(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(new TextDecoder().decode(fromBase64(text) ?? new Uint8Array())) as unknown[];
    if (typeof at === 'string' && typeof id === 'string') return { at, id };
  } catch {
    // Falls through: a cursor we did not write.
  }
  throw invalid('/cursor', 'pattern');
}

/** A page of at most `limit` (default 20) dossiers of the officer's site. */
export async function workList(deps: Deps, officer: OfficersTable, query: OfficerQuery): Promise<{ items: OfficerDossierSummary[]; next: string | null; total: number }> {
  const limit = query.limit ?? 20;
  let own = deps.database.db.selectFrom('dossiers').where('site', '=', officer.site);
  if (query.status !== undefined) own = own.where('status', '=', query.status);
  const { total } = await own.select((is) => is.fn.countAll().as('total')).executeTakeFirstOrThrow();
  let page = own.select(COLUMNS).orderBy('submitted_at').orderBy('id').limit(limit + 1);
  if (query.cursor !== undefined) {
    const { at, id } = readCursor(query.cursor);
    page = page.where((is) => is.or([is('submitted_at', '>', at), is.and([is('submitted_at', '=', at), is('id', '>', id)])]));
  }
  const rows = await page.execute();
  const last = rows[limit - 1];
  const items = await Promise.all(rows.slice(0, limit).map(async (row) => ({
    dossierId: row.id, dossierCode: row.code, procedure: { code: row.procedure_code, name: row.procedure_name },
    applicantName: await deps.keys.unseal(row.sealed_applicant), status: row.status as DossierStatus, submittedAt: row.submitted_at,
    dueOn: row.due_on, workingDaysLeft: await daysLeft(deps, row), version: row.version,
  })));
  return { items, next: rows.length > limit && last !== undefined ? writeCursor({ at: last.submitted_at, id: last.id }) : null, total: Number(total) };
}
