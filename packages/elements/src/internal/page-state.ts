/**
 * What the page shows, in one reserved query key: `?motcua=1.001193` (sheet), `?motcua=1.001193.form`, `?motcua=track`.
 * Nothing personal is ever put there. Agency parts of codes are upper case, so `.form` cannot be one.
 */

/** Where a person is. `find` has no key in the address. */
export type PageState =
  | { view: 'find' }
  | { view: 'sheet' | 'form'; code: string }
  | { view: 'track' };

const KEY = 'motcua';
const PROCEDURE = /^(\d\.\d{6}(?:\.[A-Z0-9]{1,4}){0,5})(\.form)?$/;

/** Reads the state out of an address; anything unknown is `find`. */
export function readPageState(address: string): PageState {
  const text = new URL(address).searchParams.get(KEY) ?? '';
  if (text === 'track') return { view: 'track' };
  const [, code, form] = PROCEDURE.exec(text) ?? [];
  return code === undefined ? { view: 'find' } : { view: form === undefined ? 'sheet' : 'form', code };
}

/** The same address with this state; other keys of the host stay as they are written, and so does the hash. */
export function withPageState(address: string, state: PageState): string {
  const url = new URL(address);
  const others = url.search.slice(1).split('&').filter((part) => part !== '' && !part.startsWith(`${KEY}=`));
  const text = textOf(state);
  url.search = [...others, ...(text === '' ? [] : [`${KEY}=${text}`])].join('&');
  return url.href;
}

function textOf(state: PageState): string {
  if (state.view === 'find') return '';
  return state.view === 'track' ? 'track' : state.code + (state.view === 'form' ? '.form' : '');
}

/** Whether two states show the same. */
export function sameState(one: PageState, other: PageState): boolean {
  return textOf(one) === textOf(other);
}
