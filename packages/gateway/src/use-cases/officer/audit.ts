/** Who did what, when: every act of an officer, every dossier opened, every file taken, every refusal. Append-only. */
import type { AuditEntry, AuditQuery } from '@motcua/contract/officer';
import { addDays, isCalendarDate, toInstant } from '@motcua/domain/calendar';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { AuditTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../ports/database.ts';
import { invalid, ProblemError } from '../../problem-error.ts';
import { randomId } from '../bytes.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { SignedIn } from '../officers.ts';

/** What was done, to which dossier. */
export interface Deed {
  readonly action: string;
  readonly dossier?: Pick<DossiersTable, 'id' | 'code'> | undefined;
  readonly outcome?: string;
}

/** Writes one line. Inside a transaction the line and the deed are kept together, or neither. */
export async function writeAudit(deps: Deps, db: Db, officer: SignedIn, { action, dossier, outcome = 'done' }: Deed): Promise<void> {
  const entry: AuditTable = {
    id: randomId(deps.random(26)), at: deps.clock.now().toISOString(), site: officer.site, officer_id: officer.id, officer_name: officer.name,
    role: officer.role, action, dossier_id: dossier?.id ?? null, dossier_code: dossier?.code ?? null, outcome,
  };
  await db.insertInto('audit').values(entry).execute();
}

/** Runs what an officer asked for; a refusal is written down too, with its code. `work` writes the success itself. */
export async function auditRefusals<T>(deps: Deps, officer: SignedIn, action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError && error.code !== 'dossier-version-conflict') {
      await writeAudit(deps, deps.database.db, officer, { action, outcome: error.code });
    }
    throw error;
  }
}

function instantOf(date: string | undefined, pointer: string, plus: number): string | undefined {
  if (date === undefined) return undefined;
  if (!isCalendarDate(date)) throw invalid(pointer, 'date-invalid');
  return toInstant({ date: addDays(date, plus), minute: 0 });
}

const entryOf = (row: AuditTable): AuditEntry => ({
  id: row.id, at: row.at, officerId: row.officer_id, officerName: row.officer_name, role: row.role as AuditEntry['role'], action: row.action,
  dossierId: row.dossier_id, dossierCode: row.dossier_code, outcome: row.outcome,
});

/** The audit of a leader's site, newest first. Problem: `forbidden` for everybody else. */
export async function listAudit(deps: Deps, officer: SignedIn, query: AuditQuery): Promise<{ items: AuditEntry[]; next: string | null }> {
  if (officer.role !== 'leader') throw new ProblemError('forbidden');
  const limit = query.limit ?? 50;
  const [from, to] = [instantOf(query.from, '/from', 0), instantOf(query.to, '/to', 1)];
  let page = deps.database.db.selectFrom('audit').selectAll().where('site', '=', officer.site).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit + 1);
  if (from !== undefined) page = page.where('at', '>=', from);
  if (to !== undefined) page = page.where('at', '<', to);
  if (query.dossier !== undefined) page = page.where((is) => is.or([is('dossier_id', '=', query.dossier ?? ''), is('dossier_code', '=', query.dossier ?? '')]));
  if (query.officer !== undefined) page = page.where('officer_id', '=', query.officer);
  if (query.cursor !== undefined) {
    const { at, id } = readCursor(query.cursor);
    page = page.where((is) => is.or([is('at', '<', at), is.and([is('at', '=', at), is('id', '<', id)])]));
  }
  const rows = await page.execute();
  const last = rows[limit - 1];
  return { items: rows.slice(0, limit).map(entryOf), next: rows.length > limit && last !== undefined ? writeCursor(last) : null };
}
