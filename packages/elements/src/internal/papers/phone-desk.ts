/** The computer's side of the hand-over to a phone: shows a pass, asks what has arrived, ends the pass. Loaded when asked for. */
import type { PhonePaper } from '@motcua/contract/phone-pass';
import type { Draft, Upload } from '@motcua/contract/upload';
import type { DraftCredentials } from '@motcua/sdk';
import type { DossierClient } from '@motcua/sdk/dossier';
import { phoneAddress } from '../phone/phone-address.ts';
import type { AskedPaper } from './paper-files.ts';

/** `waiting`: no phone has taken the pass yet. `over`: expired, ended, or the dossier was sent. */
export type DeskState = 'making' | 'waiting' | 'taken' | 'over' | 'failed';

/** What a desk needs of the queue of uploads. */
export interface DeskInput {
  create(papers: readonly PhonePaper[]): Promise<{ id: string; secret: string }>;
  revoke(): Promise<void>;
  draft(): Promise<Draft>;
  papers(): readonly PhonePaper[];
  /** Puts what arrived under its papers; answers how many files were new. */
  adopt(uploads: readonly Upload[]): number;
}

/** Milliseconds between two questions: soon after something happened, slower while nothing does. */
const PACE = { first: 2000, slowest: 15_000, growth: 1.4 } as const;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Fires `change` whenever state or count have changed. */
export class PhoneDesk extends EventTarget {
  state: DeskState = 'making';
  /** What the QR code says; null while there is none. */
  address: string | null = null;
  /** Files that came since the code was shown. */
  arrived = 0;
  readonly #input: DeskInput;
  #pause: number = PACE.first;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | null = null;
  /** Grows with each pass: answers to questions about an earlier one are old. */
  #round = 0;

  constructor(input: DeskInput) {
    super();
    this.#input = input;
  }

  /** Shows the pass that is open, or makes one. */
  async open(): Promise<void> {
    if (this.address !== null && (this.state === 'waiting' || this.state === 'taken')) return this.watch();
    this.#say('making');
    this.#round += 1;
    try {
      const { id, secret } = await this.#input.create(this.#input.papers());
      this.address = phoneAddress(location.href, { pass: id, secret });
      this.arrived = 0;
      this.#say('waiting');
      this.watch();
    } catch {
      this.#say('failed');
    }
  }

  /** Asks from now on what has arrived, until the pass is over. */
  watch(): void {
    this.#pause = PACE.first;
    document.addEventListener('visibilitychange', this.#handleVisible);
    this.#plan();
  }

  /** Asks once, now. Rejects when nobody answers. */
  look(): Promise<void> {
    return (this.#looking ??= this.#ask().finally(() => (this.#looking = null)));
  }

  /** The person is done: what was sent is fetched, then nothing more comes. */
  async close(): Promise<void> {
    this.rest();
    this.address = null;
    this.#say('over');
    await this.look().catch(() => undefined);
    await this.#input.revoke().catch(() => undefined);
  }

  /** Asks no more. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#round += 1;
    document.removeEventListener('visibilitychange', this.#handleVisible);
  }

  #handleVisible = (): void => {
    if (document.visibilityState === 'hidden') return;
    this.#pause = PACE.first;
    this.#plan(0);
  };

  #plan(pause = this.#pause): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), pause);
  }

  async #turn(): Promise<void> {
    const round = this.#round;
    const before = [this.state, this.arrived].join();
    const gone = await this.look().then(() => false, (error: unknown) => codeOf(error) === 'draft-not-found');
    if (round !== this.#round) return;
    if (gone) this.#say('over');
    if (this.state === 'over') return this.rest();
    this.#pause = [this.state, this.arrived].join() === before ? Math.min(PACE.slowest, this.#pause * PACE.growth) : PACE.first;
    // Nobody looks at a hidden page: it asks again when it is seen.
    if (document.visibilityState !== 'hidden') this.#plan();
  }

  async #ask(): Promise<void> {
    const round = this.#round;
    const draft = await this.#input.draft();
    this.arrived += this.#input.adopt(draft.uploads);
    if (round === this.#round) this.#say(draft.phonePass === undefined ? 'over' : draft.phonePass.taken ? 'taken' : 'waiting');
  }

  #say(state: DeskState): void {
    this.state = state;
    if (state === 'over') this.address = null;
    this.dispatchEvent(new Event('change'));
  }
}

/** What the queue of uploads gives to its desk. `of` counts the files of a paper; `open` opens the draft at the gateway. */
export interface LendingQueue {
  asked(): readonly AskedPaper[];
  readonly credentials: DraftCredentials;
  client(): Promise<DossierClient>;
  open(): Promise<void>;
  of(path: string): number;
  adopt(uploads: readonly Upload[]): number;
}

/** The desk of a queue. */
export function deskOf({ asked, credentials, client, open, of, adopt }: LendingQueue): PhoneDesk {
  return new PhoneDesk({
    adopt,
    create: async (papers) => {
      await open();
      return (await client()).phonePasses.create(credentials, papers);
    },
    revoke: async () => (await client()).phonePasses.revoke(credentials),
    draft: async () => (await client()).drafts.get(credentials),
    papers: () => asked().map(({ path, ...paper }) => ({ ...paper, have: Math.min(100, of(path)) })),
  });
}
