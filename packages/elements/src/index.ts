/** Classes, events and types. Importing this file registers nothing. */
export { SiteElement } from './site/site-element.ts';
export { makePort } from './connect.ts';
export type { CounterPort, CounterReads, ReadOptions } from './context/counter-port.ts';
