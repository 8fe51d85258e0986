/** A counter over the gateway of the page, with a line that a story may break. */
import { makePort, type CounterPort } from '@motcua/elements';
import type { TrackingCredentials } from '@motcua/sdk';
import type { DossierScript } from './story-dossiers.ts';
import type { StoryGateway } from './story-gateway.ts';
import { storyLine, type LineState, type StoryLine } from './story-line.ts';

/** Parameters of a story: how its line is, which addresses that concerns, which unit it asks for, and what became of its dossier. */
export interface CounterParameters {
  readonly line?: LineState;
  readonly only?: RegExp;
  readonly unit?: string;
  readonly dossier?: DossierScript;
}

/** What the loader of the preview gives to every story. */
export interface StoryCounter {
  readonly gateway: StoryGateway;
  readonly line: StoryLine;
  readonly port: CounterPort;
  /** The same line to another unit. */
  at(unit: string): CounterPort;
  /** Code and key of the dossier that was asked for, made for this story alone. */
  readonly dossier: TrackingCredentials | null;
}

let stories = Date.now();

/** A counter of its own for one story: nothing read by another story is kept. */
export async function storyCounter(gateway: StoryGateway, parameters: CounterParameters): Promise<StoryCounter> {
  const { line: state = 'open', only, unit = 'thoibinh', dossier } = parameters;
  const story = ++stories;
  const line = storyLine(gateway.fetch, state, only);
  // Drafts are kept on the device by the gateway's address: one of its own keeps stories apart.
  const at = (site: string): CounterPort => ({ ...makePort(gateway.address, site, { fetch: line.fetch }), gateway: `${gateway.address}/${story}` });
  return {
    gateway,
    line,
    port: at(unit),
    at,
    dossier: dossier === undefined ? null : await gateway.play(dossier),
  };
}

/** The counter out of what the loaders gave. */
export function counterOf(loaded: Readonly<Record<string, unknown>>): StoryCounter {
  return loaded['counter'] as StoryCounter;
}
