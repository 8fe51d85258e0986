/** Keys drawn from the one secret of a gateway. Losing the secret loses the sealed answers: back it up with the database. */
import { createPreparedCode, createTrackingKey } from '@motcua/domain/codes';
import type { RandomBytes } from '../ports/world.ts';
import { base64url, fromBase64, hex, utf8 } from './bytes.ts';

/** What the secret is good for. */
export interface Keys {
  /** Text → `v1.<nonce and AES-GCM text>`; another result each time. */
  seal(text: string): Promise<string>;
  /** The inverse; throws when the text was changed or sealed with another secret. */
  unseal(sealed: string): Promise<string>;
  /** The tracking key of a dossier, always the same: it need not be stored (80 bits, base 32). */
  trackingKey(dossierId: string): Promise<string>;
  /** The code of a prepared dossier, always the same for its id. */
  preparedCode(id: string): Promise<string>;
  /** Keyed hash of something short that must not be guessable from the database (tracking keys, network addresses). */
  hash(purpose: string, text: string): Promise<string>;
}

type Key = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>;

async function derive(secret: string): Promise<{ sealing: Key; naming: Key }> {
  const { subtle } = globalThis.crypto;
  const material = await subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: utf8('motcua-gateway'), info: utf8(info) });
  const [sealing, naming] = await Promise.all([
    subtle.deriveKey(hkdf('seal-v1'), material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(hkdf('name-v1'), material, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { sealing, naming };
}

/** Keys of `secret` (at least 32 characters, else `RangeError`). Derived once, when first needed. */
export function createKeys(secret: string, random: RandomBytes): Keys {
  if (secret.length < 32) throw new RangeError('the secret needs at least 32 characters');
  let derived: ReturnType<typeof derive> | undefined;
  const keys = () => (derived ??= derive(secret));
  const hmac = async (text: string): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign('HMAC', (await keys()).naming, utf8(text)));
  return {
    async seal(text) {
      const iv = new Uint8Array(random(12));
      const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, (await keys()).sealing, utf8(text)));
      const whole = new Uint8Array(iv.length + cipher.length);
      whole.set(iv);
      whole.set(cipher, iv.length);
      return `v1.${base64url(whole)}`;
    },
    async unseal(sealed) {
      const whole = sealed.startsWith('v1.') ? fromBase64(sealed.slice(3)) : null;
      if (whole === null) throw new Error('sealed text of an unknown version');
      const open = { name: 'AES-GCM', iv: whole.slice(0, 12) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(open, (await keys()).sealing, whole.slice(12)));
    },
    trackingKey: async (dossierId) => createTrackingKey((await hmac(`tracking:${dossierId}`)).slice(0, 10)),
    preparedCode: async (id) => createPreparedCode((await hmac(`prepared:${id}`)).slice(0, 10)),
    hash: async (purpose, text) => hex(await hmac(`${purpose}:${text}`)),
  };
}
