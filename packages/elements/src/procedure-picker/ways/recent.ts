/**
 * Procedures opened on this device: a list of codes in the page's storage, newest first, nothing else. `off` stands there when
 * somebody does not want it. Storage that is denied or full is as if there were none.
 */
const KEY = 'motcua.recent';
const OFF = 'off';
const MOST = 5;
const CODE = /^\d\.\d{6}(\.[A-Z0-9]{1,4})*$/;

/** Where the list is kept; a page may have none. */
export type RecentStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The storage of the page, null where it is denied. */
export function pageStorage(): RecentStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function read(storage: RecentStorage | null): string | null {
  try {
    return storage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

function write(storage: RecentStorage | null, text: string | null): void {
  try {
    if (text === null) storage?.removeItem(KEY);
    else storage?.setItem(KEY, text);
  } catch {
    // Full or denied: the list is a comfort, not a promise.
  }
}

/** Codes, newest first; null when somebody switched it off. */
export function recentCodes(storage: RecentStorage | null): string[] | null {
  const text = read(storage);
  if (text === OFF) return null;
  return (text ?? '').split(' ').filter((code) => CODE.test(code)).slice(0, MOST);
}

/** Puts a code first, unless it is switched off. */
export function rememberCode(storage: RecentStorage | null, code: string): void {
  const codes = recentCodes(storage);
  if (codes === null) return;
  write(storage, [code, ...codes.filter((other) => other !== code)].slice(0, MOST).join(' '));
}

/** Switches it off (what was there is gone), or on again. */
export function keepRecent(storage: RecentStorage | null, on: boolean): void {
  write(storage, on ? null : OFF);
}

/** Wipes the list; a choice of the device's owner not to keep one stays. */
export function forgetRecent(storage: RecentStorage | null): void {
  if (recentCodes(storage) !== null) write(storage, null);
}
