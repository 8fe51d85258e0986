import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { test } from 'vitest';
import { makePort } from '../../connect.ts';
import './motcua-address-field.ts';
import type { AddressFieldElement } from './address-field-element.ts';

const PROVINCE = { code: '96', name: 'Cà Mau', type: 'Tỉnh' };
const COMMUNES = [{ code: '32065', name: 'Thới Bình', type: 'Xã', provinceCode: '96' }];
let line = true;
const asked: string[] = [];
const answer = async (input: string | Request): Promise<Response> => {
  const url = typeof input === 'string' ? input : input.url;
  asked.push(url);
  if (!line) throw new TypeError('no line');
  return Response.json(/\/units$/.test(new URL(url).pathname) ? [PROVINCE] : { province: PROVINCE, communes: COMMUNES });
};
const open = (): Promise<AddressFieldElement> =>
  fixture<AddressFieldElement>(html`<motcua-address-field .port=${makePort('https://dia-chi.test', 'thoibinh', { fetch: answer })} .value=${{ provinceCode: '96' }}></motcua-address-field>`);
/** Options are written when the list is opened; what it knows is asked here. */
const names = (element: AddressFieldElement): string[] => ((element as unknown as { communes: { name: string }[] | null }).communes ?? []).map(({ name }) => name);

test('the communes of a province load when it is chosen, and are there on the next visit without a line', async () => {
  const first = await open();
  await waitUntil(() => names(first).some((name) => name.includes('Thới Bình')), 'the communes', { timeout: 5000 });
  expect(asked.filter((url) => url.includes('96')).length).to.equal(1);
  await waitUntil(async () => (await indexedDB.databases()).some(({ name }) => name === 'motcua-kept'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  line = false;
  const next = await open();
  await waitUntil(() => names(next).some((name) => name.includes('Thới Bình')), 'the communes without a line', { timeout: 5000 });
});
