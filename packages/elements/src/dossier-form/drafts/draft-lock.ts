/** One page writes a draft. A tab that was duplicated has the same key, and would overwrite the first one in silence (D-04). */

/** A page that is just leaving needs a moment to let go; one that is asked to needs another to write. Milliseconds. */
const PATIENCE_MS = 700;
const ASKED_MS = 1500;

/** The right to write one draft. */
export class DraftLock {
  readonly #asked: () => Promise<void>;
  readonly #lost: () => void;
  #release: (() => void) | null = null;
  #channel: BroadcastChannel | null = null;

  /** `asked`: another page wants to go on with the draft, what is not written yet is to be written. `lost`: it has it now. */
  constructor(asked: () => Promise<void>, lost: () => void) {
    this.#asked = asked;
    this.#lost = lost;
  }

  /** This page holds it now; false also where there are no locks. */
  get held(): boolean {
    return this.#release !== null;
  }

  /** True when this page may write. `take`: the person says so, whoever writes now. */
  async claim(name: string, take = false): Promise<boolean> {
    // Every browser of our floor knows locks, except on plain HTTP – where drafts cannot be kept anyway.
    const locks = (navigator as Partial<Pick<Navigator, 'locks'>>).locks;
    if (this.#release !== null || locks === undefined) return true;
    if (take) ask(name);
    if (await this.#request(locks, name, take ? ASKED_MS : PATIENCE_MS)) return true;
    // It does not answer: frozen in the background, or an earlier version.
    return take && this.#request(locks, name, null);
  }

  /** `patience` null: taken from whoever holds it. */
  #request(locks: LockManager, name: string, patience: number | null): Promise<boolean> {
    const waiting = new AbortController();
    const timer = patience === null ? undefined : setTimeout(() => waiting.abort(), patience);
    return new Promise((resolve) => {
      const hold = (): Promise<void> => {
        clearTimeout(timer);
        this.#listen(name);
        resolve(true);
        return new Promise<void>((release) => (this.#release = release));
      };
      locks.request(name, patience === null ? { steal: true } : { signal: waiting.signal }, hold).catch(() => {
        const held = this.#release !== null;
        this.rest();
        resolve(false);
        if (held) this.#lost();
      });
    });
  }

  #listen(name: string): void {
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => void this.#handOver();
  }

  async #handOver(): Promise<void> {
    await this.#asked();
    if (this.#release === null) return;
    this.rest();
    this.#lost();
  }

  /** Lets go: a page that sleeps in the back-forward cache must not keep others out. */
  rest(): void {
    this.#channel?.close();
    this.#channel = null;
    this.#release?.();
    this.#release = null;
  }
}

/** Asks the page that writes now to finish and let go. */
function ask(name: string): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(name);
  channel.postMessage('take');
  channel.close();
}
