/**
 * Phone passes (ADR 0009): the device of a draft shows a code, one phone takes it with a secret of its own, and may from then
 * on add files to that draft – nothing else. Short-lived, one a draft, ended by the device at any time.
 */
import type { PhoneDraft, PhonePaper, PhonePass } from '@motcua/contract/phone-pass';
import type { Draft } from '@motcua/contract/upload';
import type { DraftsTable, PhonePassesTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { base64url, randomId, sameSecret, sha256 } from '../bytes.ts';
import type { PhoneCredential } from '../credentials.ts';
import { countHit } from '../limits.ts';
import { uploadsOf } from './view.ts';

const MINUTE = 60_000;
/** A quarter of an hour to read the code; and as long again after each sign of life of the phone. */
const IDLE = 15 * MINUTE;
/** However busy the phone is. */
const LONGEST = 120 * MINUTE;

/** A pass that holds, with its draft. */
export interface OpenPass {
  readonly pass: PhonePassesTable;
  readonly draft: DraftsTable;
}

/** As it lies in the database: what an officer calls a paper may name a person, so that lies sealed. */
type StoredPaper = Omit<PhonePaper, 'label'> & { sealedLabel?: string };

/** The papers that a pass is for, without their labels. */
export const papersOfPass = (pass: PhonePassesTable): StoredPaper[] => JSON.parse(pass.papers) as StoredPaper[];

const sealedPapers = (deps: Deps, papers: readonly PhonePaper[]): Promise<StoredPaper[]> =>
  Promise.all(papers.map(async ({ label, ...paper }) => ({ ...paper, ...(label !== undefined && { sealedLabel: await deps.keys.seal(label) }) })));

const openPapers = (deps: Deps, pass: PhonePassesTable): Promise<PhonePaper[]> =>
  Promise.all(papersOfPass(pass).map(async ({ sealedLabel, ...paper }) => ({ ...paper, ...(sealedLabel !== undefined && { label: await deps.keys.unseal(sealedLabel) }) })));

/** Makes the pass of a draft and ends the one before. Problems: `draft-not-found` (sent already), `rate-limited`. */
export async function createPhonePass(deps: Deps, draft: DraftsTable, papers: readonly PhonePaper[]): Promise<PhonePass> {
  if (draft.state !== 'open') throw new ProblemError('draft-not-found');
  await countHit(deps, 'passesByDraft', draft.id);
  const now = deps.clock.now();
  const secret = base64url(deps.random(32));
  const row: PhonePassesTable = {
    draft_id: draft.id, id: randomId(deps.random(26)), secret_hash: await sha256(secret), phone_hash: null, papers: JSON.stringify(await sealedPapers(deps, papers)),
    created_at: now.toISOString(), expires_at: new Date(now.getTime() + IDLE).toISOString(),
  };
  const { draft_id: _, ...change } = row;
  await deps.database.db.insertInto('phone_passes').values(row).onConflict((conflict) => conflict.column('draft_id').doUpdateSet(change)).execute();
  return { id: row.id, secret, expiresAt: row.expires_at };
}

/** Ends the pass of a draft, if there is one. */
export async function revokePhonePass(deps: Deps, draftId: string): Promise<void> {
  await deps.database.db.deleteFrom('phone_passes').where('draft_id', '=', draftId).execute();
}

/** What the device learns of its pass; undefined when none is open. */
export async function passView(deps: Deps, draftId: string): Promise<Draft['phonePass']> {
  const pass = await deps.database.db.selectFrom('phone_passes').selectAll().where('draft_id', '=', draftId).executeTakeFirst();
  const open = pass !== undefined && pass.expires_at > deps.clock.now().toISOString();
  return open ? { taken: pass.phone_hash !== null, expiresAt: pass.expires_at } : undefined;
}

async function openPass(deps: Deps, id: string): Promise<OpenPass | null> {
  const { db } = deps.database;
  const pass = await db.selectFrom('phone_passes').selectAll().where('id', '=', id).executeTakeFirst();
  if (pass === undefined || pass.expires_at <= deps.clock.now().toISOString()) return null;
  const draft = await db.selectFrom('drafts').selectAll().where('id', '=', pass.draft_id).where('state', '=', 'open').executeTakeFirst();
  return draft === undefined ? null : { pass, draft };
}

/** Unknown, guessed, ended, expired, sent already: nobody learns which, and who asks too often is slowed down. */
async function refuse(deps: Deps, address: string): Promise<never> {
  await countHit(deps, 'passFailuresByAddress', address);
  throw new ProblemError('pass-not-found');
}

/** The pass goes on while the phone is busy. A minute's gain is worth a write, less is not. */
async function stayOpen(deps: Deps, { pass, draft }: OpenPass): Promise<OpenPass> {
  const latest = Math.min(deps.clock.now().getTime() + IDLE, Date.parse(pass.created_at) + LONGEST);
  if (latest - Date.parse(pass.expires_at) < MINUTE) return { pass, draft };
  const expires_at = new Date(latest).toISOString();
  await deps.database.db.updateTable('phone_passes').set({ expires_at }).where('id', '=', pass.id).execute();
  return { pass: { ...pass, expires_at }, draft };
}

/**
 * The phone takes the pass with its own secret. Said again by the same phone it is the same; another one hears `pass-taken`.
 * One update decides between two phones that come at once.
 */
export async function claimPhonePass(deps: Deps, credential: PhoneCredential, secret: string, address: string): Promise<OpenPass> {
  const found = await openPass(deps, credential.pass);
  const right = sameSecret(found?.pass.secret_hash ?? '0'.repeat(64), await sha256(credential.secret));
  if (found === null || !right) return refuse(deps, address);
  const phone_hash = await sha256(secret);
  await deps.database.db.updateTable('phone_passes').set({ phone_hash }).where('id', '=', found.pass.id).where('phone_hash', 'is', null).execute();
  const now = await openPass(deps, credential.pass);
  if (now === null) return refuse(deps, address);
  if (!sameSecret(now.pass.phone_hash ?? '', phone_hash)) throw new ProblemError('pass-taken');
  return stayOpen(deps, now);
}

/** The pass of a phone that took it. Problem: `pass-not-found`. */
export async function requirePhone(deps: Deps, credential: PhoneCredential, address: string): Promise<OpenPass> {
  const found = await openPass(deps, credential.pass);
  const right = sameSecret(found?.pass.phone_hash ?? '0'.repeat(64), await sha256(credential.secret));
  return found === null || !right ? refuse(deps, address) : stayOpen(deps, found);
}

/** Papers asked for, and what this phone sent. */
export async function phoneDraft(deps: Deps, { pass, draft }: OpenPass): Promise<PhoneDraft> {
  const uploads = await uploadsOf(deps, draft.id, pass.id);
  return { site: draft.site, procedureCode: draft.procedure_code, papers: await openPapers(deps, pass), uploads, expiresAt: pass.expires_at };
}
