/**
 * Officers of an identity provider (OpenID Connect). The page signs in by itself (authorization code with PKCE) and sends the
 * access token, a JWT (RFC 9068); here its signature, issuer, audience, time and algorithm are checked. Keys come from the
 * provider's discovery document and are kept; an unknown key id asks for them again, not more often than every 30 seconds.
 */
import { createRemoteJWKSet, jwtVerify, errors, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { OfficerSignIn } from '@motcua/contract/site';
import type { ForeignOfficer, Grant, IdentityPort } from '../ports/identity.ts';

/** Asymmetric signatures only: with `HS256` the public key would be the secret, `none` is no signature. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const TOLERANCE_SECONDS = 30;
const ROLES = ['leader', 'officer', 'viewer'] as const;

/**
 * `audience` names this gateway in the tokens. The claim `rolesClaim` holds texts `site:role` (a list, or one text with
 * spaces); `mapping` translates a provider's own group names to such texts. `jwksUri` skips discovery.
 */
export interface OidcOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly rolesClaim?: string;
  readonly nameClaim?: string;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly jwksUri?: string;
  readonly algorithms?: readonly string[];
  /** What a desk needs to sign in here, if this provider is the one it uses. */
  readonly desk?: Omit<OfficerSignIn, 'issuer'>;
  /** The present moment; for tests. */
  readonly now?: () => Date;
}

const textsOf = (claim: unknown): string[] => {
  if (typeof claim === 'string') return claim.split(/\s+/);
  return Array.isArray(claim) ? claim.filter((item): item is string => typeof item === 'string') : [];
};

/** Sites with a role, in the order of the claim, each in its strongest role. */
export function grantsOf(claim: unknown, mapping: Readonly<Record<string, string>> = {}): Grant[] {
  const grants = textsOf(claim).flatMap((text) => {
    const [site = '', role = ''] = (Object.hasOwn(mapping, text) ? (mapping[text] ?? '') : text).split(':');
    const known = ROLES.find((one) => one === role);
    return known === undefined || site === '' ? [] : [{ site, role: known }];
  });
  const strongest = ({ site, role }: Grant): Grant => ({ site, role: ROLES.find((one) => grants.some((grant) => grant.site === site && grant.role === one)) ?? role });
  return grants.filter(({ site }, at) => grants.findIndex((other) => other.site === site) === at).map(strongest);
}

async function discover(issuer: string): Promise<URL> {
  const response = await fetch(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`, { redirect: 'error' });
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  // OIDC Discovery 4.3: a document that speaks for somebody else is not this provider's.
  if (document.issuer !== issuer || typeof document.jwks_uri !== 'string') throw new Error('the provider describes another issuer');
  return new URL(document.jwks_uri);
}

const NAME_LENGTH = 200;
const REFUSALS = [errors.JWTExpired, errors.JWTClaimValidationFailed, errors.JWTInvalid, errors.JWSInvalid, errors.JWSSignatureVerificationFailed, errors.JOSEAlgNotAllowed, errors.JOSENotSupported, errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys];

/** Reads tokens of one provider. Nothing is fetched before the first token. */
export function oidcIdentity(options: OidcOptions): IdentityPort {
  if (options.audience === '') throw new RangeError('OIDC needs the audience that names this gateway');
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const keySet = (): Promise<JWTVerifyGetKey> => {
    keys ??= (options.jwksUri === undefined ? discover(options.issuer) : Promise.resolve(new URL(options.jwksUri)))
      .then((uri) => createRemoteJWKSet(uri))
      // A provider that was away at the first token must be asked again at the next.
      .catch((error: unknown) => {
        keys = undefined;
        throw error;
      });
    return keys;
  };
  const officerOf = (payload: JWTPayload): ForeignOfficer | null => {
    const grants = grantsOf(payload[options.rolesClaim ?? 'motcua_roles'], options.mapping);
    if (grants.length === 0 || payload.sub === undefined || payload.sub === '') return null;
    const name = payload[options.nameClaim ?? 'name'];
    return { subject: payload.sub, name: (typeof name === 'string' && name !== '' ? name : payload.sub).normalize('NFC').slice(0, NAME_LENGTH), grants };
  };
  return {
    ...(options.desk !== undefined && { signIn: { issuer: options.issuer, ...options.desk } }),
    async verify(token) {
      const getKey = await keySet();
      try {
        const { payload } = await jwtVerify(token, getKey, {
          issuer: options.issuer, audience: options.audience, algorithms: [...(options.algorithms ?? ALGORITHMS)], clockTolerance: TOLERANCE_SECONDS,
          requiredClaims: ['exp', 'sub'], ...(options.now !== undefined && { currentDate: options.now() }),
        });
        return officerOf(payload);
      } catch (error) {
        if (REFUSALS.some((kind) => error instanceof kind)) return null;
        throw error;
      }
    },
  };
}
