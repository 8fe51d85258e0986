/** Who acts now and what may come next, from the tables of `@motcua/contract/status`. */
import {
  STATUS_NAMES,
  STATUS_TRANSITIONS,
  STATUSES,
  type Actor,
  type DossierStatus,
} from '@motcua/contract/status';
import type { PostalNews } from '@motcua/contract/postal';

/** How the result comes back, whether the carrier has it already, and what became of it there. */
export interface ActorContext {
  readonly resultBy?: 'counter' | 'electronic' | 'post';
  readonly parcelOnItsWay?: boolean;
  readonly postal?: PostalNews['state'] | null;
}

const ACTOR: Readonly<Record<DossierStatus, Actor>> = {
  submitted: 'office',
  accepted: 'office',
  refused: 'nobody',
  processing: 'office',
  'supplement-requested': 'citizen',
  'payment-requested': 'citizen',
  withdrawn: 'nobody',
  stopped: 'nobody',
  finished: 'citizen',
  returned: 'nobody',
};

/**
 * Who has to do something now. A finished result waits for the citizen at the counter; with post or electronic
 * return it is the office (or, once collected, the carrier) that still has to move.
 */
export function whoActsNow(status: DossierStatus, context: ActorContext = {}): Actor {
  const { postal } = context;
  const isDone = status === 'finished' || status === 'returned';
  // Invited, or back at the office: the citizen fetches it, or says what shall become of it.
  if (isDone && postal != null && postal !== 'asked-again') return 'citizen';
  if (context.parcelOnItsWay && isDone) return 'post';
  if (status === 'finished' && context.resultBy && context.resultBy !== 'counter') return 'office';
  return ACTOR[status];
}

/** Statuses a dossier may move to. */
export function allowedNextStatuses(status: DossierStatus): readonly DossierStatus[] {
  return STATUS_TRANSITIONS[status];
}

/** Is this the end of the road: no move is allowed any more? */
export function isFinal(status: DossierStatus): boolean {
  return STATUS_TRANSITIONS[status].length === 0;
}

/** Status of a national code 1–10 (`TrangThaiHoSo`), number or text; `null` for anything else. */
export function statusFromNationalCode(code: number | string): DossierStatus | null {
  return STATUS_NAMES.find((name) => STATUSES[name] === Number(code)) ?? null;
}
