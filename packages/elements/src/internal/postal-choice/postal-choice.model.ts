/** Pure decisions of the postal choice. */
import type { DeliveryChoice, PostalParty, PostalQuoteQuery } from '@motcua/contract/postal';
import { hasOwnReceiver, PARCEL_GRAMS, partyOn, postalWays, type PostalWay } from '@motcua/domain/postal';

/** How the result may come back at this unit for this procedure. */
export type ResultMode = DeliveryChoice['resultBy'];

/** What is already known about the person; offered, never asked twice. */
export interface KnownPerson {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  address?: PostalParty['address'] | undefined;
}

/** The mode of the law for a choice; null when nothing goes by post. */
export function lawMode(choice: DeliveryChoice): 'submit' | 'return' | 'both' | null {
  const [first, second] = postalWays(choice);
  return second === undefined ? (first ?? null) : 'both';
}

/** An unfinished party, typed or taken from what the form knows. Empty parts are empty strings, the form says what is missing. */
export function partyOf(choice: DeliveryChoice, known: KnownPerson): PostalParty {
  return choice.party ?? {
    name: known.name ?? '',
    phone: known.phone ?? '',
    address: known.address ?? {},
    ...(known.email === undefined || known.email === '' ? {} : { email: known.email }),
  };
}

/** Somebody else who gets the result, and where. */
export type OwnReceiver = Pick<DeliveryChoice, 'receiver' | 'receiverPickUpAt' | 'receiverPostOffice'>;

/** What is known of somebody else who gets the result; nothing where nobody is named. */
export function ownReceiver({ receiver, receiverPickUpAt, receiverPostOffice }: OwnReceiver): OwnReceiver {
  if (receiver === undefined) return {};
  return { receiver, ...(receiverPickUpAt !== undefined && { receiverPickUpAt }), ...(receiverPostOffice !== undefined && { receiverPostOffice }) };
}

/**
 * Switching a way keeps what was typed for the other; the party goes only when nothing needs it. Somebody else who receives
 * is asked for only beside a sender: with one way left, one party stands there, the one of that way.
 */
export function withWay(choice: DeliveryChoice, change: Partial<Pick<DeliveryChoice, 'resultBy' | 'papersBy'>>, known: KnownPerson): DeliveryChoice {
  const { receiver, receiverPickUpAt, receiverPostOffice, ...next } = { ...choice, ...change };
  const mode = lawMode(next);
  if (mode === 'return' && receiver !== undefined) {
    const { pickUpAt: _a, postOffice: _b, ...rest } = next;
    return { ...rest, party: receiver, pickUpAt: receiverPickUpAt ?? 'home', ...(receiverPostOffice !== undefined && { postOffice: receiverPostOffice }) };
  }
  if (mode !== null) {
    const own = mode === 'both' ? ownReceiver({ receiver, receiverPickUpAt, receiverPostOffice }) : {};
    return { ...next, party: partyOf(next, known), pickUpAt: next.pickUpAt ?? 'home', ...own };
  }
  const { party: _p, pickUpAt: _u, postOffice: _o, size: _s, handBack: _h, authorisedReceiver: _a, ...rest } = next;
  return rest;
}

/** Somebody else gets the result, or the sender again. Who was named as the one who may receive it is taken over: it is the same person. */
export function withOtherReceiver(choice: DeliveryChoice, other: boolean, before: OwnReceiver = {}): DeliveryChoice {
  const { receiver: _r, receiverPickUpAt: _a, receiverPostOffice: _o, authorisedReceiver = '', ...rest } = choice;
  if (!other) return rest;
  return { ...rest, ...(before.receiver === undefined ? { receiver: { name: authorisedReceiver, phone: '', address: {} } } : ownReceiver(before)) };
}

/** Complete enough to hand to a carrier: a sender or receiver on every way that is post. */
export function isComplete(choice: DeliveryChoice): boolean {
  return postalWays(choice).every((way) => isWhole(partyOn(choice, way)));
}

function isWhole(party: PostalParty | undefined): boolean {
  if (party === undefined || party.name.trim() === '' || party.phone.trim() === '') return false;
  const { country, communeCode, detail } = party.address;
  return country !== undefined && country !== 'VN' ? (detail ?? '') !== '' : communeCode !== undefined && (detail ?? '') !== '';
}

/** What the post is asked about one way; null as long as the place is not known. */
export function wayQuery(choice: DeliveryChoice, way: PostalWay): PostalQuoteQuery | null {
  const to = partyOn(choice, way)?.address.communeCode;
  return to === undefined ? null : { to, mode: way, ...(choice.size === undefined ? {} : { weight: PARCEL_GRAMS[choice.size] }) };
}

/** What the post is asked for an estimate: both ways at once while they lead to the same place, else each. */
export function quoteQueries(choice: DeliveryChoice): PostalQuoteQuery[] {
  const queries = postalWays(choice).map((way) => wayQuery(choice, way)).filter((query) => query !== null);
  const [first] = queries;
  return queries.length === 2 && first !== undefined && !hasOwnReceiver(choice) ? [{ ...first, mode: 'both' }] : queries;
}
