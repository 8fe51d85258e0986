/** Officers of an identity provider: real tokens of a real OIDC server, and tokens that only look like them. */
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OIDC_AUDIENCE, startOidcServer, walkSignIn, type OidcServer } from '@motcua/testkit/oidc-server';
import { createHash, randomBytes } from 'node:crypto';
import { grantsOf, oidcIdentity } from '../src/adapters/oidc-identity.ts';
import { openSqlite, type Gateway } from '../src/index.ts';
import { call, submitted, testGateway } from './fixture.ts';

const REDIRECT = 'https://canbo.example/callback';
const ROLES: Readonly<Record<string, string[]>> = { be: ['thoibinh:officer'], sep: ['thoibinh:viewer', 'thoibinh:leader'], la: ['nowhere:officer'], khach: [], hai: ['nowhere:leader', 'khac:viewer', 'thoibinh:officer'] };

let server: OidcServer;
let gateway: Gateway;

/** Authorization code with PKCE, as the page does it. */
async function signIn(account: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = new URLSearchParams({ client_id: server.clientId, response_type: 'code', redirect_uri: REDIRECT, scope: 'openid desk', code_challenge: challenge, code_challenge_method: 'S256', state: 's' });
  const back = await walkSignIn(new URL(`${server.issuer}/auth?${query}`), account);
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: server.clientId, redirect_uri: REDIRECT, code: back.searchParams.get('code') ?? '', code_verifier: verifier });
  return String(((await (await fetch(`${server.issuer}/token`, { method: 'POST', body })).json()) as { access_token: string }).access_token);
}

beforeAll(async () => {
  server = await startOidcServer({ roles: ROLES, redirectUris: [REDIRECT] });
  ({ gateway } = testGateway(openSqlite(':memory:'), { identity: oidcIdentity({ issuer: server.issuer, audience: OIDC_AUDIENCE }) }));
  await gateway.ready;
}, 30_000);
afterAll(async () => {
  await gateway.close();
  await server.close();
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
  test('somebody with roles at two units names one; a unit without a role opens nothing', async () => {
    const token = await signIn('hai');
    const at = (site?: string) => call(gateway, 'GET', '/v1/officer/session', { headers: { authorization: `Bearer ${token}`, ...(site !== undefined && { 'x-officer-site': site }) } });
    const units = [{ site: 'khac', role: 'viewer' }, { site: 'thoibinh', role: 'officer' }];
    expect((await at()).body).toMatchObject({ site: 'khac', role: 'viewer', units });
    expect((await at('thoibinh')).body).toMatchObject({ site: 'thoibinh', role: 'officer', units, unit: { id: 'ubnd-thoibinh' } });
    for (const site of ['nowhere', '', 'constructor', 'thoibinh ']) expect([site, (await at(site)).status]).toEqual([site, site.trim() === 'thoibinh' ? 200 : 401]);
    const { receipt } = await submitted(gateway);
    const path = `/v1/officer/dossiers/${String(receipt['dossierId'])}`;
    const look = (site: string) => call(gateway, 'GET', path, { headers: { authorization: `Bearer ${token}`, 'x-officer-site': site } });
    expect([(await look('thoibinh')).status, (await look('khac')).status]).toEqual([200, 404]);
  }, 30_000);
  test('tokens that only look right are strangers', async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: server.issuer, aud: OIDC_AUDIENCE, sub: 'be', exp: now + 600, motcua_roles: ['thoibinh:officer'] };
    expect((await session(await server.sign(good))).status).toBe(200);
    const other = await generateKeyPair('RS256');
    const { exp: _, ...endless } = good;
    const { sub: __, ...nobody } = good;
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const wrong = [
      await server.sign({ ...good, iss: 'https://elsewhere.example' }), await server.sign({ ...good, aud: 'other' }), await server.sign({ ...good, exp: now - 600 }),
      await server.sign(endless), await server.sign(nobody), await server.sign({ ...good, nbf: now + 600 }), await server.sign(good, { kid: 'k2' }),
      await new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey),
      await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(new TextEncoder().encode('a shared secret that is no key here')),
      `${part({ alg: 'none' })}.${part(good)}.`, `${(await server.sign(good)).slice(0, -6)}AAAAAA`, 'a.b.c.d.e.f.g.h.i.j.k.l', `${'x'.repeat(20)}.y.z`,
    ];
    for (const [index, token] of wrong.entries()) expect([index, (await session(token)).status]).toEqual([index, 401]);
  });
  test('a provider that is away is 503, and asked again later', async () => {
    const away = testGateway(openSqlite(':memory:'), { identity: oidcIdentity({ issuer: 'http://127.0.0.1:9', audience: OIDC_AUDIENCE }) }).gateway;
    expect((await call(away, 'GET', '/v1/officer/session', { headers: { authorization: `Bearer ${'a'.repeat(20)}.b.c` } })).status).toBe(503);
    await away.close();
  });
});

test('grants are texts of site and role; a provider may use names of its own', () => {
  expect(grantsOf('thoibinh:viewer thoibinh:officer')).toEqual([{ site: 'thoibinh', role: 'officer' }]);
  expect(grantsOf(['CN=MotCua'], { 'CN=MotCua': 'thoibinh:leader' })).toEqual([{ site: 'thoibinh', role: 'leader' }]);
  expect(grantsOf(['b:viewer', 'a:officer', 'b:leader'])).toEqual([{ site: 'b', role: 'leader' }, { site: 'a', role: 'officer' }]);
  for (const nothing of [undefined, 7, [], [7], 'thoibinh', 'thoibinh:king', ':officer', 'constructor']) expect(grantsOf(nothing)).toEqual([]);
});
