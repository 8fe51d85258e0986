/** Runs inside the measured pages, the same for all: when the page last changed and was painted, when a letter was. */

/** Left in the page. */
export interface Watched {
  /** Milliseconds since navigation of the last paint that showed a change, and of the last that showed a new box to answer in. */
  benchPainted: number;
  benchRendered: number;
  /** When a screen that greets was pressed away; 0 where there is none. */
  benchPressed: number;
  benchLetters: number[];
}

/** Must run before any script of the page: shadow roots are watched from their making. */
export function watch(): void {
  const BOXES = 'input, textarea, select';
  const here = globalThis as unknown as Watched;
  here.benchPainted = 0;
  here.benchRendered = 0;
  here.benchPressed = 0;
  here.benchLetters = [];
  // The first task after the frame: a timer or a message would let the page's own late work go first and count it as painting.
  const { scheduler } = globalThis as unknown as { scheduler: { postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<unknown> } };
  const painted = (then: () => void): void => void requestAnimationFrame(() => void scheduler.postTask(then, { priority: 'user-blocking' }));
  let waiting = false;
  const roots: ShadowRoot[] = [];
  let begun = false;
  let boxes = false;
  // Ours brings, late, a menu for the draft with a box to tick: that is no question.
  const isQuestion = (root: Node): boolean => !(root instanceof ShadowRoot && root.host.localName.startsWith('motcua-draft-'));
  const isBox = (node: Node): boolean => node instanceof Element && (node.matches(BOXES) || node.querySelector(BOXES) !== null) && isQuestion(node.getRootNode());
  const observer = new MutationObserver((records) => {
    // Ours greets with what to prepare: pressed away at once.
    // (Its text by `textContent`: `innerText` would ask for a layout that nobody else pays for.)
    const start = begun ? null : roots.map((root) => root.querySelector<HTMLElement>('button.main')).find((button) => button?.textContent.trim() === 'Bắt đầu');
    if (start) {
      begun = true;
      here.benchPressed = performance.now();
      start.click();
    }
    boxes ||= records.some(({ addedNodes }) => [...addedNodes].some(isBox));
    if (waiting) return;
    waiting = true;
    painted(() => {
      waiting = false;
      here.benchPainted = performance.now();
      if (boxes) here.benchRendered = here.benchPainted;
      boxes = false;
    });
  });
  const everything = { childList: true, subtree: true, characterData: true, attributes: true } as const;
  observer.observe(document, everything);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attach.call(this, init);
    observer.observe(root, everything);
    roots.push(root);
    return root;
  };
  addEventListener('keydown', ({ timeStamp }) => painted(() => here.benchLetters.push(performance.now() - timeStamp)), true);
}
