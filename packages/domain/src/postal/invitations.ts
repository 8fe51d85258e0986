/**
 * What the events of a parcel come to. They may arrive late, twice or out of order: they count by their own time, an
 * invitation once, and news of the way never undoes the end (TT 17/2017/TT-BTTTT Đ.5.2h: two invitations, two working days
 * apart, then back to the agency).
 */
import type { WorkingCalendar } from '@motcua/contract/calendar';
import type { Parcel, ParcelEvent, PostalNews } from '@motcua/contract/postal';
import { toLocalTime } from '../calendar/index.ts';
import { workingDayAfter } from '../calendar/working-days.ts';

/** Working days between the two invitations. */
export const INVITATION_DAYS = 2;

/** Where a parcel is; `since` and `place` of the event that says so. */
export interface ParcelPlace {
  readonly step: 'moving' | 'invited' | 'invited-again' | 'delivered' | 'returned';
  readonly event: ParcelEvent | null;
}

type End = ParcelEvent & { readonly status: 'delivered' | 'returned' };
const isEnd = (event: ParcelEvent): event is End => event.status === 'delivered' || event.status === 'returned';
/** Ways to reach the receiver: the postman goes out, or the post asks to come. */
const TRIES: readonly ParcelEvent['status'][] = ['delivering', 'invited', 'invited-again'];

/** The last end by time wins; else the invitation, unless the postman went out with it once more. */
export function placeOf({ events }: Pick<Parcel, 'events'>): ParcelPlace {
  const sorted = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const newest = [...sorted].reverse();
  const end = newest.find(isEnd);
  if (end !== undefined) return { step: end.status, event: end };
  const again = sorted.find(({ status }) => status === 'invited-again');
  const invited = again ?? sorted.find(({ status }) => status === 'invited');
  const out = newest.find(({ status }) => TRIES.includes(status));
  if (invited === undefined || out?.status === 'delivering') return { step: 'moving', event: newest[0] ?? null };
  return { step: again === undefined ? 'invited' : 'invited-again', event: invited };
}

/** Is it neither handed over nor back? */
export const isUnderWay = ({ events }: Pick<Parcel, 'events'>): boolean => !events.some(isEnd);

/** Has the post still something to tell of it? Not once the citizen took at the counter what it carries. */
export const isWithPost = (parcel: Pick<Parcel, 'events' | 'answeredAt'>): boolean => isUnderWay(parcel) && parcel.answeredAt === undefined;

/** The newest parcel with the result; parcels stand in the order in which they were handed over. */
export const resultParcel = (parcels: readonly Parcel[]): Parcel | undefined => [...parcels].reverse().find(({ direction }) => direction === 'return');

/** What the citizen has to know of the result and the post; null while it simply travels, arrived, or is not with the post. */
export function postalNews(parcels: readonly Parcel[], calendar: WorkingCalendar | null): PostalNews | null {
  const parcel = resultParcel(parcels);
  if (parcel === undefined) return null;
  const { step, event } = placeOf(parcel);
  if (event === null || step === 'moving' || step === 'delivered') return null;
  const since = event.at;
  const place = event.place === undefined ? {} : { place: event.place };
  if (step === 'returned') return { state: parcel.answeredAt === undefined ? 'came-back' : 'asked-again', since: parcel.answeredAt ?? since, nextOn: null };
  const nextOn = step === 'invited' && calendar !== null ? workingDayAfter(toLocalTime(since).date, INVITATION_DAYS, calendar) : null;
  return { state: step, since, nextOn, ...place };
}
