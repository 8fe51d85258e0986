/** The timeline: who held the dossier, since when, until when (NĐ 224/2026 Đ.15.1g), whether it was in time, why the clock stands. */
import type { DueDate } from '@motcua/contract/calendar';
import type { DossierStatus } from '@motcua/contract/status';
import type { Outcome, Pause, TimelineEntry } from '@motcua/contract/tracking';
import { toLocalTime } from '@motcua/domain/calendar';
import type { DossierEventsTable, DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { snapshotOf, statusOf, supplementsOf } from './stored.ts';
import { waitsOf } from './waits.ts';

/** What only says something: the dossier stays where it lies. */
const REMARKS = ['note', 'rate', 'dispatch', 'pay', 'parcel', 'order-parcel', 'cancel-parcel', 'change-delivery', 'add-result', 'extend'];
/** Nobody works on it any more. */
const ENDS: readonly DossierStatus[] = ['refused', 'withdrawn', 'stopped', 'returned'];

/** The first step after `from` that took the dossier further. */
const nextStep = (events: readonly DossierEventsTable[], from: number): DossierEventsTable | undefined =>
  events.slice(from + 1).find(({ action }) => !REMARKS.includes(action));

/** The result reached the citizen: handed out, or delivered by the post. */
const isHandedOver = ({ action, status }: DossierEventsTable, before: DossierEventsTable | undefined): boolean =>
  action === 'return' || (action === 'parcel' && status === 'returned' && before?.status !== 'returned');

/** All rows, oldest first, with the words of the officers. */
export async function timelineOf(deps: Deps, dossierId: string): Promise<TimelineEntry[]> {
  const events = await deps.database.db.selectFrom('dossier_events').selectAll().where('dossier_id', '=', dossierId).orderBy('sequence').execute();
  let section: string | null = null;
  const rows: TimelineEntry[] = [];
  for (const [index, event] of events.entries()) {
    const status = event.status as DossierStatus;
    const over = REMARKS.includes(event.action) || ENDS.includes(status);
    section = event.section ?? (['finish', 'return'].includes(event.action) ? null : section);
    rows.push({
      sequence: event.sequence, at: event.at, action: event.action, agency: event.agency, person: event.person, status, section,
      text: event.sealed_text === null ? null : await deps.keys.unseal(event.sealed_text),
      receivedAt: event.at,
      processedAt: over ? event.at : (nextStep(events, index)?.at ?? null),
      returnedAt: isHandedOver(event, events[index - 1]) ? event.at : null,
    });
  }
  return rows;
}

/** Early, on time or late; null while it is still in time, or when nobody can say. */
export function outcomeOf(row: DossiersTable, now: string): Outcome | null {
  const { dueAt, dueOn } = JSON.parse(row.due) as DueDate;
  if (dueAt === null || dueOn === null) return null;
  if (row.finished_at === null) return ['submitted', 'accepted', 'processing'].includes(row.status) && now > dueAt ? 'late' : null;
  if (row.finished_at > dueAt) return 'late';
  return toLocalTime(row.finished_at).date < dueOn ? 'early' : 'on-time';
}

/** Why the clock stands, if it does. */
export async function pauseOf(deps: Deps, row: DossiersTable): Promise<Pause | null> {
  const status = statusOf(row);
  if (status === 'supplement-requested') {
    const open = (await supplementsOf(deps, row)).at(-1);
    return { reason: 'supplement', since: open?.requestedAt ?? row.updated_at, then: snapshotOf(row).limit.onSupplement ?? 'restart' };
  }
  const wait = status === 'payment-requested' ? waitsOf(row).find(({ answeredAt }) => answeredAt === null) : undefined;
  return wait === undefined ? null : { reason: wait.for, since: wait.requestedAt, then: 'pause' };
}
