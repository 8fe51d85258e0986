/** The real gateway application inside the page, on SQLite compiled to wasm: made once a page, when the first story asks. */
import { createOfficerClient, type OfficerClient } from '@motcua/sdk/officer';
import { addOfficer, importReference, memoryFiles, openWasmSqlite, createGateway, type Gateway, type ReferenceBundle } from '@motcua/gateway/browser';
import { createClient, type MotcuaClient, type TrackingCredentials } from '@motcua/sdk';
import { playDossier, type DossierScript } from './story-dossiers.ts';
import { STORY_NOW, type StoryFetch } from './story-line.ts';

/** An address nobody has: whatever leaves the page fails at once. */
const ADDRESS = 'https://gateway.motcua.test';

/** What stories need of the gateway. */
export interface StoryGateway {
  readonly address: string;
  readonly fetch: StoryFetch;
  /** An officer of the unit, signed in. */
  readonly officer: OfficerClient;
  /** Text messages that phones got, newest last. */
  readonly messages: readonly string[];
  /** Sends a dossier and moves it as the script says; gives its code and key. */
  play(script: DossierScript): Promise<TrackingCredentials>;
}

/** The gateway as scripts of dossiers use it. */
export interface StoryHands {
  /** A citizen's client that knows no broken line. */
  readonly citizen: MotcuaClient;
  readonly officer: OfficerClient;
  /** Lets `act` happen at another moment (ISO instant). */
  at<T>(instant: string, act: () => Promise<T>): Promise<T>;
}

const SITE = 'thoibinh';
/** A unit that has just been set up: the same office, no procedure yet. */
const OTHER_UNIT = 'triphai';

function emptySite(bundle: ReferenceBundle): ReferenceBundle {
  const [site] = bundle.site.records as object[];
  return {
    site: { file: 'site.json', records: [{ ...site, id: OTHER_UNIT, name: { vi: 'Bộ phận Một cửa xã Trí Phải', en: 'One-stop counter of Trí Phải commune' }, featured: [] }] },
    procedures: { file: 'procedures.json', records: [] },
    forms: [],
  };
}

/** Every phone of the stories: what was sent, newest last. */
const received: string[] = [];
const phones = { name: 'stories', send: async ({ text }: { text: string }): Promise<void> => void received.push(text) };

async function seeded(bundle: ReferenceBundle, clock: { now(): Date }): Promise<Gateway> {
  const database = await openWasmSqlite();
  const gateway = createGateway({ database, files: memoryFiles(), secret: 'stories-keep-no-secrets-0123456789abcdef', clock, sms: phones });
  await gateway.ready;
  for (const one of [bundle, emptySite(bundle)]) {
    const { faults } = await importReference(database.db, one, { clock });
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`story seed: ${fault.file} ${fault.index} ${fault.pointer} ${fault.code}`);
  }
  return gateway;
}

async function start(seed: string): Promise<StoryGateway> {
  let now = Date.parse(STORY_NOW);
  const gateway = await seeded(JSON.parse(seed) as ReferenceBundle, { now: () => new Date(now) });
  let turn: Promise<unknown> = Promise.resolve();
  const answer: StoryFetch = (input, init) => gateway.fetch(new Request(input, init));
  const { token } = await addOfficer(gateway.deps, { site: SITE, name: 'Nguyễn Thị Kim Ngân', role: 'officer' });
  const client = { gateway: ADDRESS, fetch: answer };
  const hands: StoryHands = {
    citizen: createClient({ ...client, site: SITE }),
    officer: createOfficerClient({ ...client, token }),
    at: async (instant, act) => {
      now = Date.parse(instant);
      try {
        return await act();
      } finally {
        now = Date.parse(STORY_NOW);
      }
    },
  };
  return {
    address: ADDRESS,
    officer: hands.officer,
    messages: received,
    // What elements ask while a script runs waits for it: nobody sees a clock that is being turned.
    fetch: async (input, init) => {
      await turn;
      return answer(input, init);
    },
    play: (script) => {
      const done = turn.then(() => playDossier(hands, script));
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

let running: Promise<StoryGateway> | undefined;

/** The gateway of this page. `seed`: JSON text of a reference bundle. Rejects when the seed does not fit. */
export function storyGateway(seed: string): Promise<StoryGateway> {
  return (running ??= start(seed));
}
