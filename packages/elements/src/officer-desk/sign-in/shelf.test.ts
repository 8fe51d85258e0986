/** The real database of a real browser: taken once, and what was left lying is thrown away. */
import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { Sealed } from '../../internal/drafts/draft-crypto.ts';
import { browserShelf } from './shelf.ts';

const HOUR = 3_600_000;
const sealed = (text: string): Sealed => ({ iv: new Uint8Array(12), bytes: new TextEncoder().encode(text).buffer });
const read = (one: Sealed | null): string | null => (one === null ? null : new TextDecoder().decode(one.bytes));

describe('the shelf of the desk', () => {
  it('gives back once what it was given, to whoever knows its name', async () => {
    await browserShelf.put('a', sealed('của tôi'), Date.now());
    expect(read(await browserShelf.take('b'))).to.equal(null);
    expect(read(await browserShelf.take('a'))).to.equal('của tôi');
    expect(read(await browserShelf.take('a'))).to.equal(null);
  });

  it('throws away what nobody came back for; two tabs do not disturb each other', async () => {
    const now = Date.now();
    await browserShelf.put('left', sealed('x'), now - 2 * HOUR);
    await browserShelf.put('one', sealed('1'), now);
    await browserShelf.put('two', sealed('2'), now);
    expect(read(await browserShelf.take('left'))).to.equal(null);
    expect([read(await browserShelf.take('one')), read(await browserShelf.take('two'))]).to.deep.equal(['1', '2']);
  });
});
