/**
 * Holds back what would move the page while a mouse button or finger is down. An error that appears when a box is left
 * would otherwise push the button or radio away between press and release, and the press would hit nothing.
 */
export class Press {
  #down = false;
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Button or finger went down. Given up after a second: a release outside of the window is never told. */
  down = (): void => {
    this.#down = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.up, 1000);
  };

  /** It is up again; the click comes first, then what waited. */
  soon = (): void => {
    if (!this.#down) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.up, 0);
  };

  /** Runs what waited. */
  up = (): void => {
    clearTimeout(this.#timer);
    this.#down = false;
    for (const run of this.#waiting.splice(0)) run();
  };

  /** Runs at once when nothing is pressed. */
  whenUp(run: () => void): void {
    if (this.#down) this.#waiting.push(run);
    else run();
  }
}
