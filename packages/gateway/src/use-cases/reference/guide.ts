/** Life events and look-alikes of one site: only what can be done there, or is said to be done elsewhere. */
import type { Guide, LifeEvent, LookAlike } from '@motcua/contract/guide';
import type { Catalogue } from '@motcua/contract/procedure';
import { canonicalJson, sha256 } from '../bytes.ts';

/** Codes the site does not offer are left out; so is an event that leads nowhere, and a question with one answer left. */
export async function makeGuide({ entries }: Catalogue, lifeEvents: readonly LifeEvent[], lookAlikes: readonly LookAlike[]): Promise<Guide> {
  const offered = new Set(entries.map(({ code }) => code));
  const known = (codes: readonly string[]): string[] => codes.filter((code) => offered.has(code));
  const events = lifeEvents.map((event) => ({ ...event, codes: known(event.codes) })).filter(({ codes }) => codes.length > 0);
  const families = lookAlikes
    .map((family) => ({
      ...family,
      answers: family.answers.map((answer) => ({ ...answer, codes: known(answer.codes) })).filter(({ codes, elsewhere }) => codes.length > 0 || elsewhere !== undefined),
    }))
    .filter(({ answers }) => answers.length > 1 && answers.some(({ codes }) => codes.length > 0));
  const version = (await sha256(canonicalJson([events, families]))).slice(0, 20);
  return { version, lifeEvents: events, lookAlikes: families };
}
