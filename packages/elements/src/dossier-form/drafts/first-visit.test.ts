import { expect } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { draftsBeforeFirstField } from './first-visit.ts';
import type { DraftData } from '../../internal/drafts/draft.model.ts';

const DRAFT = { id: 'd1' } as DraftData;
const keeper = (answer: Promise<DraftData | null>) => ({ find: () => answer });
const never = new Promise<DraftData | null>(() => undefined);

/** What the browser says about its databases. */
function databases(tell: (() => Promise<{ name: string }[]>) | undefined): void {
  Object.defineProperty(indexedDB, 'databases', { configurable: true, value: tell });
}

afterEach(() => {
  delete (indexedDB as { databases?: unknown }).databases;
});

describe('before the first field', () => {
  it('a first visit does not wait for the storage', async () => {
    databases(async () => [{ name: 'of the page' }]);
    expect(await draftsBeforeFirstField(keeper(never))).to.equal(null);
  });

  it('a device that has a database is asked for its draft', async () => {
    databases(async () => [{ name: 'motcua' }]);
    expect(await draftsBeforeFirstField(keeper(Promise.resolve(DRAFT)))).to.equal(DRAFT);
  });

  it('a browser that does not tell, or whose storage is denied, is asked as well', async () => {
    databases(undefined);
    expect(await draftsBeforeFirstField(keeper(Promise.resolve(DRAFT)))).to.equal(DRAFT);
    databases(() => Promise.reject(new DOMException('denied', 'SecurityError')));
    expect(await draftsBeforeFirstField(keeper(Promise.resolve(DRAFT)))).to.equal(DRAFT);
  });
});
