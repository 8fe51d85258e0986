/** The way to the provider and back, with a real OpenID Connect server. */
import { OIDC_AUDIENCE, startOidcServer, walkSignIn, type OidcServer } from '@motcua/testkit/oidc-server';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginSignIn, finishSignIn, leave, renew, type SignInPage } from './oidc.lazy.ts';
import { answerIn, type SignInSettings, type Tokens } from './oidc.model.ts';

const HOME = 'https://thoibinh.example/can-bo.html?muc=7';
let server: OidcServer;
let settings: SignInSettings;

beforeAll(async () => {
  server = await startOidcServer({ roles: { be: ['thoibinh:officer'] }, redirectUris: [HOME] });
  settings = { issuer: server.issuer, clientId: server.clientId, scope: 'openid desk' };
}, 30_000);
afterAll(() => server.close());

/** A tab with its storage and its clock. */
function tab(): SignInPage & { kept: Map<string, string>; time: number } {
  const kept = new Map<string, string>();
  const page = {
    kept, time: Date.now(), home: HOME, now: () => page.time,
    storage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) },
  };
  return page;
}
const answerOf = (url: URL): URLSearchParams => answerIn(url.href) ?? new URLSearchParams();
async function signedIn(page = tab()): Promise<Tokens> {
  return finishSignIn(settings, page, answerOf(await walkSignIn(await beginSignIn(settings, page), 'be')));
}

describe('signing in with code and PKCE', () => {
  test('the address asks for PKCE, state and nonce and says nothing else; the token is for the gateway', async () => {
    const page = tab();
    const url = await beginSignIn(settings, page);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: HOME, scope: 'openid desk', max_age: '43200' });
    expect(url.searchParams.get('state')).not.toBe(url.searchParams.get('nonce'));
    const back = await walkSignIn(url, 'be');
    const tokens = await finishSignIn(settings, page, answerOf(back));
    expect(decodeJwt(tokens.access)).toMatchObject({ aud: OIDC_AUDIENCE, sub: 'be', motcua_roles: ['thoibinh:officer'] });
    expect(Math.abs(tokens.startedAt - page.time)).toBeLessThan(30_000);
    expect(tokens.expiresAt).toBeGreaterThan(page.time + 500_000);
    // Nothing of the way and nothing of the tokens stays in the tab.
    expect(page.kept.size).toBe(0);
  });

  test('the code is taken once: a second try, a reload and another tab get nothing', async () => {
    const page = tab();
    const answer = answerOf(await walkSignIn(await beginSignIn(settings, page), 'be'));
    const saved = [...page.kept];
    await finishSignIn(settings, page, answer);
    await expect(finishSignIn(settings, page, answer)).rejects.toMatchObject({ code: 'stale' });
    await expect(finishSignIn(settings, tab(), answer)).rejects.toMatchObject({ code: 'stale' });
    for (const [key, value] of saved) page.kept.set(key, value);
    await expect(finishSignIn(settings, page, answer)).rejects.toMatchObject({ code: 'refused' });
  });

  test.each([
    ['another state', { state: 'x'.repeat(43) }],
    ['another nonce', { nonce: 'x'.repeat(43) }],
    ['another verifier', { verifier: 'x'.repeat(43) }],
  ])('%s than the one of this tab is refused', async (_, change) => {
    const page = tab();
    const answer = answerOf(await walkSignIn(await beginSignIn(settings, page), 'be'));
    for (const [key, value] of page.kept) page.kept.set(key, JSON.stringify({ ...(JSON.parse(value) as object), ...change }));
    await expect(finishSignIn(settings, page, answer)).rejects.toMatchObject({ code: 'refused' });
    expect(page.kept.size).toBe(0);
  });

  test('an answer that names another issuer, is too old, or to another desk, is no answer', async () => {
    const mixed = tab();
    const answer = answerOf(await walkSignIn(await beginSignIn(settings, mixed), 'be'));
    answer.set('iss', 'https://elsewhere.example');
    await expect(finishSignIn(settings, mixed, answer)).rejects.toMatchObject({ code: 'refused' });
    const late = tab();
    const good = answerOf(await walkSignIn(await beginSignIn(settings, late), 'be'));
    late.time += 16 * 60_000;
    await expect(finishSignIn(settings, late, good)).rejects.toMatchObject({ code: 'stale' });
    const other = tab();
    const theirs = answerOf(await walkSignIn(await beginSignIn(settings, other), 'be'));
    await expect(finishSignIn({ ...settings, clientId: 'another-desk' }, other, theirs)).rejects.toMatchObject({ code: 'stale' });
  });

  test('storage that holds anything else, and a person who says no', async () => {
    for (const text of ['', 'null', '{', '[]', '{"issuer":1}', '"x"']) {
      const page = tab();
      const answer = answerOf(await walkSignIn(await beginSignIn(settings, page), 'be'));
      for (const key of page.kept.keys()) page.kept.set(key, text);
      await expect(finishSignIn(settings, page, answer)).rejects.toMatchObject({ code: 'stale' });
    }
    const page = tab();
    const state = (await beginSignIn(settings, page)).searchParams.get('state') ?? '';
    await expect(finishSignIn(settings, page, new URLSearchParams({ error: 'access_denied', state, iss: server.issuer }))).rejects.toMatchObject({ code: 'denied', message: 'denied' });
  });

  test('renewed before it ends; a renewal that was taken back ends the session', async () => {
    const page = tab();
    const first = await signedIn(page);
    page.time += 500_000;
    const second = await renew(settings, page, first);
    expect(second.access).not.toBe(first.access);
    expect(second).toMatchObject({ startedAt: first.startedAt });
    expect(second.expiresAt).toBeGreaterThan(first.expiresAt ?? 0);
    const away = await leave(settings, HOME, second);
    expect(away?.searchParams.get('post_logout_redirect_uri')).toBe(HOME);
    expect(away?.href).not.toContain(second.access);
    await expect(renew(settings, page, second)).rejects.toMatchObject({ code: 'over' });
    await expect(renew(settings, page, { ...second, refresh: undefined })).rejects.toMatchObject({ code: 'over' });
  });

  test('a provider that is away, or speaks for somebody else', async () => {
    await expect(beginSignIn({ ...settings, issuer: 'http://127.0.0.1:9' }, tab())).rejects.toMatchObject({ code: 'unreachable' });
    await expect(beginSignIn({ ...settings, issuer: server.issuer.replace('127.0.0.1', 'localhost') }, tab())).rejects.toMatchObject({ code: 'refused' });
    // Plain HTTP to another machine is refused before anything is sent.
    await expect(beginSignIn({ ...settings, issuer: 'http://login.example' }, tab())).rejects.toMatchObject({ code: 'refused' });
    expect(await leave({ ...settings, issuer: 'http://127.0.0.1:9' }, HOME, await signedIn())).toBeNull();
  });
});
