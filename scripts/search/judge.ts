/** Judges a search by questions with known answers. */

/** A question and the procedures that answer it, any of them. */
export interface JudgedQuery {
  readonly q: string;
  readonly codes: readonly string[];
}

/** A question whose answer did not stand first; `got`: the first five. */
export interface Miss {
  readonly q: string;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
}

/** Shares of questions answered first and in the first five, mean reciprocal rank of the first ten, milliseconds a question. */
export interface Judgement {
  readonly n: number;
  readonly recall1: number;
  readonly recall5: number;
  readonly mrr: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly misses: readonly Miss[];
}

/** The value below which `share` of the sorted numbers lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The middle of a few runs: the machine is never ours alone. */
function timed<T>(run: () => T, repeats: number): { result: T; milliseconds: number } {
  const times: number[] = [];
  let result = run();
  for (let i = 0; i < repeats; i += 1) {
    const start = performance.now();
    result = run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { result, milliseconds: percentile(times, 0.5) };
}

/** Puts every question to `search` (codes, best first). */
export function judge(queries: readonly JudgedQuery[], search: (q: string) => readonly string[], repeats = 3): Judgement {
  const misses: Miss[] = [];
  const times: number[] = [];
  let first = 0;
  let five = 0;
  let reciprocal = 0;
  for (const { q, codes } of queries) {
    const { result, milliseconds } = timed(() => search(q), repeats);
    times.push(milliseconds);
    const at = result.slice(0, 10).findIndex((code) => codes.includes(code));
    if (at === 0) first += 1;
    else misses.push({ q, wanted: codes, got: result.slice(0, 5) });
    if (at >= 0 && at < 5) five += 1;
    if (at >= 0) reciprocal += 1 / (at + 1);
  }
  const n = queries.length;
  const share = (count: number): number => (n === 0 ? 0 : round(count / n, 4));
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => round(percentile(times, part), 3)) as [number, number, number];
  return { n, recall1: share(first), recall5: share(five), mrr: share(reciprocal), p50, p95, p99, misses };
}

/** A third of the questions is held out from tuning: the same ones always, by their letters (FNV-1a). */
export function isHeldOut(q: string): boolean {
  let hash = 0x811c9dc5;
  for (const letter of q.normalize('NFC')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 3 === 0;
}
