import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from './encode.ts';
import { sha256 } from './sha256.ts';

test('property: pieces of any size give the hash of the whole', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 700 }), fc.array(fc.nat(200)), (bytes, cuts) => {
    const hash = sha256();
    const at = [...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
    at.reduce((from, to) => (hash.update(bytes.subarray(from, to)), to), 0);
    expect(hash.length).toBe(bytes.length);
    expect(hex(hash.digest())).toBe(createHash('sha256').update(bytes).digest('hex'));
  }));
});
