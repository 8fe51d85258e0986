/** Another way to get the result, as long as it is not on its way: the due day moves with the post. */
import type { DeliveryChoice, Parcel } from '@motcua/contract/postal';
import { offersMode, partyOn, placeOf, resultParcel } from '@motcua/domain/postal';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { invalid, ProblemError } from '../../problem-error.ts';
import { appendNewest } from './append.ts';
import { postalDaysOf } from './snapshot.ts';
import { deliveryNow, parcelsOf, receiptOf, snapshotOf, statusOf, supplementsOf } from './stored.ts';
import { dueColumns, requireSite } from './supplement.ts';
import { mayChangeDelivery } from './view.ts';

const WORDS: Readonly<Record<DeliveryChoice['resultBy'], string>> = {
  counter: 'Nhận kết quả tại quầy', electronic: 'Nhận kết quả điện tử', post: 'Nhận kết quả qua bưu điện',
};

const AGAIN = 'Xin bưu điện giao lại kết quả';

/** The parcels with the answer to what came back; null when nothing came back that waits for one. */
function answered(row: DossiersTable, now: string): Parcel[] | null {
  const parcels = parcelsOf(row);
  const open = resultParcel(parcels);
  if (open === undefined || open.answeredAt !== undefined || placeOf(open).step !== 'returned') return null;
  return parcels.map((parcel) => (parcel === open ? { ...parcel, answeredAt: now } : parcel));
}

async function check(deps: Deps, row: DossiersTable, choice: DeliveryChoice): Promise<void> {
  const { resultBy, receiver } = choice;
  if (choice.papersBy === 'post' && partyOn(choice, 'submit') === undefined) throw invalid('/party', 'delivery-incomplete');
  if (resultBy !== 'post') return;
  const procedure = await deps.reference.procedure(row.site, row.procedure_code);
  if (procedure !== null && !offersMode(procedure.postal, 'return')) throw invalid('/resultBy', 'not-an-option');
  const { provinceCode, communeCode } = partyOn(choice, 'return')?.address ?? {};
  if (provinceCode === undefined || communeCode === undefined) throw invalid(receiver === undefined ? '/party' : '/receiver', 'delivery-incomplete');
}

/** Changes the delivery. The same choice again changes nothing, unless the post brought the result back: then it is asked to come again. Problems: `dossier-transition-not-allowed`, `validation-failed`. */
export async function changeDelivery(deps: Deps, row: DossiersTable, choice: DeliveryChoice): Promise<DossiersTable> {
  await check(deps, row, choice);
  const site = await requireSite(deps, row);
  const receipt = await receiptOf(deps, row);
  return appendNewest(deps, row.id, async (current) => {
    const parcels = answered(current, deps.clock.now().toISOString());
    if (parcels === null && JSON.stringify(await deliveryNow(deps, current, receipt)) === JSON.stringify(choice)) return null;
    if (!mayChangeDelivery(current)) throw new ProblemError('dossier-transition-not-allowed');
    const snapshot = JSON.stringify({ ...snapshotOf(current), resultBy: choice.resultBy, postalDays: postalDaysOf(choice, site.unit.provinceCode) });
    // What is finished keeps the day it was measured by.
    const due = current.finished_at === null ? dueColumns({ ...current, snapshot }, site, current.accepted_at ?? current.submitted_at, await supplementsOf(deps, current)) : {};
    const set = { snapshot, ...(parcels !== null && { parcels: JSON.stringify(parcels) }), sealed_delivery: await deps.keys.seal(JSON.stringify(choice)), ...due };
    return { action: 'change-delivery', status: statusOf(current), agency: receipt.unit.name, text: parcels !== null && choice.resultBy === 'post' ? AGAIN : WORDS[choice.resultBy], set };
  });
}
