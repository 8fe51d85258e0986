/**
 * The public figures against an independent count. The recount shares no line with the use case: it walks the raw rows of the event
 * table, one dossier after the other, and writes down where each stood when the period ended.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StatisticsSchema, type Statistics } from '@motcua/contract/statistics';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { call, testGateway } from './fixture.ts';
import { anyLives, chance, writeLives, type Life } from './many-dossiers.ts';

const HOUR = 3_600_000;
/** Midnight in Vietnam is 17:00 UTC of the day before. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - 7 * HOUR;
const localDay = (instant: string): string => new Date(Date.parse(instant) + 7 * HOUR).toISOString().slice(0, 10);

interface Tally extends Record<string, number> {
  received: number;
}
const NAMES = ['received', 'receivedOnline', 'receivedByPost', 'carriedOver', 'doneEarly', 'doneOnTime', 'doneLate', 'inProcessWithinLimit', 'inProcessLate', 'paused', 'refused', 'withdrawn'];
const emptyTally = (): Tally => Object.fromEntries(NAMES.map((name) => [name, 0])) as Tally;

interface Recount {
  readonly all: Tally;
  readonly months: Map<string, Record<string, number>>;
  readonly procedures: Set<string>;
  readonly stars: number[];
}

/** Counts by hand. `now` is the moment of asking. */
async function recount({ deps }: Gateway, from: string, to: string, now: number): Promise<Recount> {
  const [begin, end] = [midnight(from), midnight(to) + 24 * HOUR];
  const dossiers = await deps.database.db.selectFrom('dossiers').select(['id', 'channel', 'due', 'rating', 'procedure_code']).execute();
  const log = new Map<string, { at: number; status: string }[]>(dossiers.map(({ id }) => [id, []]));
  for (const { dossier_id, at, status } of await deps.database.db.selectFrom('dossier_events').select(['dossier_id', 'at', 'status']).orderBy('dossier_id').orderBy('sequence').execute()) {
    log.get(dossier_id)?.push({ at: Date.parse(at), status });
  }
  const result: Recount = { all: emptyTally(), months: new Map(), procedures: new Set(), stars: [0, 0, 0, 0] };
  const monthly = (instant: number, name: string): void => {
    const month = localDay(new Date(instant).toISOString()).slice(0, 7);
    const line = result.months.get(month) ?? {};
    line[name] = (line[name] ?? 0) + 1;
    result.months.set(month, line);
  };
  for (const { id, channel, due, rating, procedure_code: procedure } of dossiers) {
    const steps = log.get(id) ?? [];
    const seen = steps.filter(({ at }) => at < end);
    const came = steps[0]?.at ?? Infinity;
    if (came >= end) continue;
    const isOver = (status: string): boolean => ['finished', 'returned', 'refused', 'stopped', 'withdrawn'].includes(status);
    // Where the last unbroken run of «over» begins, going back from the end of the period.
    let start = seen.length;
    while (start > 0 && isOver(seen[start - 1]?.status ?? '')) start -= 1;
    const over = seen[start];
    if (over !== undefined && over.at < begin) continue;
    const isNew = came >= begin;
    const mark = (name: string): void => void (result.all[name] = (result.all[name] ?? 0) + 1);
    mark(isNew ? 'received' : 'carriedOver');
    if (isNew) {
      result.procedures.add(procedure);
      monthly(came, 'received');
      if (channel === 'online') mark('receivedOnline');
      if (channel === 'post') mark('receivedByPost');
    }
    const { dueAt, dueOn } = JSON.parse(due) as { dueAt: string | null; dueOn: string | null };
    const limit = dueAt === null ? Infinity : Date.parse(dueAt);
    if (over === undefined) {
      const status = seen[seen.length - 1]?.status ?? '';
      mark(/requested$/.test(status) ? 'paused' : limit < Math.min(end, now) ? 'inProcessLate' : 'inProcessWithinLimit');
      continue;
    }
    if (rating !== null) result.stars[rating] = (result.stars[rating] ?? 0) + 1;
    if (over.status === 'withdrawn') mark('withdrawn');
    else if (over.status === 'refused' || over.status === 'stopped') mark('refused');
    else {
      const asked = seen.filter(({ status }, index) => status === 'supplement-requested' && seen[index - 1]?.status !== status).length;
      const day = localDay(new Date(over.at).toISOString());
      const name = asked > 1 || over.at > limit ? 'doneLate' : dueOn !== null && day < dueOn ? 'doneEarly' : 'doneOnTime';
      mark(name);
      monthly(over.at, name);
    }
  }
  return result;
}

/** The quarter this project began with: 2,199 received, 1,781 finished early or on time, 418 in process, 592 online, 20 by post. */
function firstQuarterOf2020(): Life[] {
  const random = chance(2020);
  return Array.from({ length: 2199 }, (_, index): Life => {
    const isDone = index < 1781;
    // What is finished came until mid-March; what is in process came in the last days and is due in April.
    const came = isDone ? Date.parse('2020-01-06T01:00:00.000Z') + random() * 68 * 86_400_000 : Date.parse('2020-03-25T01:00:00.000Z') + random() * 5 * 86_400_000;
    const at = (days: number): string => new Date(came + days * 86_400_000).toISOString();
    const done: Life['events'] = [[at(1 + random()), 'processing', 'process'], [at(2 + random()), 'finished', 'finish'], [at(4 + random()), 'returned', 'return']];
    return {
      channel: index % 2199 < 592 ? 'online' : index >= 2179 ? 'post' : 'counter', procedure: '1.001193', days: 10, rating: null,
      events: [[at(0), 'submitted', 'submit'], [at(0.1), 'accepted', 'accept'], ...(isDone ? done : [])],
    };
  });
}

/** Runs on a database that `open` makes; it is closed at the end. */
export function statisticsSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    const gateways: Gateway[] = [];
    const NOW = '2026-11-23T02:00:00.000Z';
    const withLives = async (lives: readonly Life[]): Promise<Gateway> => {
      const { gateway, clock } = testGateway(await open());
      gateways.push(gateway);
      await gateway.ready;
      clock.time = Date.parse(NOW);
      await writeLives(gateway, lives, 'd');
      return gateway;
    };
    const ask = async (gateway: Gateway, from: string, to: string): Promise<Statistics> => {
      const { status, body } = await call(gateway, 'GET', `/v1/sites/thoibinh/statistics?from=${from}&to=${to}`);
      expect(status).toBe(200);
      return StatisticsSchema.parse(body);
    };
    afterAll(() => Promise.all(gateways.map((one) => one.close())));

    test('the first quarter of 2020: 2,199 = 1,781 + 418; 592 online, 20 by post', async () => {
      const gateway = await withLives(firstQuarterOf2020());
      const figures = await ask(gateway, '2020-01-01', '2020-03-31');
      expect(figures).toMatchObject({ received: 2199, receivedOnline: 592, receivedByPost: 20, carriedOver: 0, doneLate: 0, inProcessWithinLimit: 418, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0 });
      expect(figures.doneEarly + figures.doneOnTime).toBe(1781);
      // What happens in April must not change a quarter that is over.
      const [one] = await gateway.deps.database.db.selectFrom('dossiers').select('id').where('status', '=', 'accepted').limit(1).execute();
      await gateway.deps.database.db.updateTable('dossiers').set({ status: 'finished', finished_at: '2020-04-02T02:00:00.000Z', closed_at: '2020-04-02T02:00:00.000Z', updated_at: '2020-04-02T02:00:00.000Z' }).where('id', '=', one?.id ?? '').execute();
      await gateway.deps.database.db.insertInto('dossier_events').values({ dossier_id: one?.id ?? '', sequence: 3, at: '2020-04-02T02:00:00.000Z', action: 'finish', status: 'finished', agency: 'UBND', person: null, section: null, sealed_text: null }).execute();
      expect(await ask(gateway, '2020-01-01', '2020-03-31')).toMatchObject({ inProcessWithinLimit: 418 });
      expect(await ask(gateway, '2020-04-01', '2020-04-30')).toMatchObject({ received: 0, carriedOver: 418 });
    }, 60_000);

    describe('10,000 dossiers of every kind', () => {
      let gateway: Gateway;
      beforeAll(async () => {
        gateway = await withLives(anyLives(10_000, chance(766), '2025-06-01T00:00:00.000Z', '2026-11-20T00:00:00.000Z'));
      }, 120_000);

      test.each([
        ['2026-07-01', '2026-09-30'], ['2026-01-01', '2026-11-23'], ['2025-06-01', '2025-06-30'], ['2026-11-01', '2026-12-31'],
        ['2026-02-17', '2026-02-17'], ['2025-10-01', '2026-10-31'], ['2024-01-01', '2024-12-31'],
      ])('%s to %s is what a count by hand gives', async (from, to) => {
        const figures = await ask(gateway, from, to);
        const counted = await recount(gateway, from, to, Date.parse(NOW));
        expect(Object.fromEntries(NAMES.map((one) => [one, figures[one as 'received']]))).toEqual(counted.all);
        const sum = (names: readonly string[]): number => names.reduce((total, one) => total + (counted.all[one] ?? 0), 0);
        expect(sum(['received', 'carriedOver'])).toBe(sum(NAMES.slice(4)));
        expect(figures.proceduresWithDossiers).toBe(counted.procedures.size);
        const [, unsatisfied, satisfied, verySatisfied] = counted.stars;
        expect(figures.satisfaction).toEqual({ verySatisfied, satisfied, unsatisfied });
        for (const { month, received, doneEarly, doneOnTime, doneLate } of figures.byMonth ?? []) {
          const line = counted.months.get(month) ?? {};
          expect([month, received, doneEarly, doneOnTime, doneLate]).toEqual([month, ...['received', 'doneEarly', 'doneOnTime', 'doneLate'].map((one) => line[one] ?? 0)]);
        }
        for (const one of NAMES) expect((figures.byField ?? []).reduce((total, field) => total + field[one as 'received'], 0)).toBe(counted.all[one]);
      }, 60_000);

      test('every kind is among them', async () => {
        const figures = await ask(gateway, '2026-01-01', '2026-11-23');
        for (const one of NAMES) expect([one, figures[one as 'received'] > 20]).toEqual([one, true]);
      });
    });
  });
}
