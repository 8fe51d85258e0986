/** Public figures by the groups of QĐ 766/QĐ-TTg: received + carried over = done + in process + paused + refused + withdrawn. */
import type { DueDate } from '@motcua/contract/calendar';
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';
import { addDays, isCalendarDate, toInstant, toLocalTime } from '@motcua/domain/calendar';
import type { Deps } from '../../deps.ts';
import { invalid } from '../../problem-error.ts';

interface Row {
  readonly id: string;
  readonly channel: string;
  readonly status: string;
  readonly due: string;
  readonly submitted_at: string;
  readonly finished_at: string | null;
  readonly closed_at: string | null;
  readonly updated_at: string;
  readonly procedure_code: string;
  readonly rating: number | null;
}
type Figures = Omit<Statistics, 'from' | 'to' | 'asOf' | 'proceduresWithDossiers' | 'satisfaction' | 'byField' | 'byMonth'>;

const NONE: Figures = {
  received: 0, receivedOnline: 0, receivedByPost: 0, carriedOver: 0, doneEarly: 0, doneOnTime: 0, doneLate: 0,
  inProcessWithinLimit: 0, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0,
};
/** Longer periods would read the whole table at every visit of a page. */
const MAX_DAYS = 400;
const DAY = 86_400_000;
/** Supplement requests from which a dossier counts as late (QĐ 766, 2.1). */
const TOO_MANY_SUPPLEMENTS = 2;

interface Period {
  readonly start: string;
  readonly end: string;
  readonly now: string;
}

/** Instant at which work on a dossier ended; null while it goes on. */
const endedAt = (row: Row): string | null => row.finished_at ?? row.closed_at;

/** A dossier whose work ended within the period. */
function outcomeOfEnded(row: Row, ended: string, supplements: number): keyof Figures {
  if (row.status === 'withdrawn') return 'withdrawn';
  if (row.status === 'refused' || row.status === 'stopped') return 'refused';
  const { dueAt, dueOn } = JSON.parse(row.due) as DueDate;
  if (supplements >= TOO_MANY_SUPPLEMENTS || (dueAt !== null && ended > dueAt)) return 'doneLate';
  return dueOn !== null && toLocalTime(ended).date < dueOn ? 'doneEarly' : 'doneOnTime';
}

/** A dossier that was still open when the period ended. */
function outcomeOfOpen(row: Row, statusThen: string, { end, now }: Period): keyof Figures {
  if (statusThen === 'supplement-requested' || statusThen === 'payment-requested') return 'paused';
  const { dueAt } = JSON.parse(row.due) as DueDate;
  return dueAt !== null && dueAt < (end < now ? end : now) ? 'inProcessLate' : 'inProcessWithinLimit';
}

/** Number of supplement requests by dossier, and the status at the end of the period of those that moved since. */
async function eventsOf(deps: Deps, rows: readonly Row[], end: string): Promise<{ supplements: Map<string, number>; statusThen: Map<string, string> }> {
  const supplements = new Map<string, number>();
  const statusThen = new Map<string, string>();
  for (let at = 0; at < rows.length; at += 500) {
    const slice = rows.slice(at, at + 500);
    const events = await deps.database.db.selectFrom('dossier_events').select(['dossier_id', 'status', 'sequence'])
      .where('dossier_id', 'in', slice.map((row) => row.id)).where('at', '<', end).orderBy('dossier_id').orderBy('sequence').execute();
    for (const event of events) {
      statusThen.set(event.dossier_id, event.status);
      if (event.status === 'supplement-requested') supplements.set(event.dossier_id, (supplements.get(event.dossier_id) ?? 0) + 1);
    }
  }
  return { supplements, statusThen };
}

function periodOf({ from, to }: StatisticsQuery, now: string): Period {
  if (!isCalendarDate(from)) throw invalid('/from', 'date-invalid');
  if (!isCalendarDate(to)) throw invalid('/to', 'date-invalid');
  if (to < from) throw invalid('/to', 'date-before');
  const start = toInstant({ date: from, minute: 0 });
  const end = toInstant({ date: addDays(to, 1), minute: 0 });
  if (Date.parse(end) - Date.parse(start) > MAX_DAYS * DAY) throw invalid('/to', 'too-large');
  return { start, end, now };
}

/** Dossiers received or carried over in the period. */
async function rowsOf(deps: Deps, site: string, { start, end }: Period): Promise<Row[]> {
  const rows: Row[] = await deps.database.db.selectFrom('dossiers')
    .select(['id', 'channel', 'status', 'due', 'submitted_at', 'finished_at', 'closed_at', 'updated_at', 'procedure_code', 'rating'])
    .where('site', '=', site).where('submitted_at', '<', end)
    .where((is) => is.or([is('updated_at', '>=', start), is.and([is('finished_at', 'is', null), is('closed_at', 'is', null)])]))
    .execute();
  return rows.filter((row) => (endedAt(row) ?? end) >= start);
}

/** What one dossier adds to the figures: where it came from, and where it stood at the end of the period. */
interface Counted {
  readonly row: Row;
  readonly isNew: boolean;
  readonly ended: string | null;
  readonly outcome: keyof Figures;
}

function addTo(figures: Figures, { row, isNew, outcome }: Counted): void {
  figures[isNew ? 'received' : 'carriedOver'] += 1;
  if (isNew && row.channel === 'online') figures.receivedOnline += 1;
  if (isNew && row.channel === 'post') figures.receivedByPost += 1;
  figures[outcome] += 1;
}

type Month = NonNullable<Statistics['byMonth']>[number];
const DONE = ['doneEarly', 'doneOnTime', 'doneLate'] as const;

/** Every month that the period touches, also those in which nothing happened. */
function monthsOf(counted: readonly Counted[], { from, to }: StatisticsQuery): Month[] {
  const months = new Map<string, Month>();
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`) {
    const month = day.slice(0, 7);
    months.set(month, { month, received: 0, receivedOnline: 0, receivedByPost: 0, doneEarly: 0, doneOnTime: 0, doneLate: 0 });
  }
  const of = (instant: string): Month | undefined => months.get(toLocalTime(instant).date.slice(0, 7));
  for (const { row, isNew, ended, outcome } of counted) {
    const came = isNew ? of(row.submitted_at) : undefined;
    if (came !== undefined) {
      came.received += 1;
      if (row.channel === 'online') came.receivedOnline += 1;
      if (row.channel === 'post') came.receivedByPost += 1;
    }
    const how = DONE.find((one) => one === outcome);
    const went = ended === null || how === undefined ? undefined : of(ended);
    if (went !== undefined && how !== undefined) went[how] += 1;
  }
  return [...months.values()];
}

/** By field of the procedures, most received first. */
async function fieldsOf(deps: Deps, site: string, counted: readonly Counted[]): Promise<NonNullable<Statistics['byField']>> {
  const codes = [...new Set(counted.map(({ row }) => row.procedure_code))];
  const names = new Map(await Promise.all(codes.map(async (code) => [code, (await deps.reference.procedure(site, code))?.field ?? ''] as const)));
  const fields = new Map<string, Figures>();
  for (const one of counted) {
    const field = names.get(one.row.procedure_code) ?? '';
    const figures = fields.get(field) ?? { ...NONE };
    addTo(figures, one);
    fields.set(field, figures);
  }
  return [...fields].map(([field, figures]) => ({ field, ...figures })).sort((a, b) => b.received - a.received || (a.field < b.field ? -1 : 1));
}

/** Figures of a site between two days of Vietnam, both included. Problem: `validation-failed`. */
export async function statistics(deps: Deps, site: string, query: StatisticsQuery): Promise<Statistics> {
  const now = deps.clock.now().toISOString();
  const period = periodOf(query, now);
  const rows = await rowsOf(deps, site, period);
  const { supplements, statusThen } = await eventsOf(deps, rows, period.end);
  const counted = rows.map((row): Counted => {
    const last = endedAt(row);
    const ended = last !== null && last < period.end ? last : null;
    const outcome = ended !== null ? outcomeOfEnded(row, ended, supplements.get(row.id) ?? 0) : outcomeOfOpen(row, statusThen.get(row.id) ?? row.status, period);
    return { row, isNew: row.submitted_at >= period.start, ended, outcome };
  });
  const figures = { ...NONE };
  for (const one of counted) addTo(figures, one);
  const rated = (score: number): number => counted.filter(({ row, ended }) => ended !== null && row.rating === score).length;
  return {
    from: query.from, to: query.to, asOf: now, ...figures,
    proceduresWithDossiers: new Set(counted.filter(({ isNew }) => isNew).map(({ row }) => row.procedure_code)).size,
    satisfaction: { verySatisfied: rated(3), satisfied: rated(2), unsatisfied: rated(1) },
    byField: await fieldsOf(deps, site, counted), byMonth: monthsOf(counted, query),
  };
}
