/** Pure decisions of the postal choice. */
import type { DeliveryChoice, PostalParty, PostalQuoteQuery } from '@motcua/contract/postal';
import { PARCEL_GRAMS } from '@motcua/domain/postal';

/** How the result may come back at this unit for this procedure. */
export type ResultMode = DeliveryChoice['resultBy'];

/** What is already known about the person; offered, never asked twice. */
export interface KnownPerson {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  address?: PostalParty['address'] | undefined;
}

/** Does the choice need somebody to send to or fetch from? */
export function needsParty(choice: DeliveryChoice): boolean {
  return choice.resultBy === 'post' || choice.papersBy === 'post';
}

/** The mode of the law for a choice; null when nothing goes by post. */
export function lawMode(choice: DeliveryChoice): 'submit' | 'return' | 'both' | null {
  const inward = choice.papersBy === 'post';
  const back = choice.resultBy === 'post';
  if (inward && back) return 'both';
  if (inward) return 'submit';
  return back ? 'return' : null;
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

/** Switching a way keeps what was typed for the other; the party goes only when nothing needs it. */
export function withWay(choice: DeliveryChoice, change: Partial<Pick<DeliveryChoice, 'resultBy' | 'papersBy'>>, known: KnownPerson): DeliveryChoice {
  const next: DeliveryChoice = { ...choice, ...change };
  if (needsParty(next)) return { ...next, party: partyOf(next, known), pickUpAt: next.pickUpAt ?? 'home' };
  const { party: _p, pickUpAt: _u, postOffice: _o, size: _s, handBack: _h, authorisedReceiver: _a, ...rest } = next;
  return rest;
}

/** Complete enough to hand to a carrier. */
export function isComplete(choice: DeliveryChoice): boolean {
  if (!needsParty(choice)) return true;
  const { party } = choice;
  if (party === undefined || party.name.trim() === '' || party.phone.trim() === '') return false;
  const { country, communeCode, detail } = party.address;
  return country !== undefined && country !== 'VN' ? (detail ?? '') !== '' : communeCode !== undefined && (detail ?? '') !== '';
}

/** What the post is asked for an estimate; null as long as nothing goes by post or the place is not known. */
export function quoteQuery(choice: DeliveryChoice): PostalQuoteQuery | null {
  const mode = lawMode(choice);
  const to = choice.party?.address.communeCode;
  if (mode === null || to === undefined) return null;
  return { to, mode, ...(choice.size === undefined ? {} : { weight: PARCEL_GRAMS[choice.size] }) };
}
