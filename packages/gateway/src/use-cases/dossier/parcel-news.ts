/** What news of a parcel does to its dossier; from the carrier or typed by an officer. */
import type { DossierStatus } from '@motcua/contract/status';
import type { Parcel, ParcelEvent } from '@motcua/contract/postal';
import { isUnderWay, placeOf, resultParcel } from '@motcua/domain/postal';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import { parcelsOf, statusOf } from './stored.ts';

const byTime = (a: ParcelEvent, b: ParcelEvent): number => Date.parse(a.at) - Date.parse(b.at);

/** The parcel with one event more. */
export const withEvent = (parcel: Parcel, { at, status, place }: ParcelEvent): Parcel =>
  ({ ...parcel, events: [...parcel.events, { at, status, ...(place !== undefined && { place }) }].sort(byTime) });

/** The parcel is told of the same thing again: by the same moment, or as an end or invitation that is known. */
function isKnown({ events }: Parcel, news: ParcelEvent): boolean {
  return events.some(({ at, status }) => status === news.status && (Date.parse(at) === Date.parse(news.at) || status === 'invited-again'));
}

/**
 * A result that was delivered is a result that was returned; one that came back lies at the office again, unless the citizen
 * has it already. News of papers on their way in, or of an older parcel, moves no dossier.
 */
function statusAfter(row: DossiersTable, before: Parcel, after: Parcel): DossierStatus {
  const now = statusOf(row);
  const newest = resultParcel(parcelsOf(row));
  if (before.direction !== 'return' || newest?.waybill !== before.waybill || before.answeredAt !== undefined) return now;
  const { step } = placeOf(after);
  if (step === 'delivered' && now === 'finished') return 'returned';
  return step === 'returned' && now === 'returned' && isUnderWay(before) ? 'finished' : now;
}

/** Status, columns and words after the news; null when it is known or belongs to no parcel of the dossier. */
export function parcelNews(row: DossiersTable, waybill: string, news: ParcelEvent): { status: DossierStatus; set: { parcels: string; closed_at?: string }; text: string; carrier: string } | null {
  const parcels = parcelsOf(row);
  const parcel = parcels.find((one) => one.waybill === waybill);
  if (parcel === undefined || isKnown(parcel, news)) return null;
  const after = withEvent(parcel, news);
  const status = statusAfter(row, parcel, after);
  const returned = status === 'returned' && row.status !== 'returned';
  return {
    status, carrier: parcel.carrier, text: [news.status, news.place].filter(Boolean).join(' – '),
    set: { parcels: JSON.stringify(parcels.map((one) => (one === parcel ? after : one))), ...(returned && { closed_at: row.closed_at ?? news.at }) },
  };
}
