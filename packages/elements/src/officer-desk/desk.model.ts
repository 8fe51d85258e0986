/** Pure rules of the desk: views of the work list, which acts are possible, what each asks for, what has to be warned of. */
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { OfficerAct, OfficerDossier, OfficerDossierSummary, WorkListView } from '@motcua/contract/officer';
import { STATUS_TRANSITIONS, type DossierStatus } from '@motcua/contract/status';
import type { SupplementItem } from '@motcua/contract/tracking';
import { allClaims, openClaims } from '@motcua/domain/fees';
import { isUnderWay } from '@motcua/domain/postal';

/** Views in the order of the screen. */
export const VIEWS: readonly WorkListView[] = ['open', 'new', 'due-today', 'late', 'waiting', 'finished', 'by-post'];
/** Names of acts. */
export type ActName = OfficerAct['action'];

const OPEN: readonly DossierStatus[] = ['submitted', 'accepted', 'processing'];
const WAITING: readonly DossierStatus[] = ['supplement-requested', 'payment-requested'];

type Seen = Pick<OfficerDossierSummary, 'status' | 'workingDaysLeft' | 'parcelUnderWay'>;
const isOpen = ({ status }: Seen): boolean => OPEN.includes(status);
const IN_VIEW: Readonly<Record<WorkListView, (one: Seen) => boolean>> = {
  'open': isOpen,
  'new': ({ status }) => status === 'submitted',
  'due-today': (one) => isOpen(one) && one.workingDaysLeft !== null && one.workingDaysLeft >= 0 && one.workingDaysLeft <= 1,
  'late': (one) => isOpen(one) && one.workingDaysLeft !== null && one.workingDaysLeft < 0,
  'waiting': ({ status }) => WAITING.includes(status),
  'finished': ({ status }) => status === 'finished',
  'by-post': ({ parcelUnderWay }) => parcelUnderWay === true,
};

/** Does a dossier belong to a view? Due today means today or the next working day: nothing gets late in silence. */
export const isInView = (view: WorkListView, one: Seen): boolean => IN_VIEW[view](one);

/** What is most urgent comes first; a dossier without a day stands after those that have one, oldest first. */
export function sortByUrgency(list: readonly OfficerDossierSummary[]): OfficerDossierSummary[] {
  const left = (one: OfficerDossierSummary): number => one.workingDaysLeft ?? Number.MAX_SAFE_INTEGER;
  return [...list].sort((a, b) => left(a) - left(b) || (a.submittedAt < b.submittedAt ? -1 : 1));
}

/** Words to find in code, procedure and name: every word must be there, accents or not. */
export function matches(query: string, { dossierCode, applicantName, procedure }: OfficerDossierSummary): boolean {
  const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const text = plain(`${dossierCode} ${applicantName} ${procedure.code} ${procedure.name}`);
  return plain(query).split(/\s+/).every((word) => text.includes(word));
}

const ACTS: readonly ActName[] = ['accept', 'process', 'finish', 'return', 'request-supplement', 'receive-supplement', 'receive-payment', 'order-parcel', 'dispatch', 'decide-exemption', 'report-parcel', 'cancel-parcel', 'hand-over', 'extend', 'request-payment', 'refuse', 'stop', 'note'];
/** Where an act leads; those that are not named stay in their status. */
const LEADS: Partial<Record<ActName, DossierStatus>> = {
  accept: 'accepted', refuse: 'refused', 'request-supplement': 'supplement-requested', process: 'processing', 'request-payment': 'payment-requested',
  stop: 'stopped', finish: 'finished', return: 'returned',
};
const WHILE: Partial<Record<ActName, readonly DossierStatus[]>> = {
  // From `returned` only the post leads back to `finished`.
  finish: ['accepted', 'processing'], 'receive-supplement': ['supplement-requested'], 'receive-payment': ['payment-requested'], dispatch: ['finished'], 'hand-over': ['accepted', 'processing'], extend: ['accepted', 'processing'],
};

/** Ways a parcel can be ordered for: the result when it is wanted by post, the papers while they have not come. */
export function directionsOf({ tracking: { delivery, status } }: OfficerDossier): readonly ('return' | 'submit')[] {
  return [...(delivery?.resultBy === 'post' ? (['return'] as const) : []), ...(delivery?.papersBy === 'post' && status !== 'finished' ? (['submit'] as const) : [])];
}

/** Waybills that may still be taken back. */
export const cancellable = ({ tracking: { parcels } }: OfficerDossier): readonly string[] =>
  parcels.flatMap(({ waybill, events }) => (waybill !== null && events.every(({ status }) => status === 'registered') ? [waybill] : []));

/** Parcels that are neither handed over nor back: the post office may tell something of them. */
export const underWay = ({ tracking: { parcels } }: OfficerDossier): readonly string[] =>
  parcels.flatMap((parcel) => (parcel.waybill !== null && isUnderWay(parcel) ? [parcel.waybill] : []));

/** What the gateway allows but would be about nothing: a parcel that nobody wants, money that nobody owes. */
const USEFUL: Partial<Record<ActName, (dossier: OfficerDossier) => boolean>> = {
  'order-parcel': (dossier) => directionsOf(dossier).length > 0,
  'cancel-parcel': (dossier) => cancellable(dossier).length > 0,
  'decide-exemption': ({ tracking: { fees } }) => allClaims(fees).length > 0,
  'report-parcel': (dossier) => underWay(dossier).length > 0,
  'receive-payment': ({ tracking: { amountDue = 0, status } }) => amountDue > 0 || status === 'payment-requested',
};

/** Acts that make sense now: those the gateway named, or those the table of moves allows. */
export function actsOf(dossier: OfficerDossier): readonly ActName[] {
  const { acts } = dossier;
  if (acts !== undefined) return ACTS.filter((name) => acts.includes(name) && (USEFUL[name]?.(dossier) ?? true));
  const { status } = dossier.tracking;
  return ACTS.filter((name) => {
    const target = LEADS[name];
    if (target !== undefined) return STATUS_TRANSITIONS[status].includes(target) && (WHILE[name]?.includes(status) ?? true);
    return name === 'note' || (WHILE[name]?.includes(status) ?? false);
  });
}

/** The act that usually comes next; it gets the strong button. */
export function nextAct(acts: readonly ActName[], status: DossierStatus): ActName | null {
  const usual: Partial<Record<DossierStatus, ActName>> = { submitted: 'accept', accepted: 'process', processing: 'finish', finished: 'return', 'supplement-requested': 'receive-supplement', 'payment-requested': 'receive-payment' };
  const name = usual[status];
  return name !== undefined && acts.includes(name) ? name : null;
}

/** Guard rails of the law, told before anything is done. */
export type Warning = NonNullable<OfficerDossier['warnings']>[number];

/** What the gateway warned of, or what can be seen without it. */
export function warningsOf({ warnings, tracking }: OfficerDossier): readonly Warning[] {
  if (warnings !== undefined) return warnings;
  const left = tracking.workingDaysLeft;
  const found: Warning[] = [];
  if (tracking.supplement !== null) found.push('supplement-requested-before');
  if (left !== null && left < 0) found.push('overdue');
  else if (left !== null && left <= 1) found.push('due-tomorrow');
  return found;
}

/** Something the officer may ask for again: a paper or a field of the form. */
export interface Askable {
  readonly target: SupplementItem['target'];
  readonly targetId: string;
  readonly label: string;
}

/** Papers first, then the fields of the form that hold an answer or are required. */
export function askables(dossier: OfficerDossier, definition: FormDefinition | null): readonly Askable[] {
  const fields = definition === null ? [] : definition.steps.flatMap((step) => step.fields as readonly Field[]);
  const papers: Askable[] = fields.filter(({ kind }) => kind === 'paper').map(({ id, label }) => ({ target: 'paper', targetId: id, label: label.vi }));
  const others = dossier.tracking.papers.filter(({ paperId }) => !fields.some((field) => field.id === paperId || (field.kind === 'paper' && field.paperId === paperId)));
  const answered = fields.filter(({ id, kind, required }) => !['paper', 'statement', 'consent', 'computed', 'delivery'].includes(kind) && (required === true || dossier.answers[id] !== undefined));
  return [...papers, ...others.map(({ paperId, name }) => ({ target: 'paper' as const, targetId: paperId, label: name })), ...answered.map(({ id, label }) => ({ target: 'field' as const, targetId: id, label: label.vi }))];
}

/** What an act asks for on the screen. */
export interface ActForm {
  readonly reason?: true;
  readonly note?: true;
  readonly items?: true;
  readonly respondBy?: true;
  readonly section?: true;
  readonly person?: true;
  readonly by?: true;
  readonly waybill?: true;
  readonly dueOn?: true;
  readonly tax?: true;
  readonly direction?: true;
  readonly parcel?: true;
  readonly news?: true;
  readonly claim?: true;
  readonly method?: true;
  readonly amount?: true;
}
const FORMS: Partial<Record<ActName, ActForm>> = {
  accept: { note: true }, refuse: { reason: true }, 'request-supplement': { items: true, respondBy: true, note: true }, 'receive-supplement': { note: true },
  process: { section: true, note: true }, 'request-payment': { reason: true, tax: true, amount: true }, 'receive-payment': { method: true, note: true }, stop: { reason: true }, finish: { note: true },
  return: { by: true, note: true }, dispatch: { waybill: true }, 'order-parcel': { direction: true, note: true }, 'cancel-parcel': { parcel: true, note: true }, 'report-parcel': { parcel: true, news: true }, 'decide-exemption': { claim: true, reason: true }, note: { reason: true }, extend: { reason: true, dueOn: true }, 'hand-over': { section: true, person: true, note: true },
};

/** Fields of an act's form. */
export const formOf = (name: ActName): ActForm => FORMS[name] ?? {};

/** What stands in the form, as typed. `items` by target id. */
export interface Typed {
  reason: string;
  note: string;
  respondBy: string;
  section: string;
  person: string;
  by: string;
  waybill: string;
  carrier: string;
  dueOn: string;
  tax: boolean;
  sure: boolean;
  /** Đồng to add to the fees, as typed. */
  amount: string;
  direction: string;
  parcel: string;
  /** What the post office told of the parcel, and where it lies. */
  news: string;
  place: string;
  /** Exemption that is decided on, and how. */
  claim: string;
  granted: 'yes' | 'no';
  /** How the money came; empty: the citizen showed that a tax is paid. */
  method: string;
  other: string;
  items: Readonly<Record<string, { reason: SupplementItem['reason']; note: string }>>;
}

/** An empty form. */
export const NOTHING_TYPED: Typed = { reason: '', note: '', respondBy: '', section: '', person: '', by: 'counter', waybill: '', carrier: '', dueOn: '', tax: false, sure: false, amount: '', direction: 'return', parcel: '', news: 'invited', place: '', claim: '', granted: 'yes', method: '', other: '', items: {} };

const OPENINGS: Partial<Record<ActName, (dossier: OfficerDossier) => Partial<Typed>>> = {
  'receive-payment': ({ tracking }) => ({ method: (tracking.amountDue ?? 0) > 0 ? 'counter' : '' }),
  'order-parcel': (dossier) => ({ direction: directionsOf(dossier)[0] ?? 'return' }),
  'decide-exemption': ({ tracking: { fees } }) => ({ claim: (openClaims(fees)[0] ?? allClaims(fees)[0])?.exemptionId ?? '' }),
  'report-parcel': (dossier) => ({ parcel: underWay(dossier)[0] ?? '' }),
  'cancel-parcel': (dossier) => ({ parcel: cancellable(dossier)[0] ?? '' }),
  'return': ({ tracking }) => ({ by: tracking.delivery?.resultBy ?? 'counter' }),
};

/** The form of an act as it opens: what is usual stands there already. */
export const openingOf = (name: ActName, dossier: OfficerDossier): Typed => ({ ...NOTHING_TYPED, ...OPENINGS[name]?.(dossier) });

/** What is still missing before an act may be sent; empty when it may. */
export type Missing = 'reason' | 'items' | 'waybill' | 'dueOn' | 'receiver' | 'sure';

type Check = (form: ActForm, typed: Typed, name: ActName, warnings: readonly Warning[]) => boolean;
const CHECKS: readonly (readonly [Missing, Check])[] = [
  // Who grants needs no reason; who refuses does.
  ['reason', (form, { reason, granted }) => form.reason === true && reason.trim() === '' && !(form.claim === true && granted === 'yes')],
  ['items', (form, { items, other }) => form.items === true && Object.keys(items).length === 0 && other.trim() === ''],
  ['waybill', (form, { waybill }) => form.waybill === true && waybill.trim().length < 4],
  ['dueOn', (form, { dueOn }) => form.dueOn === true && dueOn === ''],
  ['receiver', (form, { person, section }) => form.person === true && person.trim() === '' && section.trim() === ''],
  ['sure', (_, { sure }, name, warnings) => needsConfirming(name, warnings) && !sure],
];

/** Reasons are mandatory; a second supplement request has to be confirmed. */
export function missingOf(name: ActName, typed: Typed, warnings: readonly Warning[]): readonly Missing[] {
  return CHECKS.filter(([, isMissing]) => isMissing(formOf(name), typed, name, warnings)).map(([missing]) => missing);
}

/** A second request for papers counts as late (QĐ 766, 2.1): it has to be wanted. */
export const needsConfirming = (name: ActName, warnings: readonly Warning[]): boolean => name === 'request-supplement' && warnings.includes('supplement-requested-before');

const clean = (text: string): string => text.normalize('NFC').trim();

const optional = (key: string, text: string): Record<string, string> => (clean(text) === '' ? {} : { [key]: clean(text) });

function itemsOf(typed: Typed, askable: readonly Askable[]): SupplementItem[] {
  const items: SupplementItem[] = askable.filter(({ targetId }) => typed.items[targetId] !== undefined).map(({ target, targetId, label }) => {
    const { reason = 'missing', note = '' } = typed.items[targetId] ?? {};
    return { target, targetId, label, reason, ...optional('note', note) };
  });
  return clean(typed.other) === '' ? items : [...items, { target: 'other', label: clean(typed.other), reason: 'missing' }];
}

/** «1.250.000 đ» → 1250000; what holds no digit is nothing. */
const dongOf = (text: string): number => Math.min(1_000_000_000_000, Number(text.replace(/\D/g, '')));

type Piece = (typed: Typed, name: ActName, askable: readonly Askable[]) => object;
const PIECES: Readonly<Record<keyof ActForm, Piece>> = {
  // A bare note has its words where the other acts have their reason.
  reason: ({ reason }, name) => (name === 'decide-exemption' ? optional('reason', reason) : { [name === 'note' ? 'note' : 'reason']: clean(reason) }),
  note: ({ note }) => optional('note', note),
  items: (typed, _, askable) => ({ items: itemsOf(typed, askable) }),
  respondBy: ({ respondBy }) => optional('respondBy', respondBy),
  section: ({ section }) => optional('section', section),
  person: ({ person }) => optional('person', person),
  by: ({ by }) => ({ by }),
  waybill: ({ waybill, carrier }) => ({ waybill: clean(waybill).toUpperCase().replace(/\s/g, ''), ...optional('carrier', carrier) }),
  dueOn: ({ dueOn }) => ({ dueOn }),
  tax: ({ tax }) => (tax ? { for: 'tax' } : {}),
  direction: ({ direction }) => ({ direction }),
  parcel: ({ parcel }) => ({ waybill: parcel }),
  claim: ({ claim, granted }) => ({ exemptionId: claim, granted: granted === 'yes' }),
  news: ({ news, place }) => ({ status: news, ...optional('place', place) }),
  amount: ({ amount }) => (dongOf(amount) === 0 ? {} : { amount: dongOf(amount) }),
  method: ({ method }) => (method === '' ? {} : { method }),
};

/** The act as it travels, with the version the officer saw. */
export function actOf(name: ActName, typed: Typed, version: number, askable: readonly Askable[]): OfficerAct {
  const pieces = (Object.keys(formOf(name)) as (keyof ActForm)[]).map((key) => PIECES[key](typed, name, askable));
  return Object.assign({ action: name, version }, ...pieces) as OfficerAct;
}
