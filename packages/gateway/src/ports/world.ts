/** Clock and chance. */

/** The present moment as a UTC instant with milliseconds. */
export interface Clock {
  now(): Date;
}

/** Cryptographically strong random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** The clock of the machine. */
export function systemClock(): Clock {
  return { now: () => new globalThis.Date() };
}

/** Chance from Web Crypto, which Node and browsers share. */
export const systemRandom: RandomBytes = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length));
