/** The inner loop of the search: walks the places of the asked words and sums up what each text has of them. */
import { PLACE_SHARES, type Texts } from './texts.ts';
import type { Candidates } from './vocabulary.ts';

/** An asked word: what it may stand for, how much it tells, its bit among the asked ones. */
export interface Asked {
  readonly plain: string;
  readonly candidates: Candidates;
  readonly weight: number;
  readonly bit: number;
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
  /** By word: how sure the asked word at hand means it. */
  readonly sure: Float32Array;
  clock: number;
}

/** Makes room for an index. */
export function createScratch(texts: number, words: number): Scratch {
  const sums = (count = texts): Float32Array => new Float32Array(count);
  const numbers = (count: number): Int32Array => new Int32Array(count);
  return { asked: sums(), said: sums(), best: sums(), sure: sums(words), stamps: numbers(texts), found: numbers(texts), bits: numbers(words), clock: 1 };
}

/** What finds less than this of the best is not looked at: mostly texts that have only «đăng ký» or «đất» in common. */
const LEAST = 0.5;
/** What a match in the field («Hộ tịch») is worth beside one in the name. */
const FIELD = 0.55;

/**
 * Sums up in `scratch` what is found and gives the number of texts in `scratch.found`, those that have little left out. The
 * words that tell most come first; once the others cannot lift a new text above `LEAST` of the best, they are looked for only
 * in the few texts that still can get there. Plain loops: this runs over thousands of places at each key.
 */
export function gather(all: readonly Asked[], { fields, ids, offsets, places, starts, telling }: Texts, limit: number, scratch: Scratch): number {
  const { asked, said, best, stamps, found, sure } = scratch;
  const begun = (scratch.clock += 1);
  let count = 0;
  let most = 0;
  let rest = all.reduce((sum, { weight, candidates }) => (candidates.length > 0 ? sum + weight : sum), 0);

  function note(at: number, quality: number, weight: number, mass: number): void {
    const stamp = stamps[at] as number;
    let gain = quality;
    if (stamp === scratch.clock) {
      gain -= best[at] as number;
      if (gain <= 0) return;
    } else if (stamp < begun) {
      found[count++] = at;
      asked[at] = 0;
      said[at] = 0;
    }
    stamps[at] = scratch.clock;
    best[at] = quality;
    const sum = (asked[at] as number) + gain * weight;
    asked[at] = sum;
    said[at] = (said[at] as number) + gain * mass;
    if (sum > most) most = sum;
  }

  function walkPlaces({ candidates, weight }: Asked): void {
    for (let i = 0; i < candidates.length; i += 2) {
      const id = candidates[i] as number;
      const quality = candidates[i + 1] as number;
      const end = offsets[id + 1] as number;
      for (let next = offsets[id] as number; next < end; next += 1) {
        const place = places[next] as number;
        if (place >> 6 >= limit) break;
        note(place >> 6, quality * (PLACE_SHARES[place & 63] as number), weight, telling[id] as number);
      }
    }
  }

  function lookInFound({ candidates, weight }: Asked): void {
    for (let i = 0; i < candidates.length; i += 2) sure[candidates[i] as number] = Math.max(sure[candidates[i] as number] as number, candidates[i + 1] as number);
    for (let i = 0; i < count; i += 1) {
      const at = found[i] as number;
      const start = starts[at] as number;
      const end = starts[at + 1] as number;
      for (let next = start; next < end; next += 1) {
        const id = ids[next] as number;
        const quality = sure[id] as number;
        if (quality > 0) note(at, quality * (PLACE_SHARES[Math.min(next - start, 63)] as number), weight, telling[id] as number);
      }
    }
    for (let i = 0; i < candidates.length; i += 2) sure[candidates[i] as number] = 0;
  }

  /** Drops what can no longer come near the best. */
  function drop(): void {
    let kept = 0;
    for (let i = 0; i < count; i += 1) if ((asked[found[i] as number] as number) + rest >= most * LEAST) found[kept++] = found[i] as number;
    count = kept;
  }

  for (const one of [...all].sort((a, b) => b.weight - a.weight)) {
    scratch.clock += 1;
    const closed = rest < most * LEAST;
    if (closed) {
      drop();
      lookInFound(one);
    } else walkPlaces(one);
    for (const at of fields.get(one.plain) ?? []) if (!closed || (stamps[at] as number) >= begun) note(at, FIELD, one.weight, 0);
    if (one.candidates.length > 0) rest -= one.weight;
  }
  rest = 0;
  drop();
  return count;
}
