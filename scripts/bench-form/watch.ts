/** Runs inside the measured pages, the same for all: when the page last changed and was painted, when a letter was. */

/** Left in the page. */
export interface Watched {
  /** Milliseconds since navigation of the last paint that showed a change, and of the last that showed a new box to answer in. */
  benchPainted: number;
  benchRendered: number;
  benchLetters: number[];
  /** Takes the form out of the page; what is returned puts it in again, as it was written in the page. */
  benchTakeOut(): () => void;
}

/** Must run before any script of the page: shadow roots are watched from their making. */
export function watch(): void {
  const BOXES = 'input, textarea, select';
  const here = globalThis as unknown as Watched;
  here.benchPainted = 0;
  here.benchRendered = 0;
  here.benchLetters = [];
  const painted = (then: () => void): void =>
    void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(0);
    });
  let waiting = false;
  const roots: ShadowRoot[] = [];
  let begun = false;
  let boxes = false;
  // Ours brings, late, a menu for the draft with a box to tick: that is no question.
  const isQuestion = (root: Node): boolean => !(root instanceof ShadowRoot && root.host.localName.startsWith('motcua-draft-'));
  const isBox = (node: Node): boolean => node instanceof Element && (node.matches(BOXES) || node.querySelector(BOXES) !== null) && isQuestion(node.getRootNode());
  const observer = new MutationObserver((records) => {
    // Ours greets with what to prepare: pressed away at once.
    const start = begun ? null : roots.flatMap((root) => [...root.querySelectorAll('button')]).find(({ textContent }) => /^\s*(Bắt đầu|Làm mới)/.test(textContent ?? ''));
    if (start) {
      begun = true;
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
  here.benchTakeOut = () => {
    const form = document.querySelector<HTMLElement>('motcua-dossier-form, form');
    const copy = form?.cloneNode(form.localName === 'form');
    const place = form?.parentNode;
    form?.remove();
    begun = false;
    return () => void (copy && place?.append(copy));
  };
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
