import type { DeliveryChoice } from '@motcua/contract/postal';
import { fakeSite } from '@motcua/testkit/fake-port';
import { expect, test } from 'vitest';
import { notesFor } from './postal-delivery.model.ts';

const SENDER = { name: 'Lê Thị Hoa', phone: '0912345678', address: { provinceCode: '96', communeCode: '32065', detail: 'ấp 3' } };
const RECEIVER = { name: 'Trần Văn Bé', phone: '0987654321', address: { provinceCode: '79', communeCode: '26734', detail: 'Số 5' } };
const QUOTE = { scope: 'same-province', earliestOn: null, chargeReason: 'tariff', legalBasis: '' } as const;
const notes = (value: DeliveryChoice) =>
  notesFor({ value, site: fakeSite, procedure: null, dossierCode: '', quotes: { submit: { ...QUOTE, transitDays: 2, charge: 10_000 }, return: { ...QUOTE, transitDays: 4, charge: 30_000 } } });

test('each way has its own person, its own days and its own charge', () => {
  const both: DeliveryChoice = { resultBy: 'post', papersBy: 'post', party: SENDER };
  expect(notes({ ...both, receiver: RECEIVER })).toMatchObject([
    { mode: 'submit', citizen: SENDER, charge: 10_000, transitDays: 2 }, { mode: 'return', citizen: RECEIVER, charge: 30_000, transitDays: 4 },
  ]);
  expect(notes(both)).toMatchObject([{ mode: 'submit', citizen: SENDER }, { mode: 'return', citizen: SENDER }]);
});

test('each end may meet the post at a post office of its own; one that the site does not know is written by hand', () => {
  const postOffices = [{ id: 'bc-2', name: 'Bưu cục Bạc Liêu', address: 'Số 1' }];
  const at = (value: DeliveryChoice) => notesFor({ value, site: { ...fakeSite, postOffices }, procedure: null, dossierCode: '', quotes: {} }).map(({ postOffice }) => postOffice);
  const both: DeliveryChoice = { resultBy: 'post', papersBy: 'post', party: SENDER, receiver: RECEIVER };
  expect(at({ ...both, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-2' })).toEqual([undefined, 'Bưu cục Bạc Liêu, Số 1']);
  expect(at({ ...both, pickUpAt: 'post-office', postOffice: 'bc-9' })).toEqual(['', undefined]);
});

test.each([
  [{ resultBy: 'post', party: SENDER }, ['Lê Thị Hoa']],
  [{ resultBy: 'post', receiver: RECEIVER }, ['Trần Văn Bé']],
  [{ resultBy: 'counter', papersBy: 'post', party: SENDER, receiver: RECEIVER }, ['Lê Thị Hoa']],
  [{ resultBy: 'counter', papersBy: 'counter' }, []],
  [{ resultBy: 'post', papersBy: 'post' }, []],
] as const)('%j', (value, names) => expect(notes(value).map(({ citizen }) => citizen.name)).toEqual(names));
