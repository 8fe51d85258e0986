/** Officers who signed in at an identity provider (OIDC). */
import type { OfficerSignIn } from '@motcua/contract/site';

/** What a good access token says. `subject` is the provider's stable id of the person. */
export interface ForeignOfficer {
  readonly subject: string;
  readonly name: string;
  /** Units with a role there, at least one, each once; the first is where the person usually works. */
  readonly grants: readonly Grant[];
}

/** A role at one site. */
export interface Grant {
  readonly site: string;
  readonly role: 'officer' | 'leader' | 'viewer';
}

/** `signIn`: where a desk signs in, told with the site when the site does not say it itself. `verify` answers null for a token that is not good here, for whatever reason; it rejects when keys cannot be fetched. */
export interface IdentityPort {
  readonly signIn?: OfficerSignIn;
  verify(token: string): Promise<ForeignOfficer | null>;
}
