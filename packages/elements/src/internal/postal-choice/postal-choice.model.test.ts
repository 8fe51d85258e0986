import { describe, expect, test } from 'vitest';
import { isComplete, lawMode, partyOf, quoteQueries, withOtherReceiver, withWay } from './postal-choice.model.ts';

const known = { name: 'Lê Thị Hoa', phone: '0912345678', address: { provinceCode: '96', communeCode: '32065', detail: 'ấp 3' } };

describe('three modes of the law (QĐ 45/2016/QĐ-TTg Đ.5)', () => {
  test.each([
    [{ resultBy: 'counter' }, null],
    [{ resultBy: 'post' }, 'return'],
    [{ resultBy: 'counter', papersBy: 'post' }, 'submit'],
    [{ resultBy: 'post', papersBy: 'post' }, 'both'],
    [{ resultBy: 'electronic', papersBy: 'counter' }, null],
  ] as const)('%o is %s', (choice, mode) => expect(lawMode(choice)).toBe(mode));
});

test('choosing post takes over what is known of the person; it is never asked twice', () => {
  expect(withWay({ resultBy: 'counter' }, { resultBy: 'post' }, known)).toEqual({ resultBy: 'post', pickUpAt: 'home', party: known });
});

test('what was typed for the post stays while one way is still post, and goes with the last one', () => {
  const typed = { resultBy: 'post' as const, papersBy: 'post' as const, pickUpAt: 'home' as const, party: { ...known, name: 'Trần Văn Bé' } };
  expect(withWay(typed, { resultBy: 'counter' }, known).party?.name).toBe('Trần Văn Bé');
  expect(withWay({ ...typed, resultBy: 'counter' }, { papersBy: 'none' }, known)).toEqual({ resultBy: 'counter', papersBy: 'none' });
});

const other = { name: 'Trần Văn Bé', phone: '0987654321', address: { provinceCode: '79', communeCode: '26734', detail: 'Số 5' } };
const both = { resultBy: 'post' as const, papersBy: 'post' as const, pickUpAt: 'home' as const, party: known };

test('somebody else who receives stands beside the sender; with one way left, one person stands there', () => {
  expect(withWay({ ...both, receiver: other }, { papersBy: 'none' }, known)).toEqual({ resultBy: 'post', papersBy: 'none', pickUpAt: 'home', party: other });
  expect(withWay({ ...both, receiver: other }, { resultBy: 'counter' }, known)).toEqual({ ...both, resultBy: 'counter' });
  expect(withWay({ ...both, receiver: other }, { resultBy: 'post' }, known)).toEqual({ ...both, receiver: other });
});

test('the post office of somebody else goes with that person, and comes back with them', () => {
  const place = { receiverPickUpAt: 'post-office' as const, receiverPostOffice: 'bc-2' };
  const choice = { ...both, pickUpAt: 'post-office' as const, postOffice: 'bc-1', receiver: other, ...place };
  expect(withWay(choice, { papersBy: 'none' }, known)).toEqual({ resultBy: 'post', papersBy: 'none', party: other, pickUpAt: 'post-office', postOffice: 'bc-2' });
  expect(withWay({ ...choice, receiverPickUpAt: 'home' }, { papersBy: 'counter' }, known)).toMatchObject({ party: other, pickUpAt: 'home' });
  expect(withWay(choice, { resultBy: 'counter' }, known)).toEqual({ resultBy: 'counter', papersBy: 'post', party: known, pickUpAt: 'post-office', postOffice: 'bc-1' });
  expect(withWay(choice, { papersBy: 'post' }, known)).toEqual(choice);
  const without = withOtherReceiver(choice, false);
  expect(without).toEqual({ ...both, pickUpAt: 'post-office', postOffice: 'bc-1' });
  expect(withOtherReceiver(without, true, { receiver: other, ...place })).toEqual(choice);
  expect(JSON.stringify(withWay({ ...both, ...place }, { resultBy: 'post' }, known))).not.toContain('receiver');
});

test('one tap: the one who may receive it is taken over, and what was typed before comes back', () => {
  expect(withOtherReceiver({ ...both, authorisedReceiver: 'Trần Văn Bé' }, true)).toEqual({ ...both, receiver: { name: 'Trần Văn Bé', phone: '', address: {} } });
  expect(withOtherReceiver(both, true, { receiver: other })).toEqual({ ...both, receiver: other });
  expect(withOtherReceiver({ ...both, receiver: other }, false)).toEqual(both);
  expect(isComplete({ ...both, receiver: other })).toBe(true);
  expect(isComplete({ ...both, receiver: { ...other, phone: '' } })).toBe(false);
});

test.each([
  ['the same person both ways', both, [{ to: '32065', mode: 'both' }]],
  ['two places', { ...both, receiver: other, size: 'box' as const }, [{ to: '32065', mode: 'submit', weight: 2000 }, { to: '26734', mode: 'return', weight: 2000 }]],
  ['the second place is not known yet', { ...both, receiver: { ...other, address: {} } }, [{ to: '32065', mode: 'submit' }]],
  ['the result only', { resultBy: 'post' as const, party: known }, [{ to: '32065', mode: 'return' }]],
  ['nothing by post', { resultBy: 'counter' as const }, []],
])('the post is asked about %s', (_, choice, queries) => expect(quoteQueries(choice)).toEqual(queries));

test('complete: name, phone, commune and detail at home; country and one line abroad', () => {
  const choice = (address: object) => ({ resultBy: 'post' as const, party: { ...known, address } });
  expect(isComplete({ resultBy: 'counter' })).toBe(true);
  expect(isComplete({ resultBy: 'post' })).toBe(false);
  expect(isComplete(choice(known.address))).toBe(true);
  expect(isComplete(choice({ provinceCode: '96', communeCode: '32065' }))).toBe(false);
  expect(isComplete(choice({ country: 'KR', detail: 'Seoul' }))).toBe(true);
  expect(partyOf({ resultBy: 'post' }, {})).toEqual({ name: '', phone: '', address: {} });
});
