/** Chance as a port: jitter must be reproducible in tests. */

/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Chance of the machine; good enough for jitter, never used for secrets. */
export const systemRandom: Random = () => Math.random();
