/** Thousands of dossiers with their events, written in bulk as the use cases would leave them. Chance has a seed. */
import { dueDate } from '@motcua/domain/calendar';
import type { Insertable } from 'kysely';
import type { DossierEventsTable, DossiersTable } from '../src/database/schema-dossiers.ts';
import type { Gateway } from '../src/index.ts';
import { REFERENCE } from './fixture.ts';

/** One dossier: how it came, and what happened to it, as status by instant. The first is `submitted`. */
export interface Life {
  readonly channel: 'counter' | 'online' | 'post';
  readonly procedure: string;
  readonly days: number;
  readonly rating: number | null;
  readonly events: readonly (readonly [at: string, status: string, action: string])[];
}

/** Numbers in 0 … 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lives of every kind: early, late, paused, twice supplemented, refused, withdrawn, stopped, opened again. */
export function anyLives(count: number, random: () => number, from: string, to: string): Life[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  return Array.from({ length: count }, (): Life => {
    let time = first + random() * (last - first);
    const events: [string, string, string][] = [];
    const on = (status: string, action: string, within = 5): void => {
      if (events.length > 0) time += 60_000 + random() * within * 86_400_000;
      events.push([new Date(time).toISOString(), status, action]);
    };
    const maybe = (share: number): boolean => random() < share;
    on('submitted', 'submit');
    if (maybe(0.06)) on('refused', 'refuse');
    else if (maybe(0.04)) on('withdrawn', 'withdraw');
    else if (!maybe(0.05)) {
      on('accepted', 'accept', 2);
      if (maybe(0.3)) on('accepted', 'note', 1);
      let waits = false;
      for (let ask = pick([0, 0, 0, 0, 1, 1, 2]); ask > 0 && !waits; ask -= 1) {
        on('supplement-requested', 'request-supplement');
        if (maybe(0.2)) on('supplement-requested', 'note', 1);
        waits = maybe(0.15);
        if (!waits) on('accepted', 'receive-supplement');
      }
      if (!waits) {
        on('processing', 'process');
        if (maybe(0.1)) on('payment-requested', 'request-payment');
        if (events[events.length - 1]?.[1] === 'payment-requested' && !maybe(0.3)) on('processing', 'pay');
        if (events[events.length - 1]?.[1] === 'processing') end(on, maybe);
      }
    }
    const last3 = events.slice(-1)[0]?.[1] ?? '';
    const rated = ['finished', 'returned', 'refused', 'stopped'].includes(last3) && maybe(0.4);
    return { channel: pick(['counter', 'counter', 'online', 'online', 'online', 'post']), procedure: pick(['1.001193', '1.000001']), days: pick([1, 2, 3, 5, 10]), rating: rated ? pick([1, 2, 3]) : null, events };
  });
}

function end(on: (status: string, action: string, within?: number) => void, maybe: (share: number) => boolean): void {
  if (maybe(0.04)) {
    on('stopped', 'stop');
    if (maybe(0.5)) on('returned', 'return', 20);
  } else if (!maybe(0.12)) {
    on('finished', 'finish', 8);
    if (maybe(0.05)) {
      on('processing', 'process', 40);
      if (maybe(0.7)) on('finished', 'finish');
    }
    if (maybe(0.2)) on('finished', 'note', 1);
    if (maybe(0.7)) on('returned', 'return', 20);
  }
}

const intervals = (events: Life['events'], status: string): { requestedAt: string; completedAt: string | null }[] => events.flatMap(([at, one], index) => {
  if (one !== status || events[index - 1]?.[1] === status) return [];
  return [{ requestedAt: at, completedAt: events.slice(index).find(([, next]) => next !== status)?.[0] ?? null }];
});

/** Writes them all; ids are `prefix-000001` …. */
export async function writeLives({ deps }: Gateway, lives: readonly Life[], prefix: string): Promise<void> {
  const site = await REFERENCE.site('thoibinh');
  if (site === null) throw new Error('no site');
  const rows: Insertable<DossiersTable>[] = [];
  const events: Insertable<DossierEventsTable>[] = [];
  lives.forEach((life, index) => {
    const id = `${prefix}-${String(index + 1).padStart(6, '0')}`;
    const of = (status: string): string | null => life.events.find(([, one]) => one === status)?.[0] ?? null;
    const [submitted = ''] = life.events[0] ?? [];
    const [updated = submitted, status = 'submitted'] = life.events[life.events.length - 1] ?? [];
    const open = !['finished', 'returned', 'refused', 'stopped', 'withdrawn'].includes(status);
    const due = dueDate({
      receivedAt: of('accepted') ?? submitted, limit: { unit: 'working-day', value: life.days }, calendar: site.calendar,
      supplements: intervals(life.events, 'supplement-requested'), waits: intervals(life.events, 'payment-requested'),
    });
    rows.push({
      id, site: 'thoibinh', unit: 'ubnd-thoibinh', code: id, draft_id: id, tracking_hash: id, request_hash: id, procedure_code: life.procedure, procedure_name: '', snapshot: '{}',
      channel: life.channel, status, resume_status: null, version: life.events.length, sealed_answers: '', sealed_applicant: '', sealed_supplements: '', sealed_receipt: '',
      due: JSON.stringify(due), due_on: due.dueOn, parcels: '[]', parcel_under_way: 0, rating: life.rating, submitted_at: submitted, accepted_at: of('accepted'),
      finished_at: open ? null : of('finished'), closed_at: open ? null : updated, updated_at: updated,
      held_by: null, extension: null, sealed_delivery: null, waits: null, reminded_for: null, extra_fee: null, sealed_fees: null,
    });
    life.events.forEach(([at, one, action], sequence) => events.push({ dossier_id: id, sequence: sequence + 1, at, action, status: one, agency: 'UBND', person: null, section: null, sealed_text: null }));
  });
  await deps.database.db.transaction().execute(async (tx) => {
    for (let at = 0; at < rows.length; at += 400) await tx.insertInto('dossiers').values(rows.slice(at, at + 400)).execute();
    for (let at = 0; at < events.length; at += 2000) await tx.insertInto('dossier_events').values(events.slice(at, at + 2000)).execute();
  });
}
