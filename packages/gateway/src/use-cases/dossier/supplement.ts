/** Requests for more papers (yêu cầu bổ sung): they stop the clock, their answer starts it again. */
import type { DossierStatus } from '@motcua/contract/status';
import type { Site } from '@motcua/contract/site';
import type { SupplementRequest } from '@motcua/contract/tracking';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import type { Change } from './events.ts';
import { dueOf } from './snapshot.ts';
import { snapshotOf, supplementsOf } from './stored.ts';
import { storedExtension, waitsOf } from './waits.ts';

type Columns = NonNullable<Change['set']>;

/** The site whose calendar counts. Read it before a transaction begins; throws `unavailable` when it is gone. */
export async function requireSite(deps: Deps, row: DossiersTable): Promise<Site> {
  const site = await deps.reference.site(row.site);
  if (site === null) throw new ProblemError('unavailable');
  return site;
}

/** Columns of a due date counted anew from `receivedAt`, with the waits and the extension that stand in the row. */
export function dueColumns(row: DossiersTable, site: Site, receivedAt: string, supplements: readonly SupplementRequest[]): Columns {
  const due = dueOf(snapshotOf(row), site.calendar, receivedAt, { supplements, waits: waitsOf(row), extendedTo: storedExtension(row)?.to });
  return { due: JSON.stringify(due), due_on: due.dueOn };
}

/** A new request: the status to come back to is kept, the clock stands. */
export async function requested(deps: Deps, row: DossiersTable, site: Site, request: SupplementRequest): Promise<Columns> {
  const supplements = [...(await supplementsOf(deps, row)), request];
  return {
    sealed_supplements: await deps.keys.seal(JSON.stringify(supplements)),
    resume_status: row.status,
    ...dueColumns(row, site, row.accepted_at ?? row.submitted_at, supplements),
  };
}

/** The request is answered: back to where the dossier stood, with a new due date. */
export async function resumed(deps: Deps, row: DossiersTable, site: Site): Promise<{ status: DossierStatus; set: Columns }> {
  const answeredAt = deps.clock.now().toISOString();
  const supplements = (await supplementsOf(deps, row)).map((one) => ({ ...one, answeredAt: one.answeredAt ?? answeredAt }));
  return {
    status: (row.resume_status ?? 'submitted') as DossierStatus,
    set: {
      sealed_supplements: await deps.keys.seal(JSON.stringify(supplements)),
      resume_status: null,
      ...dueColumns(row, site, row.accepted_at ?? row.submitted_at, supplements),
    },
  };
}
