/** One page writes a draft. A tab that was duplicated has the same key, and would overwrite the first one in silence (D-04). */

/** A page that is just leaving needs a moment to let go. */
const PATIENCE_MS = 700;

/** The right to write one draft. */
export class DraftLock {
  readonly #lost: () => void;
  #release: (() => void) | null = null;

  /** `lost` is called when another page has taken the draft over. */
  constructor(lost: () => void) {
    this.#lost = lost;
  }

  /** True when this page may write. `steal`: the person says so, whoever writes now. */
  async claim(name: string, steal = false): Promise<boolean> {
    // Every browser of our floor knows locks, except on plain HTTP – where drafts cannot be kept anyway.
    const locks = (navigator as Partial<Pick<Navigator, 'locks'>>).locks;
    if (this.#release !== null || locks === undefined) return true;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    return new Promise((resolve) => {
      const hold = (): Promise<void> => {
        clearTimeout(timer);
        resolve(true);
        return new Promise<void>((release) => (this.#release = release));
      };
      locks.request(name, steal ? { steal } : { signal: patience.signal }, hold).catch(() => {
        const held = this.#release !== null;
        this.#release = null;
        resolve(false);
        if (held) this.#lost();
      });
    });
  }

  /** Lets go: a page that sleeps in the back-forward cache must not keep others out. */
  rest(): void {
    this.#release?.();
    this.#release = null;
  }
}
