/** Officers of an identity provider: real tokens of a real OIDC server, and tokens that only look like them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantOf, oidcIdentity } from '../src/adapters/oidc-identity.ts';
import { openSqlite, type Gateway } from '../src/index.ts';
import { call, submitted, testGateway } from './fixture.ts';

const AUDIENCE = 'urn:motcua:gateway';
const REDIRECT = 'https://canbo.example/callback';
const ROLES: Readonly<Record<string, string[]>> = { be: ['thoibinh:officer'], sep: ['thoibinh:viewer', 'thoibinh:leader'], la: ['nowhere:officer'], khach: [] };

let server: Server;
let issuer: string;
let gateway: Gateway;
let sign: (claims: JWTPayload, header?: Record<string, string>) => Promise<string>;

async function startProvider(): Promise<void> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    clients: [{ client_id: 'officer-desk', redirect_uris: [REDIRECT], token_endpoint_auth_method: 'none', grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    cookies: { keys: ['cookie-key-for-tests'] },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_ctx: unknown, token: { accountId?: string }) => ({ name: 'Trần Văn Bé', motcua_roles: ROLES[token.accountId ?? ''] ?? [] }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true, defaultResource: () => AUDIENCE, useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'desk', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: 600, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  });
  server.on('request', provider.callback());
  sign = (claims, header = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(privateKey);
}

/** Authorization code with PKCE, as the page does it: a browser's cookies and forms by hand. */
async function signIn(account: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const jar = new Map<string, string>();
  const go = async (url: string, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { method: body ? 'POST' : 'GET', redirect: 'manual', headers: { cookie }, ...(body && { body }) });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const query = new URLSearchParams({ client_id: 'officer-desk', response_type: 'code', redirect_uri: REDIRECT, scope: 'openid desk', code_challenge: challenge, code_challenge_method: 'S256', state: 's' });
  let response = await go(`${issuer}/auth?${query}`);
  for (let step = 0; step < 8; step += 1) {
    const next = new URL(response.headers.get('location') ?? '', issuer);
    if (next.href.startsWith(REDIRECT)) {
      const code = next.searchParams.get('code') ?? '';
      const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'officer-desk', redirect_uri: REDIRECT, code, code_verifier: verifier });
      return String(((await (await fetch(`${issuer}/token`, { method: 'POST', body })).json()) as { access_token: string }).access_token);
    }
    response = await go(next.href);
    if (response.status === 200) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? 'login';
      response = await go(next.href, new URLSearchParams({ prompt, login: account, password: 'x' }));
    }
  }
  throw new Error('no code');
}

beforeAll(async () => {
  await startProvider();
  ({ gateway } = testGateway(openSqlite(':memory:'), { identity: oidcIdentity({ issuer, audience: AUDIENCE }) }));
  await gateway.ready;
}, 30_000);
afterAll(async () => {
  await gateway.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const session = (token: string) => call(gateway, 'GET', '/v1/officer/session', { headers: { authorization: `Bearer ${token}` } });

describe('officers of an identity provider', () => {
  test('sign in with code and PKCE, act, and stand in the audit', async () => {
    const token = await signIn('be');
    expect((await session(token)).body).toMatchObject({ id: 'oidc:be', name: 'Trần Văn Bé', role: 'officer', site: 'thoibinh', signedInBy: 'oidc' });
    const { receipt } = await submitted(gateway);
    const acted = await call(gateway, 'POST', `/v1/officer/dossiers/${String(receipt['dossierId'])}/acts`, { headers: { authorization: `Bearer ${token}` }, json: { action: 'accept', version: 1 } });
    expect(acted.status).toBe(200);
    const leader = await signIn('sep');
    const audit = await call(gateway, 'GET', '/v1/officer/audit', { headers: { authorization: `Bearer ${leader}` } });
    expect(audit.body['items']).toContainEqual(expect.objectContaining({ officerId: 'oidc:be', action: 'accept', outcome: 'done' }));
  }, 30_000);
  test('of several roles the strongest counts; without one, or at a site that is not here, nobody enters', async () => {
    expect((await session(await signIn('sep'))).body).toMatchObject({ role: 'leader' });
    expect((await session(await signIn('la'))).status).toBe(401);
    expect((await session(await signIn('khach'))).status).toBe(401);
  }, 30_000);
  test('tokens that only look right are strangers', async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, aud: AUDIENCE, sub: 'be', exp: now + 600, motcua_roles: ['thoibinh:officer'] };
    expect((await session(await sign(good))).status).toBe(200);
    const other = await generateKeyPair('RS256');
    const { exp: _, ...endless } = good;
    const { sub: __, ...nobody } = good;
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const wrong = [
      await sign({ ...good, iss: 'https://elsewhere.example' }), await sign({ ...good, aud: 'other' }), await sign({ ...good, exp: now - 600 }),
      await sign(endless), await sign(nobody), await sign({ ...good, nbf: now + 600 }), await sign(good, { kid: 'k2' }),
      await new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey),
      await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(new TextEncoder().encode('a shared secret that is no key here')),
      `${part({ alg: 'none' })}.${part(good)}.`, `${(await sign(good)).slice(0, -6)}AAAAAA`, 'a.b.c.d.e.f.g.h.i.j.k.l', `${'x'.repeat(20)}.y.z`,
    ];
    for (const [index, token] of wrong.entries()) expect([index, (await session(token)).status]).toEqual([index, 401]);
  });
  test('a provider that is away is 503, and asked again later', async () => {
    const away = testGateway(openSqlite(':memory:'), { identity: oidcIdentity({ issuer: 'http://127.0.0.1:9', audience: AUDIENCE }) }).gateway;
    expect((await call(away, 'GET', '/v1/officer/session', { headers: { authorization: `Bearer ${'a'.repeat(20)}.b.c` } })).status).toBe(503);
    await away.close();
  });
});

test('grants are texts of site and role; a provider may use names of its own', () => {
  expect(grantOf('thoibinh:viewer thoibinh:officer')).toEqual({ site: 'thoibinh', role: 'officer' });
  expect(grantOf(['CN=MotCua'], { 'CN=MotCua': 'thoibinh:leader' })).toEqual({ site: 'thoibinh', role: 'leader' });
  for (const nothing of [undefined, 7, [], [7], 'thoibinh', 'thoibinh:king', ':officer', 'constructor']) expect(grantOf(nothing)).toBeNull();
});
