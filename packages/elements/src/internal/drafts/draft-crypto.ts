/**
 * Encryption of drafts: AES-GCM 256. By default the key lives in `sessionStorage` only: it survives a reload and dies with
 * the tab – protection against the next person at a shared computer, not against forensics. «Lưu trên máy này» gives a draft
 * a key of its own that no script can read out (docs/decisions/0010).
 */
import type { Device } from '../device.ts';

/** Ciphertext and its nonce; a nonce is never used twice. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** Seals and opens with one key. `keyId` tells whose drafts are whose; it is no secret. */
export interface DraftCipher {
  readonly keyId: string;
  seal(plain: Uint8Array<ArrayBuffer>): Promise<Sealed>;
  /** Rejects when the bytes were changed or sealed with another key. */
  open(sealed: Sealed): Promise<Uint8Array<ArrayBuffer>>;
}

const SLOT = 'motcua.draft-key';
const NONCE_BYTES = 12;

/** The cipher of a key. */
export function cipherOf(device: Device, keyId: string, key: CryptoKey): DraftCipher {
  return {
    keyId,
    async seal(plain) {
      const iv = device.randomBytes(NONCE_BYTES);
      return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
    },
    async open({ iv, bytes }) {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes));
    },
  };
}

const KEY_TEXT = /^([0-9a-f]{16})\.([0-9a-f]{64})$/;

/** A new key as text, for {@link cipherIn}: its public id, and the key itself. */
export function newKeyText(device: Device): string {
  return `${hexOf(device.randomBytes(8))}.${hexOf(device.randomBytes(32))}`;
}

/** The cipher of a key that is written in a text; null when there is none in it. Rejects where there is no Web Crypto (plain HTTP). */
export async function cipherIn(device: Device, text: string | null): Promise<DraftCipher | null> {
  const [, keyId, hex] = KEY_TEXT.exec(text ?? '') ?? [];
  if (keyId === undefined || hex === undefined) return null;
  return cipherOf(device, keyId, await crypto.subtle.importKey('raw', bytesOf(hex), 'AES-GCM', false, ['encrypt', 'decrypt']));
}

/** The cipher of this tab. Throws when the browser denies storage or has no Web Crypto (plain HTTP). */
export async function openCipher(device: Device, storage: Storage): Promise<DraftCipher> {
  const stored = await cipherIn(device, storage.getItem(SLOT));
  if (stored !== null) return stored;
  const text = newKeyText(device);
  const cipher = await cipherIn(device, text);
  if (cipher === null) throw new Error('no key');
  // Written only when the key is known to work, and read back by the next page of this tab.
  storage.setItem(SLOT, text);
  return cipher;
}

/** Bytes → hex digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}
