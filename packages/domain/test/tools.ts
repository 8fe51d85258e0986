/** What the tests of the rules use. */
export * as fc from 'fast-check';
export { describe, expect, test } from 'vitest';
