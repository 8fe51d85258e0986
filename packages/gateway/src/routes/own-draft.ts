/** The draft that a device names in the path and proves with its secret. */
import type { OperationName } from '@motcua/contract/routes';
import type { DraftsTable } from '../database/schema-dossiers.ts';
import type { Deps } from '../deps.ts';
import { draftCredential } from '../use-cases/credentials.ts';
import { requireOwnDraft } from '../use-cases/drafts.ts';
import type { Call } from './register.ts';

/** What is needed of a call whose path has `{site}` and `{draft}`. */
export type DraftCall = Pick<Call<OperationName>, 'parameters' | 'header'>;

/** Problems: `unauthorized`, `draft-not-found`. */
export function ownDraft(deps: Deps, call: DraftCall): Promise<DraftsTable> {
  const { site = '', draft = '' } = call.parameters;
  return requireOwnDraft(deps, draftCredential(call.header('authorization')), site, draft);
}
