/** Saves a draft within a second of the last key, and says truthfully how that went. */
import type { Device } from '../../internal/device.ts';

/** What the person is told. `savedAt` in milliseconds since 1970. */
export type SaveState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly savedAt: number }
  | { readonly kind: 'not-saved'; readonly cause: 'denied' | 'full' | 'failed' | 'helper' | 'elsewhere' };

/** Longest rest after a key before writing; together with the write itself this stays under a second. */
const REST_MS = 400;
/** Somebody who never pauses is saved all the same. */
const LONGEST_MS = 700;
/** What could not be written is tried again by itself: room may have been made, the browser may have recovered. */
const AGAIN_MS = 5000;

/** Calls `write` at the right moments; one write at a time, the last one wins. */
export class Autosave {
  state: SaveState = { kind: 'nothing' };
  readonly #device: Device;
  readonly #write: () => Promise<void>;
  readonly #changed: () => void;
  readonly #touched: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirtySince: number | null = null;
  #running: Promise<void> | null = null;
  #off = false;

  /** `touched`: something changed that has to be written. */
  constructor(device: Device, write: () => Promise<void>, changed: () => void, touched: () => void = () => undefined) {
    this.#device = device;
    this.#write = write;
    this.#changed = changed;
    this.#touched = touched;
  }

  /** Something changed. */
  touch(): void {
    if (this.#off) return;
    const now = this.#device.now();
    this.#dirtySince ??= now;
    this.#wait(Math.max(0, Math.min(REST_MS, this.#dirtySince + LONGEST_MS - now)));
    this.#touched();
  }

  #wait(rest: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), rest);
  }

  /** Writes now what has not been written; never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running !== null) await this.#running;
    if (this.#dirtySince === null) return;
    this.#dirtySince = null;
    this.#running = this.#save();
    await this.#running;
    this.#running = null;
  }

  async #save(): Promise<void> {
    try {
      await this.#write();
      if (!this.#off) this.#tell({ kind: 'saved', savedAt: this.#device.now() });
    } catch (error) {
      if (this.#off) return;
      const full = (error as { name?: string } | null)?.name === 'QuotaExceededError';
      // Still not written: the next key, the next moment of rest and the end of the page try again.
      this.#dirtySince ??= this.#device.now();
      this.#wait(AGAIN_MS);
      this.#tell({ kind: 'not-saved', cause: full ? 'full' : 'failed' });
    }
  }

  /** Nothing can be or shall be kept: said once, writing stops until {@link resume}. */
  giveUp(cause: 'denied' | 'helper' | 'elsewhere'): void {
    this.#off = true;
    this.stop();
    this.#tell({ kind: 'not-saved', cause });
  }

  /** The draft is this page's again. */
  resume(): void {
    this.#off = false;
    this.#tell({ kind: 'nothing' });
  }

  /** Forgets what was not written; for erasing and after sending. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#dirtySince = null;
  }

  /** Something is not written yet, and may be. */
  get isDirty(): boolean {
    return !this.#off && (this.#dirtySince !== null || this.#running !== null);
  }

  /** Resolves when no write is on its way; what is erased after that stays erased. */
  async idle(): Promise<void> {
    await this.#running;
  }

  #tell(state: SaveState): void {
    this.state = state;
    this.#changed();
  }
}
