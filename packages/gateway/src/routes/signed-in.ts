/** The officer who calls, at the unit that the call names. */
import type { OperationName } from '@motcua/contract/routes';
import type { Deps } from '../deps.ts';
import { bearerToken } from '../use-cases/credentials.ts';
import { requireOfficer, type SignedIn } from '../use-cases/officers.ts';
import type { Call } from './register.ts';

/** What is needed of a call. */
export type OfficerCall = Pick<Call<OperationName>, 'header' | 'facts'>;

/** Problem: `unauthorized`. */
export function signedIn(deps: Deps, { header, facts }: OfficerCall): Promise<SignedIn> {
  return requireOfficer(deps, { token: bearerToken(header('authorization')), address: facts.address, site: header('x-officer-site') });
}
