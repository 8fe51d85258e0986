/** The officers' work list, oldest first, by page, in the views of the counter. */
import type { OfficerDossierSummary, OfficerQuery, WorkListView } from '@motcua/contract/officer';
import type { DossierStatus } from '@motcua/contract/status';
import { toLocalTime, workingDayAfter } from '@motcua/domain/calendar';
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { SignedIn } from '../officers.ts';
import { supplementsOf } from './stored.ts';
import { daysLeft } from './view.ts';

type Is = ExpressionBuilder<Database, 'dossiers'>;
type Condition = ExpressionWrapper<Database, 'dossiers', SqlBool>;

/** On whose desk the clock runs. */
const COUNTED = ['submitted', 'accepted', 'processing'];
const WAITING = ['supplement-requested', 'payment-requested'];

/** `today`, and `soon`, the next working day: who is due then must hear of it today. */
interface Days {
  readonly today: string;
  readonly soon: string;
}

const VIEWS: Readonly<Record<WorkListView, (is: Is, days: Days) => Condition>> = {
  'new': (is) => is.and([is('status', '=', 'submitted')]),
  'due-today': (is, { today, soon }) => is.and([is('status', 'in', COUNTED), is('due_on', '>=', today), is('due_on', '<=', soon)]),
  'late': (is, { today }) => is.and([is('status', 'in', COUNTED), is('due_on', '<', today)]),
  'waiting': (is) => is.and([is('status', 'in', WAITING)]),
  'open': (is) => is.and([is('status', 'in', COUNTED)]),
  'finished': (is) => is.and([is('status', '=', 'finished')]),
  'by-post': (is) => is.and([is('parcel_under_way', '=', 1)]),
};

async function daysOf(deps: Deps, site: string): Promise<Days> {
  const found = await deps.reference.site(site);
  if (found === null) throw new ProblemError('unavailable');
  const today = toLocalTime(deps.clock.now().toISOString()).date;
  return { today, soon: workingDayAfter(today, 1, found.calendar) };
}

/** What of a typed code can be in one; `%` and `_` never reach the pattern. */
const codePart = (typed: string): string => typed.toUpperCase().replace(/[–—]/g, '-').replace(/[^A-Z0-9.-]/g, '');

/** A page of at most `limit` (default 20) dossiers of the officer's site. */
export async function workList(deps: Deps, officer: Pick<SignedIn, 'site'>, query: OfficerQuery): Promise<{ items: OfficerDossierSummary[]; next: string | null; total: number }> {
  const limit = query.limit ?? 20;
  const { view, q, status, procedure } = query;
  let own = deps.database.db.selectFrom('dossiers').where('site', '=', officer.site);
  if (status !== undefined) own = own.where('status', '=', status);
  if (procedure !== undefined) own = own.where('procedure_code', '=', procedure);
  // A question of which nothing is left asks for something that no code has.
  if (q !== undefined && q.trim() !== '') own = own.where('code', 'like', codePart(q) === '' ? '-' : `%${codePart(q)}%`);
  if (view !== undefined) {
    const days = await daysOf(deps, officer.site);
    own = own.where((is) => VIEWS[view](is, days));
  }
  const { total } = await own.select((is) => is.fn.countAll().as('total')).executeTakeFirstOrThrow();
  let page = own.selectAll().orderBy('submitted_at').orderBy('id').limit(limit + 1);
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
    channel: row.channel as 'counter' | 'online' | 'post', heldBy: row.held_by, supplements: (await supplementsOf(deps, row)).length,
    parcelUnderWay: row.parcel_under_way === 1,
  })));
  return { items, next: rows.length > limit && last !== undefined ? writeCursor({ at: last.submitted_at, id: last.id }) : null, total: Number(total) };
}
