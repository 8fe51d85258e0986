/**
 * What was typed when a session ended, and by whom: it goes on when the same person is back. In the memory of the page while that lasts;
 * sealed only while the tab is away at the identity provider, and gone on the way back, whoever comes back.
 */
import { thisDevice, type Device } from '../../internal/device.ts';
import { cipherIn, newKeyText } from '../../internal/drafts/draft-crypto.ts';
import type { UnfinishedAct } from '../dossier-room.ts';
import type { UnfinishedEntry } from '../paper-entry/paper-entry-element.ts';
import { browserShelf, type Shelf } from './shelf.ts';

/** An act in a dossier, or a paper dossier that was being entered. */
export interface Unfinished {
  readonly officerId: string;
  readonly act: UnfinishedAct | null;
  readonly entry: UnfinishedEntry | null;
}

const KEY = 'motcua-desk-unfinished';
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isUnfinished(value: unknown): value is Unfinished {
  if (!isObject(value) || !isText(value['officerId'])) return false;
  const { act, entry } = value;
  const isAct = isObject(act) && isText(act['dossierId']) && isText(act['act']) && isObject(act['typed']);
  const isEntry = isObject(entry) && isText(entry['procedureCode']) && isText(entry['key']) && isObject(entry['entry']);
  return (act === null || isAct) && (entry === null || isEntry);
}

/** What sealing needs of the browser. */
export interface Packing {
  /** Asking for it may throw. */
  readonly storage: () => Storage;
  readonly shelf: Shelf;
  readonly device: Device;
}
/** The browser the desk runs in. */
export const thisBrowser: Packing = { storage: () => sessionStorage, shelf: browserShelf, device: thisDevice };

/**
 * Before the tab leaves: sealed (AES-GCM), the key in the tab, the words elsewhere, as drafts are (docs/decisions/0010). A browser that
 * keeps nothing, or cannot seal, loses the words and nothing else: they never lie about unsealed.
 */
export async function packUnfinished(unfinished: Unfinished | null, { storage, shelf, device }: Packing): Promise<void> {
  if (unfinished === null) return;
  try {
    const kept = storage();
    const text = newKeyText(device);
    const cipher = await cipherIn(device, text);
    if (cipher === null) return;
    await shelf.put(cipher.keyId, await cipher.seal(new TextEncoder().encode(JSON.stringify(unfinished))), device.now());
    kept.setItem(KEY, text);
  } catch {
    // Typed again then.
  }
}

/** When the tab is back: once. Storage may hold anything, and what does not open is nothing. */
export async function unpackUnfinished({ storage, shelf, device }: Packing): Promise<Unfinished | null> {
  try {
    const kept = storage();
    const text = kept.getItem(KEY);
    kept.removeItem(KEY);
    const cipher = await cipherIn(device, text);
    const sealed = cipher === null ? null : await shelf.take(cipher.keyId);
    if (cipher === null || sealed === null) return null;
    const value: unknown = JSON.parse(new TextDecoder().decode(await cipher.open(sealed)));
    return isUnfinished(value) ? value : null;
  } catch {
    return null;
  }
}
