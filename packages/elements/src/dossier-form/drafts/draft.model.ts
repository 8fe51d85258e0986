/** What a draft holds (bản nháp). One JSON text, encrypted as a whole; bytes of files lie beside it. */
import type { Answers } from '@motcua/contract/answers';
import type { KeptFile } from '../../internal/papers/paper-files.ts';

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

/** Reads a stored text; null when it is no draft of a format this version knows. */
export function parseDraft(text: string): DraftData | null {
  try {
    const data = JSON.parse(text) as Partial<DraftData> | null;
    const whole = data?.format === 1 && typeof data.id === 'string' && typeof data.secret === 'string' && typeof data.answers === 'object';
    return whole ? (data as DraftData) : null;
  } catch {
    return null;
  }
}

/** Name of the place where the draft of one procedure at one counter lies. Holds nothing personal. */
export function draftKey(gateway: string, unit: string, procedureCode: string): string {
  return [gateway, unit, procedureCode].join('|');
}
