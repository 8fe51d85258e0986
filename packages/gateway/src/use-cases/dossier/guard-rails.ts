/** What the law wants an officer to mind, and which acts exist now. */
import type { OfficerAct, OfficerDossier } from '@motcua/contract/officer';
import { STATUS_TRANSITIONS, type DossierStatus } from '@motcua/contract/status';
import type { SupplementRequest, Tracking } from '@motcua/contract/tracking';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import { openClaims } from '@motcua/domain/fees';
import { isUnderWay } from '@motcua/domain/postal';
import { onItsWay, parcelsOf, snapshotOf, statusOf } from './stored.ts';

type Name = OfficerAct['action'];

/** The status an act leads to, where it is always the same. */
const LEADS_TO: Partial<Record<Name, DossierStatus>> = {
  'accept': 'accepted', 'refuse': 'refused', 'request-supplement': 'supplement-requested', 'process': 'processing',
  'request-payment': 'payment-requested', 'stop': 'stopped', 'finish': 'finished', 'return': 'returned',
};
const ON_THE_CLOCK: readonly DossierStatus[] = ['submitted', 'accepted', 'processing'];
const WAITS: readonly DossierStatus[] = ['supplement-requested', 'payment-requested'];

const OVER: readonly DossierStatus[] = ['refused', 'withdrawn', 'stopped', 'returned'];
const hasOpenClaim = (row: DossiersTable): boolean => (snapshotOf(row).openClaims ?? 0) > 0;

/** Conditions beyond the contract's table of moves. */
const ALSO: Partial<Record<Name, (row: DossiersTable, hasCarrier: boolean) => boolean>> = {
  'accept': ({ status }) => status === 'submitted',
  // What waits for the citizen goes on by `receive-…`, which starts the clock.
  'process': ({ status }) => !WAITS.includes(status as DossierStatus),
  'receive-supplement': ({ status }) => status === 'supplement-requested',
  // A fee may be taken at any time; a tax only where it was asked for.
  'receive-payment': ({ status }) => !['refused', 'withdrawn', 'stopped'].includes(status),
  // What is to be paid must be known before the result leaves the house.
  'return': (row) => !hasOpenClaim(row),
  'dispatch': (row) => (row.status === 'finished' || row.status === 'returned') && !hasOpenClaim(row),
  'decide-exemption': (row) => snapshotOf(row).openClaims !== undefined && !OVER.includes(statusOf(row)),
  'extend': (row) => ON_THE_CLOCK.includes(statusOf(row)) && row.due_on !== null && row.extension === null,
  'hand-over': ({ status }) => status === 'accepted' || status === 'processing',
  'order-parcel': (row, hasCarrier) => hasCarrier && !['refused', 'withdrawn', 'returned'].includes(row.status) && !onItsWay(row),
  // The post brings results back to where they can be handed out; nobody finishes a dossier twice.
  'finish': ({ status }) => status !== 'returned',
  'report-parcel': (row) => parcelsOf(row).some((parcel) => parcel.waybill !== null && isUnderWay(parcel)),
  'cancel-parcel': (row, hasCarrier) => hasCarrier && parcelsOf(row).some(({ waybill }) => waybill !== null),
};

const NAMES: readonly Name[] = [
  'accept', 'refuse', 'request-supplement', 'receive-supplement', 'process', 'hand-over', 'request-payment', 'receive-payment', 'extend', 'stop',
  'finish', 'return', 'dispatch', 'order-parcel', 'decide-exemption', 'report-parcel', 'cancel-parcel', 'note',
];

/** Is the act possible now, as far as the dossier alone can tell? */
export function mayAct(row: DossiersTable, action: Name, hasCarrier: boolean): boolean {
  const to = LEADS_TO[action];
  return (to === undefined || STATUS_TRANSITIONS[statusOf(row)].includes(to)) && (ALSO[action]?.(row, hasCarrier) ?? true);
}

/** The acts that are possible now. */
export const actsOf = (row: DossiersTable, hasCarrier: boolean): Name[] => NAMES.filter((name) => mayAct(row, name, hasCarrier));

const isSoon = (left: number | null): boolean => left !== null && left >= 0 && left <= 1;

/** Warnings beside the dossier (NĐ 61/2018 Đ.17.2a «đầy đủ một lần», Đ.19.9; QĐ 766 2.1). */
export function warningsOf(tracking: Tracking, supplements: readonly SupplementRequest[], overpaid = 0): NonNullable<OfficerDossier['warnings']> {
  const open = !['done', 'closed'].includes(tracking.family);
  const late = tracking.outcome === 'late';
  const warnings: readonly (readonly [NonNullable<OfficerDossier['warnings']>[number], boolean])[] = [
    ['supplement-requested-before', open && supplements.length > 0],
    ['due-tomorrow', !late && isSoon(tracking.workingDaysLeft)],
    ['overdue', open && late],
    ['extended-before', open && tracking.extension != null],
    ['fee-open', (tracking.amountDue ?? 0) > 0],
    ['exemption-open', tracking.family !== 'closed' && openClaims(tracking.fees).length > 0],
    ['fee-overpaid', overpaid > 0],
    ['result-came-back', tracking.postal?.state === 'came-back'],
    ['asked-again', tracking.postal?.state === 'asked-again'],
    ['paper-missing', open && tracking.papers.some(({ files, handInAtCounter }) => files.length === 0 && handInAtCounter !== true)],
  ];
  return warnings.filter(([, shown]) => shown).map(([name]) => name);
}
