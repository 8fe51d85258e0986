/** Pure decisions of the tracker: reading what was typed, what stands next, when to look again. */
import { parseDossierCode, parseTrackingKey } from '@motcua/domain/codes';
import type { DossierStatus } from '@motcua/contract/status';
import type { ParcelEvent } from '@motcua/contract/postal';
import type { TimelineEntry, Tracking } from '@motcua/contract/tracking';

/** What a person typed: canonical credentials, or which field to mend. */
export type Typed = { code: string; key: string } | { wrong: { code?: 'missing' | 'wrong'; key?: 'wrong' } };

/** Reads code and key as copied from paper, read aloud or pasted together from the QR text (`code key`). */
export function readTyped(code: string, key: string): Typed {
  const [first = '', second] = code.trim().split(/[\s|]+(?=[0-9A-Za-z-]{16,}$)/);
  const parsedCode = parseDossierCode(second === undefined ? code : first);
  const parsedKey = parseTrackingKey(key.trim() === '' && second !== undefined ? second : key);
  if (parsedCode !== null && parsedKey !== null) return { code: parsedCode.code, key: parsedKey };
  return {
    wrong: {
      ...(parsedCode === null ? { code: code.trim() === '' ? ('missing' as const) : ('wrong' as const) } : {}),
      ...(parsedKey === null ? { key: 'wrong' as const } : {}),
    },
  };
}

/** A step of a parcel (bưu phẩm) among those of the office. */
export interface ParcelStep {
  readonly event: ParcelEvent;
  readonly carrier: string;
}

/**
 * Steps of office and post in the order they happened; what has the same time stays in its own order, the office first. What
 * the office wrote down of the post stands once, as the step of the parcel.
 */
export function timelineRows({ timeline, parcels }: Pick<Tracking, 'timeline' | 'parcels'>): (TimelineEntry | ParcelStep)[] {
  const office = timeline.filter(({ action }) => action !== 'parcel').sort((a, b) => a.sequence - b.sequence);
  const post = parcels.flatMap(({ events, carrier }) => events.map((event) => ({ event, carrier })));
  const at = (row: TimelineEntry | ParcelStep): number => Date.parse('event' in row ? row.event.at : row.at);
  return [...office, ...post].sort((a, b) => at(a) - at(b));
}

/** The usual way of a dossier, for the steps that are still to come. */
const USUAL: readonly DossierStatus[] = ['submitted', 'accepted', 'processing', 'finished', 'returned'];

/** Steps after the present one; none for a closed dossier. */
export function upcoming(tracking: Pick<Tracking, 'status' | 'family'>): readonly DossierStatus[] {
  if (tracking.family === 'closed' || tracking.status === 'returned') return [];
  if (tracking.family === 'needs-citizen') return ['processing', 'finished', 'returned'];
  return USUAL.slice(USUAL.indexOf(tracking.status) + 1);
}

/** Is anything still going to change? A closed dossier is not asked for again; one that travels by post is, to the end. */
export function isOver(tracking: Pick<Tracking, 'family' | 'status' | 'actor'>): boolean {
  return tracking.family === 'closed' || (tracking.status === 'returned' && tracking.actor === 'nobody');
}

/** Milliseconds until the next look: 30 s at first, doubling while nothing changes, at most 5 minutes. */
export function nextLook(unchanged: number): number {
  return Math.min(30_000 * 2 ** unchanged, 300_000);
}

/** Whom to ask: the telephone of the unit, or its name where it has none. */
export const askAt = ({ phone, name }: Pick<Tracking['unit'], 'phone' | 'name'>): string => phone ?? name;

/** Which sentence says who acts now. */
export function whoActs({ actor, status, workingDaysLeft, postal }: Tracking): Tracking['actor'] | 'late' | 'closed' | 'collect' {
  if (actor === 'office') return (workingDaysLeft ?? 0) < 0 ? 'late' : actor;
  if (status === 'refused' || status === 'stopped') return 'closed';
  return status === 'finished' && actor === 'citizen' && postal == null ? 'collect' : actor;
}
