/** Drafts (hồ sơ nháp): made on the device with a secret of its own, known here only by the hash of that secret. */
import type { Draft, OpenDraft } from '@motcua/contract/upload';
import type { DraftsTable } from '../database/schema-dossiers.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem-error.ts';
import { sameSecret, sha256 } from './bytes.ts';
import type { DraftCredential } from './credentials.ts';
import { dropHeld } from './upload/held.ts';
import { passView } from './upload/phone-pass.ts';
import { uploadsOf } from './upload/view.ts';

const DAY = 86_400_000;
/** A draft that nobody touches is forgotten after a week; each new upload and each opening starts the week again. */
const DRAFT_DAYS = 7;

/** When a draft touched now will be forgotten; never sooner than it would have been (`before`): a prepared one waits longer. */
export function draftExpiry(now: Date, before = ''): string {
  const usual = new Date(now.getTime() + DRAFT_DAYS * DAY).toISOString();
  return usual > before ? usual : before;
}

/**
 * The draft of a credential. `draft-not-found` for an unknown id, a wrong secret, another site: nobody learns which.
 */
export async function requireDraft(deps: Deps, credential: DraftCredential, site?: string): Promise<DraftsTable> {
  const secretHash = await sha256(credential.secret);
  const draft = await deps.database.db.selectFrom('drafts').selectAll().where('id', '=', credential.id).executeTakeFirst();
  const right = sameSecret(draft?.secret_hash ?? '0'.repeat(64), secretHash);
  if (draft === undefined || !right || (site !== undefined && draft.site !== site)) throw new ProblemError('draft-not-found');
  return draft;
}

/** Same, and the id in the path must be the credential's own. */
export async function requireOwnDraft(deps: Deps, credential: DraftCredential, site: string, id: string): Promise<DraftsTable> {
  if (credential.id !== id) throw new ProblemError('draft-not-found');
  return requireDraft(deps, credential, site);
}

/** The draft with its uploads that are still there. */
export async function draftView(deps: Deps, draft: DraftsTable): Promise<Draft> {
  const phonePass = await passView(deps, draft.id);
  const uploads = await uploadsOf(deps, draft.id);
  return { id: draft.id, procedureCode: draft.procedure_code, state: draft.state, uploads, expiresAt: draft.expires_at, ...(phonePass && { phonePass }) };
}

/** Opens a draft, or the same one again. Problems: `site-not-found`, `procedure-not-found`, `draft-not-found`, `validation-failed`. */
export async function openDraft(deps: Deps, site: string, credential: DraftCredential, body: OpenDraft): Promise<Draft> {
  if ((await deps.reference.site(site)) === null) throw new ProblemError('site-not-found');
  if ((await deps.reference.procedure(site, body.procedureCode)) === null) throw new ProblemError('procedure-not-found');
  const now = deps.clock.now();
  await deps.database.db
    .insertInto('drafts')
    .values({
      id: credential.id, site, procedure_code: body.procedureCode, secret_hash: await sha256(credential.secret),
      state: 'open', created_at: now.toISOString(), expires_at: draftExpiry(now),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const draft = await requireDraft(deps, credential, site);
  if (draft.procedure_code !== body.procedureCode) throw invalid('/procedureCode', 'not-an-option');
  if (draft.state === 'submitted') return draftView(deps, draft);
  const expires_at = draftExpiry(now, draft.expires_at);
  await deps.database.db.updateTable('drafts').set({ expires_at }).where('id', '=', draft.id).execute();
  return draftView(deps, { ...draft, expires_at });
}

/** Forgets an open draft with its uploads. A submitted one stays: its dossier is a fact. */
export async function discardDraft(deps: Deps, draft: DraftsTable): Promise<void> {
  if (draft.state === 'submitted') return;
  const removed = await deps.database.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('phone_passes').where('draft_id', '=', draft.id).execute();
    const uploads = await tx.deleteFrom('uploads').where('draft_id', '=', draft.id).returning('id').execute();
    await tx.deleteFrom('prepared').where('draft_id', '=', draft.id).execute();
    await tx.deleteFrom('drafts').where('id', '=', draft.id).where('state', '=', 'open').execute();
    return uploads;
  });
  await Promise.all(removed.flatMap(({ id }) => [deps.files.remove(id), dropHeld(deps, id)]));
}
