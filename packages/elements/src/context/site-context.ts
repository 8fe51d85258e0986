/** How an element finds its counter: own attributes, the nearest `motcua-site`, then the script tag of the page. */
import type { CounterPort } from './counter-port.ts';

/** Attributes that name a counter. */
export interface SiteAttributes {
  gateway: string | null;
  unit: string | null;
}

/** Makes a port; given by `connect.ts` so that this file does not know the SDK. */
export type PortFactory = (gateway: string, unit: string) => CounterPort;

const REGISTRY = Symbol.for('motcua.page');

/** Shared by every copy of the library on the page: the loader's answers on their way and the counters in use. */
export interface PageRegistry {
  /** Absolute URL → answer already asked for by the loader, side by side with the script chunks. Taken once. */
  prefetch: Map<string, Promise<Response>>;
  /** `gateway|unit` → port. */
  ports: Map<string, CounterPort>;
  /** Attributes of the script tag that loaded us. */
  script: SiteAttributes;
  /** The loader runs; a second one returns at once. */
  loader?: true;
}

/** The one entry this library keeps on the page; a symbol, so no name of the host is touched. */
export function pageRegistry(): PageRegistry {
  const page = globalThis as unknown as { [REGISTRY]?: PageRegistry };
  return (page[REGISTRY] ??= { prefetch: new Map(), ports: new Map(), script: { gateway: null, unit: null } });
}

/** Nearest ancestor (through shadow roots) that carries the attribute; returns its value. */
function inherited(element: Element, name: 'gateway' | 'unit'): string | null {
  for (let node: Element | null = element; node !== null; node = parentAcrossRoots(node)) {
    const value = node.getAttribute(name);
    if (value !== null && (node === element || node.localName === 'motcua-site' || node.localName.startsWith('motcua-'))) return value;
  }
  return null;
}

/** Parent element, stepping out of shadow roots through their hosts. */
export function parentAcrossRoots(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The counter of an element, or null when neither gateway nor unit is known. */
export function findPort(element: Element, make: PortFactory): CounterPort | null {
  const page = pageRegistry();
  const gateway = inherited(element, 'gateway') ?? page.script.gateway;
  const unit = inherited(element, 'unit') ?? page.script.unit;
  if (gateway === null || unit === null || unit === '') return null;
  const base = new URL(gateway, document.baseURI).href.replace(/\/$/, '');
  const key = `${base}|${unit}`;
  const known = page.ports.get(key);
  if (known !== undefined) return known;
  const port = make(base, unit);
  page.ports.set(key, port);
  return port;
}
