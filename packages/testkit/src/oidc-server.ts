/** A real OpenID Connect server for tests (`oidc-provider`): PKCE demanded, access tokens as JWT for one audience, roles as a claim. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';

/** Who may sign in: account → roles (`site:role`). `tokenSeconds`: life of an access token. */
export interface OidcServerOptions {
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly redirectUris: readonly string[];
  readonly tokenSeconds?: number;
  readonly port?: number;
}

/** A running server. */
export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  /** Signs a token with the server's own key. */
  sign(claims: JWTPayload, header?: Record<string, string>): Promise<string>;
  /** Requests seen, as `METHOD path`. */
  readonly seen: string[];
  /** Life of the access tokens that are made from now on, in seconds. */
  tokenSeconds(seconds: number): void;
  /** Whom the access tokens that are made from now on are meant for; {@link OIDC_AUDIENCE} at first. */
  audience(name: string): void;
  close(): Promise<void>;
}

/** Audience of the gateway in tests. */
export const OIDC_AUDIENCE = 'urn:motcua:gateway';
const CLIENT_ID = 'officer-desk';

/** Starts one on a free port of this machine. Any password is good. */
export async function startOidcServer({ roles, redirectUris, tokenSeconds = 600, port = 0 }: OidcServerOptions): Promise<OidcServer> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let seconds = tokenSeconds;
  let meant = OIDC_AUDIENCE;
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    clients: [{
      client_id: CLIENT_ID, redirect_uris: redirectUris, post_logout_redirect_uris: redirectUris, token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'],
    }],
    pkce: { required: () => true },
    cookies: { keys: ['cookie-key-for-tests'] },
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_ctx: unknown, token: { accountId?: string }) => ({ name: 'Trần Văn Bé', motcua_roles: roles[token.accountId ?? ''] ?? [] }),
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true, defaultResource: () => OIDC_AUDIENCE, useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'desk', audience: meant, accessTokenFormat: 'jwt', accessTokenTTL: seconds, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  });
  const seen: string[] = [];
  server.on('request', ({ method = '', url = '' }) => seen.push(`${method} ${url.split('?')[0] ?? ''}`));
  server.on('request', provider.callback());
  return {
    issuer, seen, clientId: CLIENT_ID,
    sign: (claims, header = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(privateKey),
    audience: (name) => void (meant = name),
    tokenSeconds: (value) => void (seconds = value),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Goes the way of a browser from the address of a sign-in to the address it comes back to: cookies and forms by hand. */
export async function walkSignIn(start: URL, account: string): Promise<URL> {
  const home = start.searchParams.get('redirect_uri') ?? '';
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
  let response = await go(start.href);
  for (let step = 0; step < 8; step += 1) {
    const next = new URL(response.headers.get('location') ?? '', start.origin);
    if (next.href.startsWith(home)) return next;
    response = await go(next.href);
    if (response.status === 200) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? 'login';
      response = await go(next.href, new URLSearchParams({ prompt, login: account, password: 'x' }));
    }
  }
  throw new Error('the provider never came back');
}
