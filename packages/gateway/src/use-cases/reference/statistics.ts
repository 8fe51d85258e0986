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

const ENDED = new Set(['finished', 'returned', 'refused', 'stopped', 'withdrawn']);

/**
 * What the events before the end of the period say of one dossier. `ended`: when work on it ended and how, null while it went on;
 * a result that is handed over later, or a stop whose papers are given back, ended when it was finished or stopped.
 */
interface Story {
  supplements: number;
  status: string;
  ended: { readonly at: string; readonly how: string } | null;
}

/** A dossier whose work ended within the period. */
function outcomeOfEnded(row: Row, { ended, supplements }: Story & { readonly ended: NonNullable<Story['ended']> }): keyof Figures {
  if (ended.how === 'withdrawn') return 'withdrawn';
  if (ended.how === 'refused' || ended.how === 'stopped') return 'refused';
  const { dueAt, dueOn } = JSON.parse(row.due) as DueDate;
  if (supplements >= TOO_MANY_SUPPLEMENTS || (dueAt !== null && ended.at > dueAt)) return 'doneLate';
  return dueOn !== null && toLocalTime(ended.at).date < dueOn ? 'doneEarly' : 'doneOnTime';
}

/** A dossier that was still open when the period ended. */
function outcomeOfOpen(row: Row, statusThen: string, { end, now }: Period): keyof Figures {
  if (statusThen === 'supplement-requested' || statusThen === 'payment-requested') return 'paused';
  const { dueAt } = JSON.parse(row.due) as DueDate;
  return dueAt !== null && dueAt < (end < now ? end : now) ? 'inProcessLate' : 'inProcessWithinLimit';
}

/** The story of each dossier up to the end of the period: what happened since must not change a period that is over. */
async function storiesOf(deps: Deps, rows: readonly Row[], end: string): Promise<Map<string, Story>> {
  const stories = new Map<string, Story>();
  for (let at = 0; at < rows.length; at += 500) {
    const slice = rows.slice(at, at + 500);
    const events = await deps.database.db.selectFrom('dossier_events').select(['dossier_id', 'status', 'at'])
      .where('dossier_id', 'in', slice.map((row) => row.id)).where('at', '<', end).orderBy('dossier_id').orderBy('sequence').execute();
    for (const { dossier_id, status, at: instant } of events) {
      const story = stories.get(dossier_id) ?? { supplements: 0, status: '', ended: null };
      // A row of the timeline that moves nothing (a note, a payment, a parcel) repeats the status.
      if (status === 'supplement-requested' && story.status !== status) story.supplements += 1;
      story.ended = ENDED.has(status) ? (story.ended ?? { at: instant, how: status }) : null;
      story.status = status;
      stories.set(dossier_id, story);
    }
  }
  return stories;
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

/** Dossiers that may have been received or carried over in the period; their stories decide. */
async function rowsOf(deps: Deps, site: string, { start, end }: Period): Promise<Row[]> {
  return deps.database.db.selectFrom('dossiers')
    .select(['id', 'channel', 'status', 'due', 'submitted_at', 'procedure_code', 'rating'])
    .where('site', '=', site).where('submitted_at', '<', end)
    .where((is) => is.or([is('updated_at', '>=', start), is.and([is('finished_at', 'is', null), is('closed_at', 'is', null)])]))
    .execute();
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
  const stories = await storiesOf(deps, rows, period.end);
  const counted = rows.flatMap((row): Counted[] => {
    const story = stories.get(row.id) ?? { supplements: 0, status: row.status, ended: null };
    const { ended } = story;
    if (ended !== null && ended.at < period.start) return [];
    const outcome = ended === null ? outcomeOfOpen(row, story.status, period) : outcomeOfEnded(row, { ...story, ended });
    return [{ row, isNew: row.submitted_at >= period.start, ended: ended?.at ?? null, outcome }];
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
