/** Waiting for money, and the one new day of an apology: both move the due day, both are kept with the dossier. */
import type { Extension } from '@motcua/contract/tracking';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';

/** A time in which the office waited for a fee or a tax; `answeredAt` null while it does. */
export interface Wait {
  readonly for: 'fee' | 'tax';
  readonly requestedAt: string;
  readonly answeredAt: string | null;
}

/** {@link Extension} as it is stored: the reason may name people. */
export type StoredExtension = Omit<Extension, 'reason'> & { readonly sealedReason: string };

export const waitsOf = (row: Pick<DossiersTable, 'waits'>): Wait[] => JSON.parse(row.waits ?? '[]') as Wait[];
export const storedExtension = (row: Pick<DossiersTable, 'extension'>): StoredExtension | null => JSON.parse(row.extension ?? 'null') as StoredExtension | null;

/** The extension with its reason in the open. */
export async function extensionOf(deps: Deps, row: Pick<DossiersTable, 'extension'>): Promise<Extension | null> {
  const stored = storedExtension(row);
  return stored === null ? null : { at: stored.at, from: stored.from, to: stored.to, reason: await deps.keys.unseal(stored.sealedReason) };
}

/** The waits with one more that is open. */
export const opened = (row: DossiersTable, why: Wait['for'], at: string): string => JSON.stringify([...waitsOf(row), { for: why, requestedAt: at, answeredAt: null }]);

/** The waits, all closed. */
export const closed = (row: DossiersTable, at: string): string => JSON.stringify(waitsOf(row).map((wait) => ({ ...wait, answeredAt: wait.answeredAt ?? at })));
