/** Classes, events and types. Importing this file registers nothing. */
export { SiteElement } from './site/site-element.ts';
export { StatusTrackerElement } from './status-tracker/status-tracker-element.ts';
export { PostalDeliveryElement } from './postal-delivery/postal-delivery-element.ts';
export { makePort } from './connect.ts';
export type { CounterPort, CounterReads, ReadOptions } from './context/counter-port.ts';
