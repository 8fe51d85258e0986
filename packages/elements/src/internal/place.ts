/** Where the person is, kept in the address of the page so that Back and reload work. */
import { readPageState, sameState, withPageState, type PageState } from './page-state.ts';

/** Follows and writes the reserved query key. Start it when the element connects, stop it when it leaves. */
export class Place {
  /** What is shown now. */
  state: PageState = { view: 'find' };
  readonly #moved: (state: PageState) => void;
  #trail: PageState[] = [];

  /** `moved` is called after Back or Forward of the browser. */
  constructor(moved: (state: PageState) => void) {
    this.#moved = moved;
  }

  start(): void {
    this.state = readPageState(location.href);
    this.#trail = [this.state];
    addEventListener('popstate', this.#follow);
  }

  stop(): void {
    removeEventListener('popstate', this.#follow);
  }

  /** Goes on to another place. */
  go(state: PageState): void {
    if (sameState(state, this.state)) return;
    this.state = state;
    this.#trail.push(state);
    try {
      // The host's own history state stays: routers of portals keep their bookkeeping in it.
      history.pushState(history.state, '', withPageState(location.href, state));
    } catch {
      // Sandboxed frames may not write the address; the counter works without.
    }
  }

  /** Goes back to a place: over the browser's own Back where that is where it leads. True when it will report later. */
  back(state: PageState): boolean {
    const before = this.#trail[this.#trail.length - 2];
    if (before === undefined || !sameState(before, state) || !sameState(readPageState(location.href), this.state)) {
      this.go(state);
      return false;
    }
    history.back();
    return true;
  }

  #follow = (): void => {
    const state = readPageState(location.href);
    if (sameState(state, this.state)) return;
    const before = this.#trail[this.#trail.length - 2];
    if (before !== undefined && sameState(before, state)) this.#trail.pop();
    else this.#trail.push(state);
    this.state = state;
    this.#moved(state);
  };
}

/** Goes to another page of the site and says there what to show. Only web addresses: the page's author may be fooled, people not. */
export function leaveFor(page: string, state: PageState): void {
  const target = new URL(page, document.baseURI);
  if (/^https?:$/.test(target.protocol)) location.assign(withPageState(target.href, state));
}
