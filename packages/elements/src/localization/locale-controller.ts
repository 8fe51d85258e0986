/** Words of one room of the library in the language of the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentAcrossRoots } from '../context/site-context.ts';

/** Vietnamese is built in; other languages are chunks loaded when the page asks for them. */
export interface MessageTable<M> {
  vi: M;
  load: Readonly<Record<string, () => Promise<M>>>;
}

/** Primary language of the nearest `lang`, through shadow roots; Vietnamese when none is known. */
export function nearestLanguage(element: Element): string {
  for (let node: Element | null = element; node !== null; node = parentAcrossRoots(node)) {
    const value = node.getAttribute('lang');
    if (value !== null && value !== '') return value.split('-')[0]?.toLowerCase() ?? 'vi';
  }
  return 'vi';
}

/** Keeps `words` in the language of the nearest `lang`; asks for an update when another language has arrived. */
export class LocaleController<M> implements ReactiveController {
  words: M;
  language = 'vi';
  readonly #host: ReactiveControllerHost & Element;
  readonly #table: MessageTable<M>;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element, table: MessageTable<M>) {
    this.#host = host;
    this.#table = table;
    this.words = table.vi;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#follow());
    // The page's language switch sets `lang` on the root; a nearer one is set on the element itself.
    this.#observer.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#observer.observe(this.#host, { attributeFilter: ['lang'] });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #follow(): void {
    const wanted = nearestLanguage(this.#host);
    if (wanted === this.language) return;
    this.language = wanted;
    const load = this.#table.load[wanted];
    if (load === undefined) {
      this.language = 'vi';
      this.#show(this.#table.vi);
      return;
    }
    // A chunk that does not come leaves the Vietnamese words in place: words in the wrong language beat no words.
    load().then((words) => this.language === wanted && this.#show(words), () => undefined);
  }

  #show(words: M): void {
    this.words = words;
    this.#host.requestUpdate();
  }
}

/** Picks one language of a text from data; Vietnamese when the wanted one is missing. */
export function say(text: { vi: string; [language: string]: string | undefined } | undefined, language: string): string {
  return text === undefined ? '' : (text[language] ?? text.vi);
}
