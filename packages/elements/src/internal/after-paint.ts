/** Work that nobody waits for: it must not stand between a press and what the press shows. */

/** A page that is not drawn at all (a hidden tab) gets no frames; the work is done all the same. Milliseconds. */
const PATIENCE = 500;

/** Runs `work` once, when what was just rendered has been painted. */
export function afterPaint(work: () => void): void {
  let done = false;
  const run = (): void => {
    if (done) return;
    done = true;
    work();
  };
  // A frame is asked for before it is painted: the timer behind it fires when it has been.
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, PATIENCE);
}
