/**
 * The stored form of an index: what a gateway builds once and a device only opens. Lists are one string each and numbers are
 * signs (`pack.ts`): a slow phone reads a string of JSON in a moment, and six thousand values of it not.
 */
import type { IndexParts } from './index-parts.ts';
import { sign, signAt } from './pack.ts';

/** Plain JSON, versioned. */
export interface ProcedureIndexJson {
  readonly version: 4;
  readonly codes: string;
  /** Levels, audience and field, a line each. */
  readonly kinds: readonly string[];
  /** By entry: the position of its kind, how often it is asked for. */
  readonly ofKind: string;
  readonly habits: string;
  readonly texts: string;
  readonly lengths: string;
  /** By meaning: its official words; how many phrases it has, then which procedures it means. */
  readonly officials: string;
  readonly leads: string;
  readonly facets: string;
  readonly qualifiers: string;
  readonly tokens: string;
  readonly counts: string;
}

const joined = (list: readonly string[]): string => list.map((part) => `${part}|`).join('');
const apart = (column: string): string[] => column.split('|').slice(0, -1);
const signs = (numbers: readonly number[]): string => numbers.map(sign).join('');

/** Writes the parts of an index down. Throws a `RangeError` from 55,041 procedures, or one word as often, on. */
export function store({ codes, kind, habit, texts, lengths, meanings, facets, qualifiers, tokens, count }: IndexParts): ProcedureIndexJson {
  const list = codes();
  const kindOf = list.map((_, at) => kind(at).join('\n'));
  const kinds = [...new Set(kindOf)];
  return {
    version: 4,
    codes: joined(list),
    kinds,
    ofKind: signs(kindOf.map((one) => kinds.indexOf(one))),
    habits: signs(list.map((_, at) => habit(at))),
    texts,
    lengths,
    officials: joined(meanings.map(({ official }) => official)),
    leads: joined(meanings.map(({ phrases, entries }) => signs([phrases, ...entries()]))),
    facets: joined(facets),
    qualifiers: joined(qualifiers),
    tokens: joined(tokens),
    counts: signs(tokens.map((_, word) => count(word))),
  };
}

/** The parts again. Throws a `RangeError` on another version: build it again. */
export function recall({ version, kinds, ofKind, habits, counts, ...json }: ProcedureIndexJson): IndexParts {
  if (version !== 4) throw new RangeError('A search index of another version');
  const leads = apart(json.leads);
  let codes: readonly string[] | undefined;
  let split: readonly (readonly string[])[] | undefined;
  return {
    entries: habits.length,
    codes: () => (codes ??= apart(json.codes)),
    kind: (at) => (split ??= kinds.map((kind) => kind.split('\n')))[signAt(ofKind, at)] as readonly string[],
    habit: (at) => signAt(habits, at),
    texts: json.texts,
    lengths: json.lengths,
    meanings: apart(json.officials).map((official, at) => {
      const lead = leads[at] as string;
      return { official, entries: () => Array.from(lead.slice(1), (_, order) => signAt(lead, order + 1)), phrases: signAt(lead, 0) };
    }),
    facets: apart(json.facets),
    qualifiers: apart(json.qualifiers),
    tokens: apart(json.tokens),
    count: (word) => signAt(counts, word),
  };
}
