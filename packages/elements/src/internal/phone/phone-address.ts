/**
 * The address in the QR code that leads from a computer to a phone: the page itself with `#motcua-phone=<pass>.<secret>`.
 * A fragment is never sent to a server; it is taken out of the address bar as soon as it was read.
 */

/** What stood in the code. */
export interface PhoneCode {
  readonly pass: string;
  readonly secret: string;
}

const KEY = 'motcua-phone';
const CODE = /^#motcua-phone=([a-z0-9]{20,40})\.([A-Za-z0-9_-]{22,128})$/;

/** The address of this page with a pass in its fragment. Whatever the fragment was before is left out. */
export function phoneAddress(page: string, { pass, secret }: PhoneCode): string {
  return `${page.split('#')[0] ?? ''}#${KEY}=${pass}.${secret}`;
}

/** The pass of an address; null when it has none. */
export function phoneCodeOf(address: string): PhoneCode | null {
  const at = address.indexOf('#');
  const [, pass, secret] = CODE.exec(at < 0 ? '' : address.slice(at)) ?? [];
  return pass === undefined || secret === undefined ? null : { pass, secret };
}

/** What this phone remembers while its tab lives: a session token, gone with the tab. Null where storage is denied or empty. */
export function rememberedPhone(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Null forgets. */
export function rememberPhone(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // Without storage a reload needs a new code.
  }
}

/** Is this page open to take photographs for another device? */
export const isPhonePage = (): boolean => phoneCodeOf(location.href) !== null || rememberedPhone() !== null;
