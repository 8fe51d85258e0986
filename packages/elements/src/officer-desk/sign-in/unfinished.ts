/**
 * What was typed when a session ended, and by whom: it goes on when the same person is back. In the memory of the page while that lasts;
 * in the session storage of the tab only while the tab is away at the identity provider, and out of it on the way back, whoever comes back.
 */
import type { UnfinishedAct } from '../dossier-room.ts';
import type { UnfinishedEntry } from '../paper-entry/paper-entry-element.ts';

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

/** Before the tab leaves. A storage that is full or forbidden – asking for it may throw already – loses the words and nothing else. */
export function packUnfinished(unfinished: Unfinished | null, storage: () => Storage): void {
  try {
    if (unfinished !== null) storage().setItem(KEY, JSON.stringify(unfinished));
  } catch {
    // Typed again then.
  }
}

/** When the tab is back: once. Storage may hold anything. */
export function unpackUnfinished(storage: () => Storage): Unfinished | null {
  try {
    const kept = storage();
    const text = kept.getItem(KEY);
    kept.removeItem(KEY);
    const value: unknown = JSON.parse(text ?? 'null');
    return isUnfinished(value) ? value : null;
  } catch {
    return null;
  }
}
