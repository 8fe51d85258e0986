/** Officers and their tokens. A token is shown once, when it is made; here only its hash is kept. */
import type { OfficersTable } from '../database/schema-dossiers.ts';
import type { Deps } from '../deps.ts';
import type { Grant } from '../ports/identity.ts';
import { ProblemError } from '../problem-error.ts';
import { base64url, randomId, sha256 } from './bytes.ts';
import { countHit } from './limits.ts';

/** A new officer of a site. Throws `site-not-found`. The token has 256 bits. */
export async function addOfficer(deps: Deps, officer: Pick<OfficersTable, 'site' | 'name' | 'role'>): Promise<{ id: string; token: string }> {
  if ((await deps.reference.site(officer.site)) === null) throw new ProblemError('site-not-found');
  const id = randomId(deps.random(12));
  const token = `mco_${base64url(deps.random(32))}`;
  await deps.database.db.insertInto('officers').values({
    ...officer, name: officer.name.normalize('NFC'), id, token_hash: await sha256(token), created_at: deps.clock.now().toISOString(), revoked_at: null,
  }).execute();
  return { id, token };
}

/** Officers of a site, or of all, without their token hashes. */
export async function listOfficers(deps: Deps, site?: string): Promise<Omit<OfficersTable, 'token_hash'>[]> {
  let query = deps.database.db.selectFrom('officers').select(['id', 'site', 'name', 'role', 'created_at', 'revoked_at']).orderBy('created_at');
  if (site !== undefined) query = query.where('site', '=', site);
  return query.execute();
}

/** Ends a token at once. False when there is no such officer, or the token had ended. */
export async function revokeOfficer(deps: Deps, id: string): Promise<boolean> {
  const result = await deps.database.db.updateTable('officers').set({ revoked_at: deps.clock.now().toISOString() })
    .where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Who is signed in, however it was proved. */
export interface SignedIn {
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly role: OfficersTable['role'];
  readonly signedInBy: 'token' | 'oidc';
  /** Where this person has a role at all. */
  readonly grants: readonly Grant[];
}

async function byToken(deps: Deps, token: string): Promise<SignedIn | undefined> {
  const row = await deps.database.db.selectFrom('officers').select(['id', 'site', 'name', 'role'])
    .where('token_hash', '=', await sha256(token)).where('revoked_at', 'is', null).executeTakeFirst();
  return row === undefined ? undefined : { ...row, signedInBy: 'token', grants: [{ site: row.site, role: row.role }] };
}

async function byIdentity(deps: Deps, token: string, site: string | null): Promise<SignedIn | undefined> {
  // A provider that is away is no reason to call somebody a stranger.
  const found = await deps.identity?.verify(token).catch(() => {
    throw new ProblemError('unavailable', { retryAfter: 10 });
  });
  if (!found) return undefined;
  const known = await Promise.all(found.grants.map(async (grant) => ((await deps.reference.site(grant.site)) === null ? [] : [grant])));
  const grants = known.flat();
  const here = site === null ? grants[0] : grants.find((grant) => grant.site === site);
  return here && { id: `oidc:${found.subject}`, name: found.name, ...here, signedInBy: 'oidc', grants };
}

/**
 * The officer of a token, at the unit that was named (`X-Officer-Site`), else where the person usually works; `unauthorized` when
 * the token is unknown or ended, or is nothing at that unit. A JWT has dots, our own tokens have none.
 */
export async function requireOfficer(deps: Deps, { token, address, site }: { token: string; address: string; site: string | null }): Promise<SignedIn> {
  const officer = token.includes('.') ? await byIdentity(deps, token, site) : await byToken(deps, token);
  if (officer !== undefined && (site === null || site === officer.site)) return officer;
  await countHit(deps, 'officerFailuresByAddress', address);
  throw new ProblemError('unauthorized');
}

/** Viewers only read: `forbidden`. */
export function requireActing({ role }: Pick<SignedIn, 'role'>): void {
  if (role === 'viewer') throw new ProblemError('forbidden');
}
