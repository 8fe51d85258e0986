/** What an act of an officer changes. */
import type { OfficerAct } from '@motcua/contract/officer';
import type { DossierStatus } from '@motcua/contract/status';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import type { Change } from './events.ts';

/** `status` null keeps the status (a note, a parcel). `also` runs in the same transaction, after the event. */
export interface Effect {
  readonly status: DossierStatus | null;
  readonly text?: string | undefined;
  readonly section?: string | undefined;
  readonly set?: Change['set'];
  /** Name under which it stands in the timeline, when it is not that of the act. */
  readonly as?: string;
  readonly also?: (tx: Tx) => Promise<void>;
}
export type Name = OfficerAct['action'];
export type ActOf<A extends Name> = Extract<OfficerAct, { action: A }>;

/** The dossier before the act. */
export interface Scene {
  readonly deps: Deps;
  readonly row: DossiersTable;
  readonly now: string;
}

/** `Tư pháp – Hộ tịch – đã đủ giấy tờ`: the parts that are there; undefined when there are none. */
export const joined = (...parts: (string | undefined)[]): string | undefined => parts.filter(Boolean).join(' – ') || undefined;
