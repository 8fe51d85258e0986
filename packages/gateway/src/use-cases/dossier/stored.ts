/** Reads what stands in the row of a dossier. */
import type { Receipt } from '@motcua/contract/dossier';
import type { FeeQuote } from '@motcua/contract/payment';
import type { DeliveryChoice, Parcel } from '@motcua/contract/postal';
import type { DossierStatus } from '@motcua/contract/status';
import type { SupplementRequest } from '@motcua/contract/tracking';
import { isUnderWay } from '@motcua/domain/postal';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { DossierSnapshot } from './snapshot.ts';

export const statusOf = (row: DossiersTable): DossierStatus => row.status as DossierStatus;
export const snapshotOf = (row: DossiersTable): DossierSnapshot => JSON.parse(row.snapshot) as DossierSnapshot;
export const parcelsOf = (row: DossiersTable): Parcel[] => JSON.parse(row.parcels) as Parcel[];

/** All supplement requests so far, oldest first. */
export async function supplementsOf(deps: Deps, row: DossiersTable): Promise<SupplementRequest[]> {
  return JSON.parse(await deps.keys.unseal(row.sealed_supplements)) as SupplementRequest[];
}

/** The receipt as it was given. */
export async function receiptOf(deps: Deps, row: DossiersTable): Promise<Receipt> {
  return JSON.parse(await deps.keys.unseal(row.sealed_receipt)) as Receipt;
}

/** What it costs by now: the quote of the receipt, or the one with decided claims. */
export async function feesNow(deps: Deps, row: DossiersTable, receipt: Receipt): Promise<FeeQuote> {
  return row.sealed_fees === null ? receipt.fees : (JSON.parse(await deps.keys.unseal(row.sealed_fees)) as FeeQuote);
}

/** How the citizen wants the result now: the newest choice. */
export async function deliveryNow(deps: Deps, row: DossiersTable, receipt: Receipt): Promise<DeliveryChoice | null> {
  return row.sealed_delivery === null ? receipt.delivery : (JSON.parse(await deps.keys.unseal(row.sealed_delivery)) as DeliveryChoice);
}

/** Is a parcel with the result under way? */
export const onItsWay = (row: DossiersTable): boolean => parcelsOf(row).some((parcel) => parcel.direction === 'return' && isUnderWay(parcel));
