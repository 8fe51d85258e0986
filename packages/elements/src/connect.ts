/** The one place where the elements meet the SDK: light reads at once, the whole client when it is needed. */
import { createReader, type Reader } from '@motcua/sdk/read';
import type { CounterPort, CounterReads, ReadOptions } from './context/counter-port.ts';
import { pageRegistry } from './context/site-context.ts';

/** Builds a counter over a gateway. Reads are asked once per page and shared; a failed read may be asked again. */
export function makePort(gateway: string, unit: string): CounterPort {
  const reader = createReader({ gateway, site: unit });
  let client: ReturnType<CounterPort['client']> | undefined;
  return {
    gateway,
    unit,
    read: makeReads(reader),
    client: () =>
      (client ??= import('@motcua/sdk').then(
        ({ createClient }) => createClient({ gateway, site: unit }),
        (error: unknown) => {
          client = undefined;
          throw error;
        },
      )),
  };
}

function makeReads(reader: Reader): CounterReads {
  const kept = new Map<string, Promise<unknown>>();
  /** One answer per key for the life of the page; aborting one caller does not abort the shared request. */
  const once = <T>(operation: Parameters<Reader['get']>[0], path: Record<string, string>, query: Record<string, string>, options?: ReadOptions): Promise<T> => {
    const url = reader.urlOf(operation, path, query);
    let answer = kept.get(url) as Promise<T> | undefined;
    if (answer === undefined) {
      answer = (pageRegistry().prefetch.get(url) as Promise<T> | undefined)?.catch(() => reader.get(operation, path, query) as Promise<T>) ?? (reader.get(operation, path, query) as Promise<T>);
      kept.set(url, answer);
      answer.catch(() => {
        kept.delete(url);
        pageRegistry().prefetch.delete(url);
      });
    }
    return options?.signal === undefined ? answer : abortable(answer, options.signal);
  };
  return {
    site: (options) => once('getSite', {}, {}, options),
    catalogue: (options) => once('getCatalogue', {}, {}, options),
    procedure: (code, options) => once('getProcedure', { code }, {}, options),
    form: (code, options) => once('getForm', { code }, {}, options),
    provinces: (options) => once('listProvinces', {}, {}, options),
    provinceUnits: (province, options) => once('getProvinceUnits', { province }, {}, options),
    legacyUnits: (q, options) => once('findLegacyUnits', {}, { q }, options),
    postalQuote: (query, options) => once('quotePostal', {}, { ...query }, options),
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
