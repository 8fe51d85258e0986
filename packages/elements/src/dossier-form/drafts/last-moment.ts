/**
 * The last moment of a page. Sealing takes a turn of the browser that a page which is leaving no longer gets, so the newest state
 * is sealed ahead, soon after each key; what then remains to be done is one call (D-01).
 */
import type { DraftData } from '../../internal/drafts/draft.model.ts';
import type { DraftStore, SealedDraft } from '../../internal/drafts/draft-store.ts';

/** After the letter has been painted; nobody leaves sooner. Milliseconds. */
const AFTER_PAINT_MS = 16;

/** The draft as it stands and where it belongs; null while there is nothing to write, or nobody may. */
type Look = () => { readonly store: DraftStore; readonly slot: string; readonly draft: DraftData } | null;

/** Keeps the newest state sealed. Changes are counted: an older state never comes after a newer one. */
export class LastMoment {
  readonly #look: Look;
  #changes = 0;
  #begun = 0;
  #written = 0;
  #ready: { readonly at: number; readonly store: DraftStore; readonly sealed: SealedDraft } | null = null;
  #isBusy = false;

  constructor(look: Look) {
    this.#look = look;
  }

  /** Something changed. */
  touch(): void {
    this.#changes += 1;
    if (!this.#isBusy) this.#plan();
  }

  #plan(): void {
    this.#isBusy = true;
    setTimeout(() => void this.#seal(), AFTER_PAINT_MS);
  }

  async #seal(): Promise<void> {
    const at = this.#changes;
    try {
      const now = this.#look();
      if (now !== null) this.#ready = { at, store: now.store, sealed: await now.store.sealAhead(now.slot, now.draft) };
    } catch {
      // What is wrong the usual write will say.
    }
    this.#isBusy = false;
    if (this.#changes > at) this.#plan();
  }

  /** A usual write begins with the state of this moment; `done` when it is there. */
  writing(): { done(): void } {
    const at = this.#changes;
    this.#begun = at;
    return { done: () => (this.#written = at) };
  }

  /** Another draft, or none: what was sealed is not to be written. */
  forget(): void {
    this.#ready = null;
  }

  /** Writes the newest sealed state now, unless a newer one is written or on its way. */
  leave(): void {
    const ready = this.#ready;
    if (ready === null || ready.at <= this.#written || ready.at < this.#begun) return;
    if (ready.store.putNow(ready.sealed)) this.#written = ready.at;
  }
}
