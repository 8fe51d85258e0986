/** Clocks for tests: one that stands still until told, one that runs too fast. Both fit the client and the gateway. */

/** What the client calls a clock (`@motcua/sdk`), plus what a test needs of it. */
export interface TestClock {
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** Moves on, running every timer that falls due, in order, with the promises each one wakes. */
  advance(ms: number): Promise<void>;
  /** How long each timer that was ever set was to wait, in milliseconds. */
  readonly waits: readonly number[];
  /** The same clock as the gateway wants it. */
  readonly dates: { now(): Date };
}

/** Lets promises that are ready run on. Several turns, because streams and fetch need more than one, and timers of zero. */
export async function settle(turns = 20): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 2));
  for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** A clock that stands at `start` (ISO instant). */
export function standingClock(start = '2026-11-23T01:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  const waits: number[] = [];
  const timers = new Set<{ at: number; run: () => void }>();
  const due = (until: number) => [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    dates: { now: () => new Date(now) },
    waits,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      waits.push(ms);
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let timer = due(until); timer !== undefined; timer = due(until)) {
        timers.delete(timer);
        now = timer.at;
        timer.run();
        await settle();
      }
      now = until;
    },
  };
}

/** A clock that runs `speed` times too fast: pauses of seconds pass in milliseconds, with real sockets still working. */
export function hurriedClock(speed: number): Pick<TestClock, 'now' | 'after'> {
  const began = Date.now();
  return {
    now: () => began + (Date.now() - began) * speed,
    after: (ms, run) => {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}

/** Chance that repeats itself: the same seed gives the same numbers (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
