/** How the result comes back and how papers travel. */
import type { DeliveryChoice } from '@motcua/contract/postal';
import { checkPersonName } from '../../identity/index.ts';
import type { Spot } from '../finding.ts';
import { isEmpty } from '../value.ts';
import { checkAddressValue } from './address.ts';
import { checkLength, LINE, type Check } from './check.ts';
import { checkEmailText, checkPhoneText } from './contact.ts';

/** Does anything travel by post? Then the other end must be known. */
export function isByPost(choice: Partial<DeliveryChoice>): boolean {
  return choice.resultBy === 'post' || choice.papersBy === 'post';
}

function checkParty(party: Partial<NonNullable<DeliveryChoice['party']>>, at: Spot): void {
  const { name, phone, email, address } = party;
  for (const part of ['name', 'phone', 'address'] as const) {
    if (isEmpty(party[part])) at.error('delivery-incomplete', part);
  }
  if (name && checkLength(name, 200, at, 'name')) at.pass(checkPersonName(name), 'name-invalid', 'name');
  if (phone) checkPhoneText(phone, at, 'phone');
  if (email) checkEmailText(email, at, 'email');
  if (!isEmpty(address) && address) checkAddressValue(address, { detailRequired: true }, at.within('address'));
}

function checkModes(value: DeliveryChoice, modes: readonly string[], papersByPost: boolean, at: Spot): void {
  if (isEmpty(value.resultBy)) at.error('required', 'resultBy');
  else if (!modes.includes(value.resultBy)) at.error('not-an-option', 'resultBy');
  const ways = papersByPost ? ['none', 'counter', 'post'] : ['none', 'counter'];
  if (value.papersBy && !ways.includes(value.papersBy)) at.error('not-an-option', 'papersBy');
}

function checkParcel(choice: DeliveryChoice, at: Spot): void {
  const { size } = choice;
  for (const part of ['pickUpAt', 'receiverPickUpAt'] as const) {
    const place = choice[part];
    if (place && !['home', 'post-office'].includes(place)) at.error('not-an-option', part);
  }
  if (size && !['envelope', 'folder', 'box'].includes(size)) at.error('not-an-option', 'size');
  for (const part of ['postOffice', 'receiverPostOffice'] as const) {
    const office = choice[part];
    if (office && !/^[\w.-]{1,80}$/.test(office)) at.error('not-an-option', part);
  }
}

/** Papers need their sender; a result needs its receiver, who is the sender where nobody else was named. */
function checkParties({ resultBy, papersBy, party, receiver }: DeliveryChoice, at: Spot): void {
  const own = resultBy === 'post' ? receiver : undefined;
  if (papersBy === 'post' || (resultBy === 'post' && own === undefined)) checkParty(party ?? {}, at.within('party'));
  if (own !== undefined) checkParty(own, at.within('receiver'));
}

/** The choice must be one that is offered; each way by post needs a complete sender or receiver (người gửi, người nhận). */
export const checkDelivery: Check<'delivery', DeliveryChoice> = (field, value, at) => {
  checkModes(value, field.modes, field.papersByPost ?? false, at);
  checkParties(value, at);
  const { copies } = value;
  if (copies != null && !(Number.isInteger(copies) && copies >= 0 && copies <= 100)) at.error('too-large', 'copies', { max: 100 });
  checkParcel(value, at);
  for (const part of ['authorisedReceiver', 'note', 'handBack'] as const) checkLength(value[part] ?? '', LINE, at, part);
};
