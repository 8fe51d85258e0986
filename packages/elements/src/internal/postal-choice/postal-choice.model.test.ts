import { describe, expect, test } from 'vitest';
import { isComplete, lawMode, partyOf, withWay } from './postal-choice.model.ts';

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

test('complete: name, phone, commune and detail at home; country and one line abroad', () => {
  const choice = (address: object) => ({ resultBy: 'post' as const, party: { ...known, address } });
  expect(isComplete({ resultBy: 'counter' })).toBe(true);
  expect(isComplete({ resultBy: 'post' })).toBe(false);
  expect(isComplete(choice(known.address))).toBe(true);
  expect(isComplete(choice({ provinceCode: '96', communeCode: '32065' }))).toBe(false);
  expect(isComplete(choice({ country: 'KR', detail: 'Seoul' }))).toBe(true);
  expect(partyOf({ resultBy: 'post' }, {})).toEqual({ name: '', phone: '', address: {} });
});
