/** A dossier that could not leave for want of a line: sent again when there are signs of one (promise R-05: jitter, no rush). */
import type { Device } from '../internal/device.ts';

/** Longest silence between two tries while the page is in front, milliseconds. */
const LONGEST_MS = 60_000;
const FIRST_MS = 5000;

/** Waits for the line. `send` is called at most once at a time; calling it twice for one dossier is harmless by its key. */
export class Outbox {
  readonly #device: Device;
  readonly #send: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #waiting = false;

  constructor(device: Device, send: () => void) {
    this.#device = device;
    this.#send = send;
  }

  get waiting(): boolean {
    return this.#waiting;
  }

  /** The dossier waits for the line. */
  queue(): void {
    if (!this.#waiting) for (const [target, name] of signs()) target.addEventListener(name, this.#handleSign);
    this.#waiting = true;
    const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries);
    this.#tries += 1;
    clearTimeout(this.#timer);
    // Half fixed, half chance: all who waited for the same mast do not come back together.
    const chance = (this.#device.randomBytes(1)[0] ?? 0) / 255;
    this.#timer = setTimeout(this.#try, ceiling * (0.5 + chance / 2));
  }

  /** Sent, changed or given up: nothing waits any more. */
  clear(): void {
    clearTimeout(this.#timer);
    for (const [target, name] of signs()) target.removeEventListener(name, this.#handleSign);
    this.#waiting = false;
    this.#tries = 0;
  }

  #handleSign = (): void => {
    if (document.visibilityState !== 'hidden') this.#try();
  };

  #try = (): void => {
    clearTimeout(this.#timer);
    if (this.#waiting) this.#send();
  };
}

const signs = (): readonly (readonly [EventTarget, string])[] => [[window, 'online'], [window, 'pageshow'], [document, 'visibilitychange']];
