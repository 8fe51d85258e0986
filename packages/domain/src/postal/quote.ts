/** An estimate for one postal choice: working days, earliest day, and a charge only where a tariff was supplied. */
import type { WorkingCalendar } from '@motcua/contract/calendar';
import type { PostalMode, PostalQuote } from '@motcua/contract/postal';
import type { Source } from '@motcua/contract/text';
import { workingDayAfter } from '../calendar/working-days.ts';
import { transitDays, transitScope, type PostalScope } from './transit.ts';

/** One price of the carrier: up to `uptoGram` within a scope, in đồng, for one way. */
export interface PostalTariffRow {
  readonly scope: PostalScope;
  readonly uptoGram: number;
  readonly amount: number;
}

/** A tariff with its source; never made up, only handed in by the operator. */
export interface PostalTariff {
  readonly rows: readonly PostalTariffRow[];
  readonly source: Source;
}

/**
 * `readyOn`: the day the parcel can be handed over (the due day of the result, or today for papers), null when unknown.
 * `weight` in grams, 100 by default (a few sheets in an envelope).
 */
export interface PostalQuoteInput {
  readonly fromProvince: string;
  readonly toProvince: string;
  readonly mode: Exclude<PostalMode, 'none'>;
  readonly readyOn: string | null;
  readonly calendar: WorkingCalendar;
  readonly tariff?: PostalTariff;
  readonly weight?: number;
}

function charge({ tariff, mode, weight = 100 }: PostalQuoteInput, scope: PostalScope): number | null {
  const row = (tariff?.rows ?? [])
    .filter((entry) => entry.scope === scope && entry.uptoGram >= weight)
    .sort((a, b) => a.uptoGram - b.uptoGram)[0];
  if (!row) return null;
  return mode === 'both' ? row.amount * 2 : row.amount;
}

/** The estimate. `transitDays` is one way: what has to be added to the due day for a result by post. */
export function postalQuote(input: PostalQuoteInput): PostalQuote {
  const scope = transitScope(input.fromProvince, input.toProvince);
  const days = transitDays(scope);
  const amount = charge(input, scope);
  return {
    transitDays: days,
    scope,
    earliestOn: input.readyOn && workingDayAfter(input.readyOn, days, input.calendar),
    charge: amount,
    chargeReason: amount === null ? 'carrier-will-say' : 'tariff',
    ...(amount !== null && input.tariff && { tariffSource: input.tariff.source }),
    legalBasis: 'TT 17/2017/TT-BTTTT Đ.7',
  };
}
