/**
 * The one tag that a webmaster pastes: `<script src=".../motcua.js" async data-gateway data-unit></script>`, with or without
 * `type="module"`. Loads only what the page uses; data and scripts travel side by side. Leaves no name on the page, logs
 * nothing, and touches nothing of the page but its own elements.
 */
import type { PageRegistry } from '../context/site-context.ts';
import { faultOf, needsOf, TAGS } from './loader.model.ts';

/** Entry → files it needs beside itself; put in by the build. */
declare const __MOTCUA_CHUNKS__: Readonly<Record<string, readonly string[]>> | undefined;

/** After this long without the element the person is told. Milliseconds. */
const PATIENCE = 10_000;
/** Waits before the second, third and fourth try. Milliseconds. */
const WAITS = [500, 1500, 4000];

function start(page: PageRegistry, script: HTMLScriptElement): void {
  const selector = TAGS.join();
  const seen = new WeakSet<Element>();
  const load = chunkLoader(new URL('.', script.src).href);
  const fetchEarly = earlyReads(page);
  page.script.gateway ??= script.getAttribute('data-gateway');
  page.script.unit ??= script.getAttribute('data-unit');

  const look = (element: Element): void => {
    const tag = element.localName;
    if (seen.has(element)) return;
    const gateway = attributeOf(element, 'gateway') ?? page.script.gateway;
    const unit = attributeOf(element, 'unit') ?? page.script.unit;
    const fault = tag === 'motcua-site' ? '' : faultOf(gateway, unit, document.baseURI);
    tell(element, fault && `Người quản trị trang xin xem lại: ${fault}.`);
    if (fault) return;
    seen.add(element);
    if (!customElements.get(tag)) complainLate(element);
    const state = new URLSearchParams(location.search).get('motcua') ?? '';
    const { tags, paths } = needsOf(tag, element.getAttribute('procedure'), state);
    tags.forEach(load);
    const site = new URL(gateway ?? '', document.baseURI).href.replace(/\/+$/, '') + `/v1/sites/${encodeURIComponent(unit ?? '')}`;
    paths.forEach((path) => fetchEarly(site + path));
  };
  const lookIn = (node: Node): void => {
    if (!(node instanceof Element)) return;
    if (node.matches(selector)) look(node);
    node.querySelectorAll(selector).forEach(look);
  };

  lookIn(document.documentElement);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') lookIn(target);
      else addedNodes.forEach(lookIn);
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['gateway', 'unit'] });
}

/** Loads a tag's script once, with what it needs beside it; tries again later where the line breaks. */
function chunkLoader(base: string): (tag: string) => void {
  const chunks = typeof __MOTCUA_CHUNKS__ === 'undefined' ? {} : __MOTCUA_CHUNKS__;
  const busy = new Set<string>();
  const attempt = (tag: string, tries: number): Promise<unknown> => {
    // A module that failed once may stay failed under its address; the last try is the one file that shares nothing.
    const file = tries === 0 ? `${tag}.js` : tries < WAITS.length ? `${tag}.js?again=${tries}` : 'motcua.all.js';
    // The entry is the largest file and goes first; the others are named largest first. A browser opens six connections.
    const entry = import(/* @vite-ignore */ base + file);
    for (const chunk of chunks[tag] ?? []) import(/* @vite-ignore */ base + chunk).catch(() => undefined);
    return entry.catch((error: unknown) => {
      const wait = WAITS[tries];
      if (wait === undefined) throw error;
      return new Promise((resolve) => setTimeout(resolve, wait)).then(() => attempt(tag, tries + 1));
    });
  };
  const load = (tag: string): void => {
    if (busy.has(tag) || customElements.get(tag)) return;
    busy.add(tag);
    attempt(tag, 0).catch(() => {
      busy.delete(tag);
      addEventListener('online', () => load(tag), { once: true });
    });
  };
  return load;
}

/** Asks for public data while the script is on its way; the elements take the answers from the page's registry. */
function earlyReads(page: PageRegistry): (url: string) => void {
  const asked = new Set<string>();
  return (url) => {
    if (asked.has(url)) return;
    asked.add(url);
    const answer = fetch(url);
    answer.catch(() => undefined);
    page.prefetch.set(url, answer);
  };
}

/** The attribute of the element or of the nearest of our elements around it. */
function attributeOf(element: Element, name: string): string | null {
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    const value = node.localName.startsWith('motcua-') ? node.getAttribute(name) : null;
    if (value !== null) return value;
  }
  return null;
}

/** Says, after a while, that the element did not come. The page's own content stays where it is. */
function complainLate(element: Element): void {
  const english = element.closest('[lang]')?.getAttribute('lang')?.startsWith('en');
  const timer = setTimeout(
    () =>
      tell(
        element,
        english
          ? 'This part did not open. Please check the network and reload the page, or visit the one-stop counter.'
          : 'Phần này chưa mở được. Bà con xem lại mạng rồi tải lại trang, hoặc đến Bộ phận Một cửa.',
      ),
    PATIENCE,
  );
  void customElements.whenDefined(element.localName).then(() => {
    clearTimeout(timer);
    tell(element, '');
  });
}

/** One notice beside the fallback, inside our own element; empty text takes it away. */
function tell(element: Element, text: string): void {
  const old = element.querySelector(':scope > .motcua-notice');
  if (text === '') {
    old?.remove();
    return;
  }
  const notice = old ?? element.appendChild(document.createElement('p'));
  notice.className = 'motcua-notice';
  notice.setAttribute('role', 'status');
  notice.textContent = text;
}

const REGISTRY = Symbol.for('motcua.page');
const world = globalThis as unknown as { [REGISTRY]?: PageRegistry };
const page = (world[REGISTRY] ??= { prefetch: new Map(), ports: new Map(), script: { gateway: null, unit: null } });
// A CMS may have joined or moved scripts: only a tag with our file name says where the chunks are.
const script = [document.currentScript, ...document.querySelectorAll('script[data-unit], script[src]')].find(
  (tag): tag is HTMLScriptElement => tag instanceof HTMLScriptElement && /\bmotcua\.js/.test(tag.src),
);
// Pasted twice, or two versions: the first one stays.
if (script && page.loader !== true) {
  page.loader = true;
  start(page, script);
}
