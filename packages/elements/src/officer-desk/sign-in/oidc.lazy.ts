/**
 * Signing in at an identity provider (OpenID Connect): authorization code with PKCE, state and nonce checked, the token renewed.
 * What the redirect needs lies in session storage until the page comes back; tokens never leave the memory of the page.
 */
import * as oauth from 'oauth4webapi';
import { isTravelState, MAX_SESSION_MS, SignInError, type SignInSettings, type Tokens, type TravelState } from './oidc.model.ts';

/** The page and its tab, so that the way can be walked in a test. `now` in milliseconds since 1970. */
export interface SignInPage {
  /** Address of the page without the answer of a provider: where it comes back to. */
  readonly home: string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now(): number;
}

/** A way that was begun longer ago is not finished: the code in the address is somebody's leftover. */
const MAX_TRAVEL_MS = 15 * 60_000;
const KEY = 'motcua-desk-sign-in';
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const MAX_AGE_SECONDS = MAX_SESSION_MS / 1000;

interface Known {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: { readonly [oauth.allowInsecureRequests]: boolean };
}

/** Plain HTTP only to a provider on this very machine: for trying things. */
const optionsFor = (issuer: URL): Known['options'] => ({ [oauth.allowInsecureRequests]: issuer.protocol === 'http:' && LOOPBACK.test(issuer.hostname) });

async function discover({ issuer, clientId }: SignInSettings): Promise<Known> {
  const url = new URL(issuer);
  const options = optionsFor(url);
  const response = await oauth.discoveryRequest(url, { ...options, algorithm: 'oidc' });
  return { server: await oauth.processDiscoveryResponse(url, response), client: { client_id: clientId }, options };
}

/** Errors of the library carry what the provider said: only their kind goes on. */
async function asSignInError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignInError) throw error;
    if (error instanceof oauth.AuthorizationResponseError) throw new SignInError(error.error === 'access_denied' ? 'denied' : 'refused');
    if (error instanceof TypeError && !('code' in error)) throw new SignInError('unreachable');
    throw new SignInError('refused');
  }
}

/** Where to go to sign in. `again` asks for the password even when the provider still knows the person. */
export function beginSignIn(settings: SignInSettings, page: SignInPage, again = false): Promise<URL> {
  return asSignInError(async () => {
    const { server } = await discover(settings);
    if (server.authorization_endpoint === undefined) throw new SignInError('refused');
    const travel: TravelState = {
      issuer: settings.issuer, clientId: settings.clientId, state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(), at: page.now(),
    };
    const url = new URL(server.authorization_endpoint);
    const { scope = 'openid', resource } = settings;
    const query: Record<string, string> = {
      client_id: settings.clientId, response_type: 'code', redirect_uri: page.home, scope, state: travel.state, nonce: travel.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(travel.verifier), code_challenge_method: 'S256', max_age: String(MAX_AGE_SECONDS),
      ...(resource !== undefined && { resource }), ...(again && { prompt: 'login' }),
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    page.storage.setItem(KEY, JSON.stringify(travel));
    return url;
  });
}

/** What was put aside before the page was left; taken once. */
function takeTravel({ issuer, clientId }: SignInSettings, { storage, now }: SignInPage): TravelState {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  let travel: unknown = null;
  try {
    travel = JSON.parse(text ?? 'null');
  } catch {
    throw new SignInError('stale');
  }
  if (!isTravelState(travel) || travel.issuer !== issuer || travel.clientId !== clientId || now() - travel.at > MAX_TRAVEL_MS) throw new SignInError('stale');
  return travel;
}

function tokensOf(answer: oauth.TokenEndpointResponse, now: number, before: Pick<Tokens, 'refresh' | 'id' | 'startedAt'>): Tokens {
  const { access_token: access, expires_in: seconds, refresh_token: refresh = before.refresh, id_token: id = before.id } = answer;
  return { access, refresh, id, startedAt: before.startedAt, expiresAt: seconds === undefined ? null : now + seconds * 1000 };
}

/** Takes the answer in the address, if it belongs to a way this tab began. Throws {@link SignInError}. */
export function finishSignIn(settings: SignInSettings, page: SignInPage, answer: URLSearchParams): Promise<Tokens> {
  return asSignInError(async () => {
    const { state, nonce, verifier } = takeTravel(settings, page);
    const { server, client, options } = await discover(settings);
    const parameters = oauth.validateAuthResponse(server, client, answer, state);
    const more = settings.resource === undefined ? {} : { additionalParameters: { resource: settings.resource } };
    const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, page.home, verifier, { ...options, ...more });
    const granted = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true, maxAge: MAX_AGE_SECONDS });
    const now = page.now();
    // Twelve hours are counted from the password, not from the last visit of the page.
    const signedIn = oauth.getValidatedIdTokenClaims(granted)?.auth_time;
    return tokensOf(granted, now, { refresh: undefined, id: undefined, startedAt: signedIn === undefined ? now : signedIn * 1000 });
  });
}

/** New tokens for old ones. Throws {@link SignInError} when there is nothing to renew with or the provider says no. */
export function renew(settings: SignInSettings, page: Pick<SignInPage, 'now'>, tokens: Tokens): Promise<Tokens> {
  return asSignInError(async () => {
    if (tokens.refresh === undefined) throw new SignInError('over');
    const { server, client, options } = await discover(settings);
    const more = settings.resource === undefined ? {} : { additionalParameters: { resource: settings.resource } };
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh, { ...options, ...more });
    if (response.status === 400 || response.status === 401) throw new SignInError('over');
    return tokensOf(await oauth.processRefreshTokenResponse(server, client, response), page.now(), tokens);
  });
}

/** Ends the session at the provider. The address to go to for the last step, or null when the provider knows none. Never rejects. */
export async function leave(settings: SignInSettings, home: string, tokens: Tokens): Promise<URL | null> {
  try {
    const { server, client, options } = await discover(settings);
    if (tokens.refresh !== undefined && server.revocation_endpoint !== undefined) await oauth.revocationRequest(server, client, oauth.None(), tokens.refresh, options).catch(() => undefined);
    if (server.end_session_endpoint === undefined) return null;
    const url = new URL(server.end_session_endpoint);
    const query = { client_id: settings.clientId, post_logout_redirect_uri: home, ...(tokens.id !== undefined && { id_token_hint: tokens.id }) };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  } catch {
    return null;
  }
}
