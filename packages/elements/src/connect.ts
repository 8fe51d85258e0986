/** The one place where the elements meet the SDK: light reads at once, the client of dossiers when something is sent. */
import { createReader, type Reader } from '@motcua/sdk/read';
import type { CounterPort, CounterReads, ReadOptions } from './context/counter-port.ts';
import { pageRegistry } from './context/site-context.ts';

/** Options beside the address; `fetch` is for pages that run the gateway inside themselves. */
export interface PortOptions {
  fetch?: (input: string | Request, init?: RequestInit) => Promise<Response>;
}

/** Builds a counter over a gateway. Public reads are asked once per page and shared; a failed read may be asked again. */
export function makePort(gateway: string, unit: string, options: PortOptions = {}): CounterPort {
  const connection = { gateway, site: unit, fetch: options.fetch ?? prefetched };
  let client: ReturnType<CounterPort['client']> | undefined;
  return {
    gateway,
    unit,
    read: makeReads(createReader(connection), { gateway, unit }),
    client: () =>
      (client ??= import('@motcua/sdk/dossier').then(
        ({ createDossierClient }) => createDossierClient(connection),
        (error: unknown) => {
          client = undefined;
          throw error;
        },
      )),
  };
}

/** Takes an answer the loader asked for while the script was still on its way; anything else goes to the network. */
function prefetched(input: string | Request, init?: RequestInit): Promise<Response> {
  const early = pageRegistry().prefetch;
  const url = typeof input === 'string' ? input : input.url;
  const answer = early.get(url);
  early.delete(url);
  return answer === undefined ? fetch(input, init) : answer.catch(() => fetch(input, init));
}

function makeReads(reader: Reader, place: Pick<CounterPort, 'gateway' | 'unit'>): CounterReads {
  const kept = new Map<string, Promise<unknown>>();
  const ages = new WeakMap<object, number>();
  /** Where the line breaks: what an earlier visit left on the device, or the failure itself. */
  const recall = async <T>(key: string, error: unknown): Promise<T> => {
    const { body, at } = await import('./internal/kept.ts').then(
      ({ recallAnswer }) => recallAnswer<T & object>(place, key, error),
      () => Promise.reject(error),
    );
    ages.set(body, at);
    return body;
  };
  /** One answer per key for the life of the page; aborting one caller does not abort the shared request. */
  const once = <T>(key: string, ask: () => Promise<T>, options?: ReadOptions): Promise<T> => {
    let answer = kept.get(key) as Promise<T> | undefined;
    if (answer === undefined) {
      const asked = ask();
      answer = asked.catch((error: unknown) => recall<T>(key, error));
      kept.set(key, answer);
      asked.catch(() => kept.delete(key));
    }
    return options?.signal === undefined ? answer : abortable(answer, options.signal);
  };
  return {
    keptAt: (answer) => ages.get(answer),
    site: (options) => once('site', () => reader.sites.get(), options),
    catalogue: (options) => once('catalogue', () => reader.procedures.catalogue(), options),
    guide: (options) => once('guide', () => reader.procedures.guide(), options),
    procedure: (code, options) => once(`procedure ${code}`, () => reader.procedures.get(code), options),
    form: (code, options) => once(`form ${code}`, () => reader.forms.get(code), options),
    provinces: (options) => once('provinces', () => reader.units.provinces(), options),
    provinceUnits: (code, options) => once(`units ${code}`, () => reader.units.ofProvince(code), options),
    legacyUnits: (q, options) => once(`legacy ${q}`, () => reader.units.legacy(q), options),
    postalQuote: (query, options) => once(`post ${query.mode} ${query.to} ${query.weight ?? ''}`, () => reader.postal.quote(query), options),
    // Not kept: the figures of today change while the page is open.
    statistics: (query, options) => reader.statistics.get(query, options),
    tracking: (credentials, options) => reader.tracking.get(credentials, options),
  };
}

function abortable<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject);
  });
}
