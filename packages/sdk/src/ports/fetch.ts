/** The transport as a port: the browser's `fetch`, Node's, or a gateway in the same process. */

/** The part of `fetch` that this client needs. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** `fetch` of the realm, looked up at each call so that a page may replace it later. */
export const systemFetch: Fetch = (input, init) => globalThis.fetch(input, init);
