/** The drafts room of the form: the draft in work, the ones that were found, what is written and when. */
import { base64url, newUuid } from '../../internal/device.ts';
import type { FormHost } from '../form-host.ts';
import type { SaveState } from './autosave.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { DraftData, FoundDraft } from '../../internal/drafts/draft.model.ts';
import { draftsBeforeFirstField } from './first-visit.ts';

/** What only the gateway and this draft know: its name there, and the proof of who opened it. */
export interface DraftCredentials {
  readonly id: string;
  readonly secret: string;
}

/** What the form in work adds to its credentials; null while there is no form. */
export type DraftContent = Pick<DraftData, 'procedureCode' | 'formVersion' | 'answers' | 'stepId' | 'files' | 'lent' | 'handedOver'>;

export class FormDraft {
  keeper: DraftKeeper | null = null;
  /** Drafts of this form on this device, newest first. */
  found: readonly FoundDraft[] = [];
  /** Drafts that a newer version of this page has written; they are left alone. */
  newer = 0;
  credentials: DraftCredentials | null = null;
  /** The dossier was sent and nobody knows yet whether it arrived. */
  lostAnswer = false;
  /** The code that keeps drafts could not be fetched. */
  #missing = false;
  #turn = 0;
  #opening: Promise<void> = Promise.resolve();
  readonly #host: FormHost;
  readonly #content: () => DraftContent | null;
  readonly #elsewhere: () => void;

  /** `content`: the form as it stands. `elsewhere`: another page has taken the draft. */
  constructor(host: FormHost, content: () => DraftContent | null, elsewhere: () => void) {
    this.#host = host;
    this.#content = content;
    this.#elsewhere = elsewhere;
  }

  /** What became of the last write. */
  get state(): SaveState {
    return this.keeper?.state ?? (this.#missing ? { kind: 'not-saved', cause: 'failed' } : { kind: 'nothing' });
  }

  /** Opens a place and looks for drafts there, on a first visit beside the first field; `after` is the last write of the one before. Never rejects. */
  async open(key: string, after: Promise<void> | undefined): Promise<void> {
    this.keeper = null;
    this.credentials = null;
    this.lostAnswer = false;
    this.found = [];
    this.newer = 0;
    await draftsBeforeFirstField({ find: () => (this.#opening = this.#find(key, after)) });
  }

  async #find(key: string, after: Promise<void> | undefined): Promise<void> {
    const turn = (this.#turn += 1);
    const loaded = await import('./draft-keeper.ts').catch(() => null);
    // Another procedure was asked for meanwhile.
    if (turn !== this.#turn) return;
    this.#missing = loaded === null;
    if (loaded === null) return;
    const keeper: DraftKeeper = new loaded.DraftKeeper({
      device: this.#host.device,
      key,
      after,
      helper: this.#host.helper,
      // A write that was still waiting must not find the form of another procedure.
      snapshot: () => (this.keeper === keeper ? this.snapshot() : null),
      changed: (state) => {
        if (state.kind === 'saved') this.#host.draftSaved(state.savedAt);
        if (state.kind === 'not-saved' && state.cause === 'elsewhere' && this.keeper === keeper) this.#elsewhere();
        this.#host.requestUpdate();
      },
    });
    this.keeper = keeper;
    this.#beganBefore(keeper);
    const listing = await keeper.find();
    if (this.keeper === keeper) Object.assign(this, listing);
  }

  /** Somebody was faster than the code that keeps drafts: what was filled in meanwhile is written now. */
  #beganBefore(keeper: DraftKeeper): void {
    if (this.credentials === null) return;
    keeper.adopt(this.credentials.id, null);
    keeper.autosave.touch();
  }

  /** Looks what lies on the device. */
  async look(keeper = this.keeper): Promise<void> {
    const listing = await keeper?.list();
    if (listing === undefined || keeper !== this.keeper) return;
    this.found = listing.found;
    this.newer = listing.newer;
    this.#host.requestUpdate();
  }

  /** Lists the draft in work also where it does not lie on the device. */
  showCurrent(): void {
    const now = this.snapshot();
    if (now === null || this.found.some(({ id }) => id === now.id)) return;
    this.found = [{ ...now, slot: '', mark: '', kept: false }, ...this.found];
  }

  /** The draft as it stands; null while there is none. */
  snapshot(): DraftData | null {
    const content = this.#content();
    if (content === null || this.credentials === null) return null;
    return { format: 1, ...this.credentials, ...content, sending: this.lostAnswer, savedAt: this.#host.device.now() };
  }

  /** A new draft. Its key is made before the first byte travels, and kept: it is the idempotency key of this dossier for ever. */
  begin(): void {
    const { device } = this.#host;
    this.credentials = { id: newUuid(device), secret: base64url(device.randomBytes(32)) };
    this.lostAnswer = false;
    this.keeper?.adopt(this.credentials.id, null);
  }

  /** Goes on with one that lies here (`slot`) or came out of a file with its bytes; false when another page has it open. */
  async resume(draft: DraftData | FoundDraft, brought: ReadonlyMap<string, Blob> = new Map()): Promise<boolean> {
    await this.#opening;
    const { keeper } = this;
    this.credentials = { id: draft.id, secret: draft.secret };
    this.lostAnswer = draft.sending ?? false;
    if (keeper === null) return true;
    keeper.adopt(draft.id, 'slot' in draft ? draft : (this.found.find(({ id }) => id === draft.id) ?? null));
    if (!(await keeper.claim())) return false;
    for (const [id, bytes] of brought) await keeper.takeFile(id, bytes);
    return true;
  }

  /** Forgets another draft on this device, and politely at the gateway too; false when a page has it open. */
  async discard(draft: FoundDraft): Promise<boolean> {
    if ((await this.keeper?.discard(draft)) !== true) return false;
    this.forgetThere(draft);
    await this.look();
    return true;
  }

  /** What was uploaded for a draft that nobody wants vanishes by itself too; asking is only politeness. */
  forgetThere({ id, secret, files }: Pick<DraftData, 'id' | 'secret' | 'files'>): void {
    if (files.length === 0) return;
    void this.#host.activePort?.client().then((client) => client.drafts.discard({ id, secret })).catch(() => undefined);
  }

  /** Forgets the draft in work on this device. */
  async erase(): Promise<void> {
    this.credentials = null;
    this.lostAnswer = false;
    await this.keeper?.erase();
    await this.look();
  }
}
