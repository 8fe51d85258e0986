/**
 * One-time codes (mã dùng một lần) to the phone of a dossier, for whoever lost the receipt (ASVS 6.5, 6.6). A request that fits no dossier
 * does the same work and leaves the same rows, so that neither answer nor time tells what exists.
 */
import type { CodeRedemption, CodeRequest, CodeSent, TrackingKey } from '@motcua/contract/tracking';
import { parseDossierCode } from '@motcua/domain/codes';
import { normalizePhone, phoneKind } from '@motcua/domain/identity';
import type { TrackingCodesTable } from '../database/schema-codes.ts';
import type { Deps } from '../deps.ts';
import type { Tx } from '../ports/database.ts';
import { ProblemError } from '../problem-error.ts';
import { randomId, sameSecret } from './bytes.ts';
import { countHit } from './limits.ts';
import { queueSms } from './outbox/sms.ts';

/** Eight digits are 26 bits; with five tries one guess in twenty million. */
const DIGITS = 8;
const TRIES = 5;
const LIFE_MS = 10 * 60_000;
const RESEND_AFTER = 60;

/** Digits without bias: bytes from 250 on are thrown away. */
function newCode(deps: Deps): string {
  let code = '';
  while (code.length < DIGITS) {
    for (const byte of deps.random(16)) if (byte < 250 && code.length < DIGITS) code += String(byte % 10);
  }
  return code;
}

/** Notes the phone of a new dossier; landlines get no messages. Only a keyed hash is kept. */
export async function notePhone(deps: Deps, tx: Tx, dossierId: string, phone: string | null | undefined): Promise<void> {
  if (phone == null || phoneKind(phone) !== 'mobile') return;
  await tx.insertInto('dossier_phones').values({ dossier_id: dossierId, phone_hash: await deps.keys.hash('phone', normalizePhone(phone)) }).execute();
}

/** The dossier with this code and phone, or undefined; always the same look-up. */
function findDossier(deps: Deps, code: string, phoneHash: string): Promise<{ id: string } | undefined> {
  return deps.database.db.selectFrom('dossiers').innerJoin('dossier_phones', 'dossier_phones.dossier_id', 'dossiers.id')
    .select('dossiers.id').where('dossiers.code', '=', code).where('dossier_phones.phone_hash', '=', phoneHash).executeTakeFirst();
}

const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
/** Without accents: one message on any phone. */
const textOf = (dossierCode: string, code: string): string =>
  `Mot Cua: ma xem ho so ${dossierCode} la ${spaced(code)}. Dung trong 10 phut. Khong dua ma cho ai, ke ca can bo.`;

/**
 * Sends a code when dossier and phone belong together; says the same when they do not. Problems: `messages-not-possible`,
 * `validation-failed` for what is no code or no mobile number, `rate-limited`.
 */
export async function requestCode(deps: Deps, request: CodeRequest, address: string): Promise<CodeSent> {
  if (deps.sms === null) throw new ProblemError('messages-not-possible');
  const dossierCode = parseDossierCode(request.dossierCode)?.code;
  if (dossierCode === undefined) throw new ProblemError('validation-failed', { errors: [{ pointer: '/dossierCode', code: 'pattern' }] });
  if (phoneKind(request.phone) !== 'mobile') throw new ProblemError('validation-failed', { errors: [{ pointer: '/phone', code: 'phone-invalid' }] });
  const phone = normalizePhone(request.phone);
  const subject = await deps.keys.hash('code-subject', `${dossierCode}|${phone}`);
  await countHit(deps, 'codeSendsByAddress', address);
  await countHit(deps, 'codeSendsBySubject', subject);
  const dossier = await findDossier(deps, dossierCode, await deps.keys.hash('phone', phone));
  const now = deps.clock.now();
  const code = newCode(deps);
  const requestId = randomId(deps.random(26));
  const row: TrackingCodesTable = {
    id: requestId, dossier_id: dossier?.id ?? null, subject, code_hash: await deps.keys.hash('one-time-code', `${requestId}:${code}`),
    created_at: now.toISOString(), expires_at: new Date(now.getTime() + LIFE_MS).toISOString(), tries: 0, used_at: null,
  };
  await deps.database.db.transaction().execute(async (tx) => {
    // A newer code ends the older ones: the last message on the phone is the one that works.
    await tx.updateTable('tracking_codes').set({ expires_at: row.created_at }).where('subject', '=', subject).where('expires_at', '>', row.created_at).execute();
    await tx.insertInto('tracking_codes').values(row).execute();
    await queueSms(deps, tx, { to: phone, text: textOf(dossierCode, code) }, { expiresAt: row.expires_at, leaves: dossier !== undefined });
  });
  return { requestId, expiresIn: LIFE_MS / 1000, resendAfter: RESEND_AFTER };
}

/** Counts the try before it looks, so that a race has no more than five; null when the request is not good any more. */
async function countTry(deps: Deps, requestId: string, now: string): Promise<TrackingCodesTable | null> {
  const row = await deps.database.db.updateTable('tracking_codes')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', requestId).where('used_at', 'is', null).where('expires_at', '>', now).where('tries', '<', TRIES)
    .returningAll().executeTakeFirst();
  return row ?? null;
}

/** Gives the tracking key for a right code, once. Problem `tracking-not-found` for everything else, whatever was wrong. */
export async function redeemCode(deps: Deps, { requestId, code }: CodeRedemption, address: string): Promise<TrackingKey> {
  const now = deps.clock.now().toISOString();
  const [row, given] = await Promise.all([
    countTry(deps, requestId, now), deps.keys.hash('one-time-code', `${requestId}:${code.normalize('NFKC').replace(/[\s.–-]/g, '')}`),
  ]);
  const right = sameSecret(row?.code_hash ?? '0'.repeat(64), given);
  const used = right && row !== null && row.dossier_id !== null
    ? await deps.database.db.updateTable('tracking_codes').set({ used_at: now }).where('id', '=', requestId).where('used_at', 'is', null).executeTakeFirst()
    : undefined;
  const dossier = used !== undefined && used.numUpdatedRows > 0n
    ? await deps.database.db.selectFrom('dossiers').select(['id', 'code']).where('id', '=', row?.dossier_id ?? '').executeTakeFirst()
    : undefined;
  if (dossier !== undefined) return { dossierCode: dossier.code, trackingKey: await deps.keys.trackingKey(dossier.id) };
  await countHit(deps, 'codeFailuresByAddress', address);
  throw new ProblemError('tracking-not-found');
}
