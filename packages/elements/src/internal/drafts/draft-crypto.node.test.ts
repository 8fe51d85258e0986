import { expect, test } from 'vitest';
import type { Device } from '../device.ts';
import { openCipher } from './draft-crypto.ts';

const device: Device = { now: () => 0, randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) } as unknown as Storage;
}
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('the next page of the same tab opens what this one sealed', async () => {
  const storage = memoryStorage();
  const first = await openCipher(device, storage);
  const sealed = await first.seal(new TextEncoder().encode('Nguyễn Văn An'));
  const second = await openCipher(device, storage);
  expect(second.keyId).toBe(first.keyId);
  expect(text(await second.open(sealed))).toBe('Nguyễn Văn An');
});

test('another tab cannot open it, and a changed byte is noticed', async () => {
  const cipher = await openCipher(device, memoryStorage());
  const sealed = await cipher.seal(new TextEncoder().encode('096090001234'));
  expect(text(new Uint8Array(sealed.bytes))).not.toContain('096090001234');
  await expect((await openCipher(device, memoryStorage())).open(sealed)).rejects.toThrow();
  new Uint8Array(sealed.bytes)[0]! ^= 1;
  await expect(cipher.open(sealed)).rejects.toThrow();
});

test('a nonce is never used twice', async () => {
  const cipher = await openCipher(device, memoryStorage());
  const nonces = await Promise.all(Array.from({ length: 200 }, () => cipher.seal(new Uint8Array(1))));
  expect(new Set(nonces.map(({ iv }) => iv.join())).size).toBe(200);
});
