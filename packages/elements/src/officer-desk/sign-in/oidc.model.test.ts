import { describe, expect, test } from 'vitest';
import { answerIn, homeOf, IDLE_MS, isTravelState, MAX_SESSION_MS, settingsOf, standingOf, wantsRenewal } from './oidc.model.ts';

const MINUTE = 60_000;

describe('addresses', () => {
  test('an answer is a state with a code or an error; everything else of the page stays', () => {
    const back = 'https://xa.example/can-bo?muc=7&code=abc&state=s&iss=https%3A%2F%2Fl.example#x';
    expect(Object.fromEntries(answerIn(back) ?? [])).toEqual({ code: 'abc', state: 's', iss: 'https://l.example' });
    expect(homeOf(back)).toBe('https://xa.example/can-bo?muc=7');
    expect(Object.fromEntries(answerIn('https://xa.example/?error=access_denied&state=s') ?? [])).toEqual({ error: 'access_denied', state: 's' });
  });
  test('a page that has a code of its own is left alone', () => {
    for (const href of ['https://xa.example/?code=1.001193', 'https://xa.example/?state=mo', 'https://xa.example/']) {
      expect(answerIn(href)).toBeNull();
      expect(homeOf(href)).toBe(href);
    }
  });
});

test('the page wins over the site; half a pair is none', () => {
  const site = { issuer: 'https://site.example', clientId: 'desk' };
  const none = { issuer: null, clientId: null, scope: null, resource: null };
  expect(settingsOf({ ...none, issuer: 'https://page.example', clientId: 'p', scope: 'openid motcua' }, site)).toEqual({ issuer: 'https://page.example', clientId: 'p', scope: 'openid motcua' });
  expect(settingsOf({ ...none, issuer: 'https://page.example' }, site)).toBe(site);
  expect(settingsOf(none, undefined)).toBeNull();
});

test('fifteen minutes without a touch, twelve hours in all; a minute before, a question', () => {
  const start = 1_000_000;
  const at = (age: number, rest: number) => standingOf({ startedAt: start, touchedAt: start + age - rest }, start + age);
  expect(at(20 * MINUTE, 0)).toBe('active');
  expect(at(20 * MINUTE, IDLE_MS - MINUTE - 1)).toBe('active');
  expect(at(20 * MINUTE, IDLE_MS - MINUTE)).toBe('idle-soon');
  expect(at(20 * MINUTE, IDLE_MS)).toBe('idle');
  expect(at(MAX_SESSION_MS - MINUTE, 0)).toBe('over-soon');
  expect(at(MAX_SESSION_MS, 0)).toBe('over');
  expect(at(MAX_SESSION_MS + 8 * 3_600_000, 8 * 3_600_000)).toBe('over');
});

test('a token is renewed in its last minute, never when its end is unknown', () => {
  expect(wantsRenewal({ expiresAt: 100_000 }, 39_000)).toBe(false);
  expect(wantsRenewal({ expiresAt: 100_000 }, 41_000)).toBe(true);
  expect(wantsRenewal({ expiresAt: null }, 41_000)).toBe(false);
});

test('storage may hold anything', () => {
  const good = { issuer: 'i', clientId: 'c', state: 's', nonce: 'n', verifier: 'v', at: 1 };
  expect(isTravelState(good)).toBe(true);
  for (const bad of [null, 1, 'x', [], {}, { ...good, at: '1' }, { ...good, state: '' }, { ...good, verifier: 7 }]) expect(isTravelState(bad)).toBe(false);
});
