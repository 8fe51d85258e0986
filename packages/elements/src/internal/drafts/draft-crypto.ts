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

/** The cipher of this tab. Throws when the browser denies storage or has no Web Crypto (plain HTTP). */
export async function openCipher(device: Device, storage: Storage): Promise<DraftCipher> {
  const stored = /^([0-9a-f]{16})\.([0-9a-f]{64})$/.exec(storage.getItem(SLOT) ?? '');
  const raw = stored?.[2] === undefined ? device.randomBytes(32) : bytesOf(stored[2]);
  const keyId = stored?.[1] ?? hexOf(device.randomBytes(8));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  // Written only when the key is known to work, and read back by the next page of this tab.
  storage.setItem(SLOT, `${keyId}.${hexOf(raw)}`);
  return cipherOf(device, keyId, key);
}

/** Bytes → hex digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}
