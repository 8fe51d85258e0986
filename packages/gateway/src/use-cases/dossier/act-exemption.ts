/** An officer decides a claim to pay less: it holds, or it does not and the reason is told. */
import { allClaims, decideClaim, openClaims } from '@motcua/domain/fees';
import { invalid, ProblemError } from '../../problem-error.ts';
import { feesOf, paidOf, paymentsOf } from '../payment/fees.ts';
import { dong } from '../payment/payments.ts';
import { joined, type ActOf, type Effect, type Scene } from './effect.ts';
import { feesNow, receiptOf, snapshotOf } from './stored.ts';

/** May be decided anew while the dossier is open: a paper may come later, an officer may err. Money that is then too much is named, never lost. */
export async function decideExemption({ deps, row }: Scene, { exemptionId, granted, reason }: ActOf<'decide-exemption'>): Promise<Effect> {
  if (!granted && reason === undefined) throw invalid('/reason', 'required');
  const before = await feesNow(deps, row, await receiptOf(deps, row));
  const quote = decideClaim(before, exemptionId, granted ? { granted } : { granted, reason: reason ?? '' });
  const claim = allClaims(before).find((one) => one.exemptionId === exemptionId);
  if (quote === null || claim === undefined) throw new ProblemError('dossier-transition-not-allowed');
  const over = paidOf(await paymentsOf(deps.database.db, row.id)) - feesOf(row, quote).total;
  const said = granted ? `Được miễn, giảm: ${claim.label.vi}` : `Không được miễn, giảm: ${claim.label.vi}`;
  return {
    status: null, as: 'note', text: joined(said, reason, over > 0 ? `đã thu thừa ${dong(over)}, xã hoàn lại` : undefined),
    set: { sealed_fees: await deps.keys.seal(JSON.stringify(quote)), snapshot: JSON.stringify({ ...snapshotOf(row), openClaims: openClaims(quote).length }) },
  };
}
