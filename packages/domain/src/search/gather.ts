/** The inner loop of the search: walks the places of the asked words and sums up what each text has of them. */
import { PLACE_SHARES, type Texts } from './texts.ts';
import type { Candidates } from './vocabulary.ts';

/** An asked word: what it may stand for, how much it tells. */
export interface Asked {
  readonly candidates: Candidates;
  readonly weight: number;
}

/** Room for sums, made once. By text: `asked` of the question and `said` of the text is found; by word: `bits` of what it may stand for. */
export interface Scratch {
  readonly asked: Float32Array;
  readonly said: Float32Array;
  /** The best that the asked word at hand found in a text; later the score. */
  readonly best: Float32Array;
  /** When a text was last touched: nothing needs clearing. */
  readonly stamps: Int32Array;
  readonly found: Int32Array;
  readonly bits: Int32Array;
  clock: number;
}

/** Makes room for an index. */
export function createScratch(texts: number, words: number): Scratch {
  return {
    asked: new Float32Array(texts),
    said: new Float32Array(texts),
    best: new Float32Array(texts),
    stamps: new Int32Array(texts),
    found: new Int32Array(texts),
    bits: new Int32Array(words),
    clock: 1,
  };
}

/** What finds less than this of the best is not looked at: mostly texts that have only «đăng ký» or «đất» in common. */
const LEAST = 0.42;

/**
 * Sums up in `scratch` what is found and gives the number of texts in `scratch.found`, those that have little left out. The
 * words that tell most come first; once the others cannot lift a new text above `LEAST` of the best, they only add to what is
 * found already. Plain loops over flat arrays: thousands of places at each key.
 */
export function gather(all: readonly Asked[], { places, telling }: Texts, limit: number, scratch: Scratch): number {
  const { asked, said, best, stamps, found } = scratch;
  const begun = scratch.clock + 1;
  let count = 0;
  let most = 0;
  let rest = all.reduce((sum, { weight, candidates }) => sum + (candidates.length > 0 ? weight : 0), 0);

  function walk(id: number, sure: number, weight: number): void {
    const { clock } = scratch;
    const mass = telling(id);
    const closed = rest < most * LEAST;
    let top = most;
    let kept = count;
    const standing = places(id);
    for (let next = 0; next < standing.length; next += 1) {
      const place = standing[next] as number;
      const at = place >> 6;
      if (at >= limit) break;
      const quality = sure * (PLACE_SHARES[place & 63] as number);
      const stamp = stamps[at] as number;
      let gain = quality;
      let sum = 0;
      if (stamp >= begun) {
        if (stamp === clock) gain -= best[at] as number;
        if (gain <= 0) continue;
        sum = asked[at] as number;
      } else {
        if (closed) continue;
        found[kept++] = at;
        said[at] = 0;
      }
      stamps[at] = clock;
      best[at] = quality;
      sum += gain * weight;
      asked[at] = sum;
      said[at] = (said[at] as number) + gain * mass;
      if (sum > top) top = sum;
    }
    most = top;
    count = kept;
  }

  for (const { candidates, weight } of [...all].sort((a, b) => b.weight - a.weight)) {
    scratch.clock += 1;
    for (let i = 0; i < candidates.length; i += 2) walk(candidates[i] as number, candidates[i + 1] as number, weight);
    if (candidates.length > 0) rest -= weight;
  }
  let kept = 0;
  for (let i = 0; i < count; i += 1) if ((asked[found[i] as number] as number) >= most * LEAST) found[kept++] = found[i] as number;
  return kept;
}
