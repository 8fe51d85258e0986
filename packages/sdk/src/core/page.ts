/** Lists by page: await one page, or iterate over all of them. */
import type { Page } from '@motcua/contract/page';

/**
 * `await list` gives the first page (`{ items, next, total }`); `for await (const item of list)` goes through every page.
 * Nothing is sent before one of the two happens; the first page is fetched once.
 */
export interface PagedList<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {}

/** Makes a list from a function that fetches the page at a cursor (`undefined`: the first). */
export function pagedList<T>(fetchPage: (cursor: string | undefined) => Promise<Page<T>>): PagedList<T> {
  let first: Promise<Page<T>> | undefined;
  const firstPage = (): Promise<Page<T>> => (first ??= fetchPage(undefined));
  return {
    then: (resolve, reject) => firstPage().then(resolve, reject),
    async *[Symbol.asyncIterator]() {
      let page = await firstPage();
      yield* page.items;
      while (page.next !== null) {
        page = await fetchPage(page.next);
        yield* page.items;
      }
    },
  };
}
