import { describe, expect, test } from 'vitest';
import { readPageState, sameState, withPageState, type PageState } from './page-state.ts';

describe('page state', () => {
  test.each<[string, PageState]>([
    ['', { view: 'find' }],
    ['?motcua=1.001193', { view: 'sheet', code: '1.001193' }],
    ['?motcua=1.012796.H36.form', { view: 'form', code: '1.012796.H36' }],
    ['?motcua=track', { view: 'track' }],
    ['?motcua=javascript:alert(1)', { view: 'find' }],
    ['?motcua=1.001193.form.form', { view: 'find' }],
  ])('%s', (query, state) => expect(readPageState(`https://x.vn/a${query}`)).toEqual(state));

  test.each([
    ['https://x.vn/a', { view: 'sheet', code: '1.001193' }, 'https://x.vn/a?motcua=1.001193'],
    ['https://x.vn/a?p_p_id=56&flag#muc', { view: 'form', code: '1.001193' }, 'https://x.vn/a?p_p_id=56&flag&motcua=1.001193.form#muc'],
    ['https://x.vn/a?motcua=track&b=%20c', { view: 'find' }, 'https://x.vn/a?b=%20c'],
  ] satisfies [string, PageState, string][])('the keys of the host stay as written: %s', (address, state, expected) => {
    expect(withPageState(address, state)).toBe(expected);
  });

  test('what is written is read back', () => {
    for (const state of [{ view: 'find' }, { view: 'form', code: '1.001193' }, { view: 'track' }] satisfies PageState[]) {
      expect(sameState(readPageState(withPageState('https://x.vn/?q=1', state)), state)).toBe(true);
    }
  });
});
