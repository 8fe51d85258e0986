/** Codes of dossiers that the reader wanted remembered on this device. Codes only: a key never lies here. */

const KEY = 'motcua.dossiers';
const MOST = 12;

/** Codes, newest first; none where nothing may be kept. */
export function codesHere(): readonly string[] {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string' && /^[\w.-]{8,40}$/.test(one)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers or forgets a code; false when the device keeps nothing. */
export function keepCode(code: string, keep: boolean): boolean {
  const others = codesHere().filter((one) => one !== code);
  try {
    localStorage.setItem(KEY, JSON.stringify((keep ? [code, ...others] : others).slice(0, MOST)));
    return true;
  } catch {
    return false;
  }
}
