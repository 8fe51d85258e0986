/** Do two kinds of answers take the same time? Measured side by side, so that a busy machine slows both. */

export interface Times {
  readonly known: readonly number[];
  readonly unknown: readonly number[];
  /** Chance that an answer of the first kind takes longer than one of the second (Mann–Whitney); 0.5 when nobody could tell. */
  readonly order: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Rank sum of the first over all pairs; ties count half. */
function orderOf(first: readonly number[], second: readonly number[]): number {
  const all = [...first.map((time) => ({ time, mine: true })), ...second.map((time) => ({ time, mine: false }))].sort((a, b) => a.time - b.time);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.time === all[from]!.time) to += 1;
    for (let at = from; at < to; at += 1) if (all[at]!.mine) ranks += (from + to + 1) / 2;
    from = to;
  }
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `count` pairs, each in an order of its own, after a few that warm up. */
export async function compareTimes(known: () => Promise<unknown>, unknown: () => Promise<unknown>, count: number): Promise<Times> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let at = -20; at < count; at += 1) {
    const knownFirst = Math.random() < 0.5;
    const before = knownFirst ? await timed(known) : await timed(unknown);
    const after = knownFirst ? await timed(unknown) : await timed(known);
    if (at < 0) continue;
    times.known.push(knownFirst ? before : after);
    times.unknown.push(knownFirst ? after : before);
  }
  return { ...times, order: orderOf(times.known, times.unknown) };
}
