/** Which sentence an upload error deserves. */
import type { PaperTrouble } from './paper-files.ts';

const BY_CODE: Readonly<Record<string, PaperTrouble>> = {
  'file-type-not-allowed': 'wrong-type',
  'unsupported-media-type': 'wrong-type',
  'payload-too-large': 'too-big',
  'storage-full': 'storage-full',
  'file-unreadable': 'unreadable',
  'file-empty': 'empty',
  'pass-not-found': 'pass-over',
  network: 'network',
  timeout: 'network',
};

/** By the error's code, across realms; whatever is unknown counts as refused by the office system. */
export function troubleOf(error: unknown): PaperTrouble {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return (typeof code === 'string' ? BY_CODE[code] : undefined) ?? 'refused';
}
