/** What a draft holds (bản nháp). One JSON text, encrypted as a whole; bytes of files lie beside it. */
import type { Answers } from '@motcua/contract/answers';
import type { KeptFile } from '../papers/paper-files.ts';

export type { KeptFile };

/** `prepared`: waits for the counter under this code · `portalCode`: what the national portal gave. */
export interface HandedOver {
  readonly prepared?: { readonly code: string; readonly expiresAt: string };
  readonly portalCode?: string;
}

/** A draft. `id` is also the idempotency key of the dossier, `secret` proves who opened it. */
export interface DraftData {
  readonly format: 1;
  readonly id: string;
  readonly secret: string;
  readonly procedureCode: string;
  readonly formVersion: string;
  readonly answers: Answers;
  /** Id of the step in work, or `summary`. */
  readonly stepId: string;
  readonly files: readonly KeptFile[];
  /** The dossier was sent and its answer has not come: ask for the receipt first. */
  readonly sending?: boolean;
  /** A phone was asked to add photographs: what it sent is to be fetched. */
  readonly lent?: boolean;
  /** Where the dossier was handed over to. */
  readonly handedOver?: HandedOver;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** A draft as it lies on the device. `mark` names its last write; `kept`: «Lưu trên máy này», it outlives the tab. */
export interface FoundDraft extends DraftData {
  readonly slot: string;
  readonly mark: string;
  readonly kept: boolean;
}

/** Drafts of one procedure at one counter, newest first. `newer`: how many a newer version of this page has written. */
export interface DraftListing {
  readonly found: readonly FoundDraft[];
  readonly newer: number;
}

/** Days after the last write when a draft is forgotten, kept on the device or not. */
export const KEPT_DAYS = 7;
export const DAY_MS = 86_400_000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a stored text: a draft, `newer` when a later version wrote it, null when it is no draft at all. */
export function parseDraft(text: string): DraftData | 'newer' | null {
  try {
    // A name that means something to the language is no answer of any form.
    const data: unknown = JSON.parse(text, (name, value: unknown) => (name === '__proto__' ? undefined : value));
    if (!isObject(data)) return null;
    if (typeof data['format'] === 'number' && data['format'] > 1) return 'newer';
    return data['format'] === 1 ? wholeDraft(data) : null;
  } catch {
    return null;
  }
}

/** What every draft must have; what a hurried earlier version left out is put in. */
function wholeDraft(data: Record<string, unknown>): DraftData | null {
  const { id, secret, answers, files = [], stepId = '', savedAt = 0, procedureCode = '', formVersion = '' } = data;
  if (typeof id !== 'string' || typeof secret !== 'string' || !isObject(answers) || !Array.isArray(files)) return null;
  if (![stepId, procedureCode, formVersion].every((text) => typeof text === 'string') || typeof savedAt !== 'number') return null;
  const known = files.filter((file) => isObject(file) && ['id', 'path', 'name', 'type'].every((name) => typeof file[name] === 'string') && typeof file['size'] === 'number');
  return { ...data, format: 1, files: known, stepId, savedAt, procedureCode, formVersion } as unknown as DraftData;
}
