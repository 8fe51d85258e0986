/** Another way to get the result, as long as it is not on its way: the due day moves with the post. */
import type { DeliveryChoice } from '@motcua/contract/postal';
import { offersMode, partyOn } from '@motcua/domain/postal';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { invalid, ProblemError } from '../../problem-error.ts';
import { appendNewest } from './append.ts';
import { postalDaysOf } from './snapshot.ts';
import { deliveryNow, receiptOf, snapshotOf, statusOf, supplementsOf } from './stored.ts';
import { dueColumns, requireSite } from './supplement.ts';
import { mayChangeDelivery } from './view.ts';

const WORDS: Readonly<Record<DeliveryChoice['resultBy'], string>> = {
  counter: 'Nhận kết quả tại quầy', electronic: 'Nhận kết quả điện tử', post: 'Nhận kết quả qua bưu điện',
};

async function check(deps: Deps, row: DossiersTable, choice: DeliveryChoice): Promise<void> {
  const { resultBy, receiver } = choice;
  if (choice.papersBy === 'post' && partyOn(choice, 'submit') === undefined) throw invalid('/party', 'delivery-incomplete');
  if (resultBy !== 'post') return;
  const procedure = await deps.reference.procedure(row.site, row.procedure_code);
  if (procedure !== null && !offersMode(procedure.postal, 'return')) throw invalid('/resultBy', 'not-an-option');
  const { provinceCode, communeCode } = partyOn(choice, 'return')?.address ?? {};
  if (provinceCode === undefined || communeCode === undefined) throw invalid(receiver === undefined ? '/party' : '/receiver', 'delivery-incomplete');
}

/** Changes the delivery. The same choice again changes nothing. Problems: `dossier-transition-not-allowed`, `validation-failed`. */
export async function changeDelivery(deps: Deps, row: DossiersTable, choice: DeliveryChoice): Promise<DossiersTable> {
  await check(deps, row, choice);
  const site = await requireSite(deps, row);
  const receipt = await receiptOf(deps, row);
  return appendNewest(deps, row.id, async (current) => {
    if (JSON.stringify(await deliveryNow(deps, current, receipt)) === JSON.stringify(choice)) return null;
    if (!mayChangeDelivery(current)) throw new ProblemError('dossier-transition-not-allowed');
    const snapshot = JSON.stringify({ ...snapshotOf(current), resultBy: choice.resultBy, postalDays: postalDaysOf(choice, site.unit.provinceCode) });
    // What is finished keeps the day it was measured by.
    const due = current.finished_at === null ? dueColumns({ ...current, snapshot }, site, current.accepted_at ?? current.submitted_at, await supplementsOf(deps, current)) : {};
    const set = { snapshot, sealed_delivery: await deps.keys.seal(JSON.stringify(choice)), ...due };
    return { action: 'change-delivery', status: statusOf(current), agency: receipt.unit.name, text: WORDS[choice.resultBy], set };
  });
}
