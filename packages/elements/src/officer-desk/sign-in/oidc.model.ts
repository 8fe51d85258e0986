/** Signing in, without a provider: settings, what is kept, when a session is over, what of an address is an answer. */
import type { OfficerSignIn } from '@motcua/contract/site';

/** Where officers sign in, as the page or the site says it. */
export type SignInSettings = OfficerSignIn;

/** Tokens in the memory of the page. `expiresAt` null: the provider did not say. Milliseconds since 1970. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
  readonly expiresAt: number | null;
  /** When the password was given. */
  readonly startedAt: number;
}

/** What the tab keeps while it is away at the provider. */
export interface TravelState {
  readonly issuer: string;
  readonly clientId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly at: number;
}

/** `no-role` at this unit · `other-unit` · `denied` by the person · `stale` an answer to nothing that this tab asked · `over` sign in anew · `refused`, `unreachable`. */
export type SignInTrouble = 'no-role' | 'other-unit' | 'denied' | 'stale' | 'over' | 'refused' | 'unreachable';

/** Carries a kind and nothing that a provider wrote. */
export class SignInError extends Error {
  override name = 'SignInError';
  readonly code: SignInTrouble;
  constructor(code: SignInTrouble) {
    super(code);
    this.code = code;
  }
}

/** Is this what {@link TravelState} says? Storage may hold anything. */
export function isTravelState(value: unknown): value is TravelState {
  if (typeof value !== 'object' || value === null) return false;
  const { issuer, clientId, state, nonce, verifier, at } = value as Record<string, unknown>;
  return [issuer, clientId, state, nonce, verifier].every((text) => typeof text === 'string' && text !== '') && typeof at === 'number';
}

const ANSWER = ['code', 'state', 'iss', 'session_state', 'error', 'error_description', 'error_uri'];

/** An answer of a provider in an address: state, with a code or an error. Null for any other address. */
export function answerIn(href: string): URLSearchParams | null {
  const { searchParams } = new URL(href);
  if (!searchParams.has('state') || !(searchParams.has('code') || searchParams.has('error'))) return null;
  return new URLSearchParams([...searchParams].filter(([name]) => ANSWER.includes(name)));
}

/** The address without an answer and without its fragment. */
export function homeOf(href: string): string {
  const url = new URL(href);
  if (answerIn(href) !== null) for (const name of ANSWER) url.searchParams.delete(name);
  url.hash = '';
  return url.href;
}

/** Settings of the page win over those of the site; half a pair is none. */
export function settingsOf(given: { issuer: string | null; clientId: string | null; scope: string | null; resource: string | null }, site: OfficerSignIn | undefined): SignInSettings | null {
  const { issuer, clientId, scope, resource } = given;
  if (issuer && clientId) return { issuer, clientId, ...(scope && { scope }), ...(resource && { resource }) };
  return site ?? null;
}

/** Without a touch for so long the session ends (ASVS 7.3.1). */
export const IDLE_MS = 15 * 60_000;
/** However busy: after so long the password is asked for again (ASVS 7.3.2). */
export const MAX_SESSION_MS = 12 * 3_600_000;
/** So long before the end the officer is asked whether to go on (WCAG 2.2.1: at least 20 seconds). */
export const WARNING_MS = 60_000;
/** A token that ends sooner is renewed before it is used. */
const RENEW_MS = 60_000;

/** `idle-soon` and `over-soon` warn; `idle` and `over` are the end. */
export type Standing = 'active' | 'idle-soon' | 'over-soon' | 'idle' | 'over';

/** How a session stands. All in milliseconds since 1970. */
export function standingOf({ startedAt, touchedAt }: { readonly startedAt: number; readonly touchedAt: number }, now: number): Standing {
  const [age, rest] = [now - startedAt, now - touchedAt];
  if (age >= MAX_SESSION_MS) return 'over';
  if (rest >= IDLE_MS) return 'idle';
  if (rest >= IDLE_MS - WARNING_MS) return 'idle-soon';
  return age >= MAX_SESSION_MS - WARNING_MS ? 'over-soon' : 'active';
}

/** Does the access token have to be renewed before the next call? */
export const wantsRenewal = ({ expiresAt }: Pick<Tokens, 'expiresAt'>, now: number): boolean => expiresAt !== null && expiresAt - now < RENEW_MS;
