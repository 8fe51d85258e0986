/** What is frozen with a dossier when it is submitted, and the due date computed from it. */
import type { DueDate, TimeLimit, WorkingCalendar } from '@motcua/contract/calendar';
import type { FormDefinition } from '@motcua/contract/form';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { SupplementRequest } from '@motcua/contract/tracking';
import type { Answers } from '@motcua/contract/answers';
import { dueDate } from '@motcua/domain/calendar';
import { partyOn, transitDays, transitScope } from '@motcua/domain/postal';
import type { PaperLine } from './papers.ts';
import type { Wait } from './waits.ts';

/** JSON in `dossiers.snapshot`; nothing personal. */
export interface DossierSnapshot {
  readonly formVersion: string;
  readonly caseId?: string;
  readonly language?: string;
  readonly limit: TimeLimit;
  /** Working days the post needs for the result; 0 without post. */
  readonly postalDays: number;
  readonly resultBy?: DeliveryChoice['resultBy'];
  readonly papers: readonly PaperLine[];
  /** Claims to pay less that nobody has decided yet; absent: there never was one. */
  readonly openClaims?: number;
}

/** The answer of the delivery field; null when the form has none or it is not answered. */
export function deliveryOf(definition: FormDefinition, answers: Answers): DeliveryChoice | null {
  const field = definition.steps.flatMap((step) => step.fields).find((one) => one.kind === 'delivery');
  const value = field === undefined ? undefined : answers[field.id];
  return typeof value === 'object' && value !== null && 'resultBy' in value ? value : null;
}

/** J+n of the post for the result; 0 when it is fetched or electronic. An unknown province counts as far away. */
export function postalDaysOf(delivery: DeliveryChoice | null, unitProvince: string): number {
  if (delivery?.resultBy !== 'post') return 0;
  return transitDays(transitScope(unitProvince, partyOn(delivery, 'return')?.address.provinceCode ?? ''));
}

/** What happened to the clock: requests for papers, waits for money, the one new day. */
export interface ClockFacts {
  readonly supplements?: readonly SupplementRequest[];
  readonly waits?: readonly Wait[];
  readonly extendedTo?: string | undefined;
}

/** Due date counted from `receivedAt`; supplements before that day no longer matter. */
export function dueOf(
  { limit, postalDays }: Pick<DossierSnapshot, 'limit' | 'postalDays'>,
  calendar: WorkingCalendar,
  receivedAt: string,
  { supplements = [], waits = [], extendedTo }: ClockFacts = {},
): DueDate {
  return dueDate({
    receivedAt, limit, calendar,
    ...(postalDays > 0 && { postalDays }),
    ...(extendedTo !== undefined && { extendedTo }),
    waits: waits.map(({ requestedAt, answeredAt }) => ({ requestedAt, completedAt: answeredAt })),
    supplements: supplements
      .filter(({ requestedAt }) => requestedAt >= receivedAt)
      .map(({ requestedAt, answeredAt }) => ({ requestedAt, completedAt: answeredAt })),
  });
}
