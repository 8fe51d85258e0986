/** Public figures of a unit (số liệu công khai, QĐ 766/QĐ-TTg): received + carried over = done + closed + in process + paused. */
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';
import { toInstant, toLocalTime, addDays } from '@motcua/domain/calendar';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { invalid, ProblemError } from '../../problem-error.ts';

type Row = Pick<DossiersTable, 'status' | 'channel' | 'submitted_at' | 'finished_at' | 'closed_at' | 'due_on'>;
type Figure = Exclude<keyof Statistics, 'from' | 'to' | 'asOf' | 'received' | 'receivedOnline' | 'receivedByPost' | 'carriedOver'>;

const dayOf = (instant: string): string => toLocalTime(instant).date;

/** A finished dossier against its due day; without a due day nobody can be late. */
function punctuality(finishedAt: string, dueOn: string | null): Figure {
  const done = dayOf(finishedAt);
  if (dueOn === null || done === dueOn) return 'doneOnTime';
  return done < dueOn ? 'doneEarly' : 'doneLate';
}

/** Where a dossier counts at the end of the period. A stopped one counts with the refused: no result came of it. */
function outcomeOf(row: Row, end: string, lastDay: string): Figure {
  if (row.closed_at !== null && row.closed_at < end) {
    if (row.finished_at !== null) return punctuality(row.finished_at, row.due_on);
    return row.status === 'withdrawn' ? 'withdrawn' : 'refused';
  }
  if (row.status === 'supplement-requested' || row.status === 'payment-requested') return 'paused';
  return row.due_on !== null && row.due_on < lastDay ? 'inProcessLate' : 'inProcessWithinLimit';
}

/** Figures between two days, both included. Problems: `site-not-found`, `validation-failed` (days that do not exist, more than 2 years). */
export async function statisticsOf(deps: Deps, siteId: string, { from, to }: StatisticsQuery): Promise<Statistics> {
  if ((await deps.reference.site(siteId)) === null) throw new ProblemError('site-not-found');
  const [start, end] = periodOf(from, to);
  const rows: Row[] = await deps.database.db.selectFrom('dossiers')
    .select(['status', 'channel', 'submitted_at', 'finished_at', 'closed_at', 'due_on'])
    .where('site', '=', siteId).where('submitted_at', '<', end)
    .where((is) => is.or([is('closed_at', 'is', null), is('closed_at', '>=', start)]))
    .execute();
  const asOf = deps.clock.now().toISOString();
  const statistics: Statistics = {
    from, to, asOf, received: 0, receivedOnline: 0, receivedByPost: 0, carriedOver: 0, doneEarly: 0, doneOnTime: 0, doneLate: 0,
    inProcessWithinLimit: 0, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0,
  };
  const lastDay = dayOf(asOf) < to ? dayOf(asOf) : to;
  for (const row of rows) {
    const isNew = row.submitted_at >= start;
    statistics[isNew ? 'received' : 'carriedOver'] += 1;
    if (isNew && row.channel === 'online') statistics.receivedOnline += 1;
    if (isNew && row.channel === 'post') statistics.receivedByPost += 1;
    statistics[outcomeOf(row, end, lastDay)] += 1;
  }
  return statistics;
}

function periodOf(from: string, to: string): [string, string] {
  try {
    const period: [string, string] = [toInstant({ date: from, minute: 0 }), toInstant({ date: addDays(to, 1), minute: 0 })];
    if (from <= to && addDays(from, 732) >= to) return period;
  } catch {
    throw invalid('/from', 'date-invalid');
  }
  throw invalid('/to', 'date-before');
}
