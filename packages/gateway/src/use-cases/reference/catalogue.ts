/** The compact catalogue: everything the picker needs, small enough that a device keeps all of it. */
import type { Catalogue, CatalogueEntry, EverydayWord, Procedure } from '@motcua/contract/procedure';
import { foldWords, groupEverydayWords } from '@motcua/domain/search';
import { canonicalJson, sha256 } from '../bytes.ts';

function toEntry(procedure: Procedure, weight: number | undefined): CatalogueEntry {
  const { code, name, plainName, field, levels, handledBy, audience, submission } = procedure;
  return {
    code, name, ...(plainName === undefined || plainName.vi === name ? {} : { plainName }), field, levels, handledBy, audience, submission,
    ...(weight === undefined ? {} : { weight }),
    ...(procedure.formId === null ? {} : { hasForm: true }),
  };
}

/** How much of an official term one name of the site must say; less is another procedure, and the phrase would lead astray. */
const ENOUGH = 0.75;

/** Does some name say (nearly) these official words? */
function nearNames(entries: readonly CatalogueEntry[]): (term: string) => boolean {
  const names = entries.map(({ name }) => new Set(foldWords(name)));
  const known = new Map<string, boolean>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const words = [...new Set(foldWords(term))];
    const near = names.some((name) => words.filter((word) => name.has(word)).length >= words.length * ENOUGH);
    known.set(term, near);
    return near;
  };
}

/** Most needed first, then by code; words that lead to nothing of this site are left out. */
export async function makeCatalogue(
  procedures: readonly Procedure[],
  everydayWords: readonly EverydayWord[],
  weights: Readonly<Record<string, number>>,
  updatedAt: string,
): Promise<Catalogue> {
  const codes = new Set(procedures.map((procedure) => procedure.code));
  const entries = procedures
    .map((procedure) => toEntry(procedure, weights[procedure.code]))
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || (a.code < b.code ? -1 : 1));
  const said = nearNames(entries);
  const known = everydayWords.filter(({ kind, term = '', codes: meant }) =>
    meant.length === 0 ? kind === 'facet' || kind === 'qualifier' || said(term) : meant.some((code) => codes.has(code)),
  );
  const words = groupEverydayWords(entries, known);
  const version = (await sha256(canonicalJson([entries, words]))).slice(0, 20);
  return { version, updatedAt, entries, everydayWords: words };
}
