/** Forgets what is over: unfinished uploads after a day, drafts after a week, prepared dossiers and keys after 30 days, old counts. */
import type { Deps } from '../deps.ts';
import { dropHeld } from './upload/held.ts';

const DAY = 86_400_000;
const KEY_DAYS = 30;
/** Rows of one run, so that a sweep never holds the database for long; the next run takes the rest. */
const BATCH = 500;

/** Numbers of what was forgotten. */
export interface Swept {
  readonly uploads: number;
  readonly drafts: number;
  readonly prepared: number;
}

async function expiredUploads(deps: Deps, now: string): Promise<string[]> {
  const rows = await deps.database.db.selectFrom('uploads').select('id')
    .where('expires_at', '<=', now)
    .where((is) => is.or([is('completed_at', 'is', null), is.not(is.exists(is.selectFrom('drafts').select('drafts.id').whereRef('drafts.id', '=', 'uploads.draft_id').where('drafts.expires_at', '>', now)))]))
    .where((is) => is.not(is.exists(is.selectFrom('dossier_files').select('upload_id').whereRef('dossier_files.upload_id', '=', 'uploads.id'))))
    .limit(BATCH).execute();
  return rows.map((row) => row.id);
}

/** One run; safe beside requests and beside other instances. Files go after their rows: a crash leaves bytes, never holes. */
export async function sweep(deps: Deps): Promise<Swept> {
  const { db } = deps.database;
  const time = deps.clock.now().getTime();
  const now = new Date(time).toISOString();
  const uploads = await expiredUploads(deps, now);
  if (uploads.length > 0) await db.deleteFrom('uploads').where('id', 'in', uploads).execute();
  await Promise.all(uploads.flatMap((id) => [deps.files.remove(id), dropHeld(deps, id)]));
  const prepared = await db.deleteFrom('prepared').where('expires_at', '<=', now).executeTakeFirst();
  const drafts = await db.deleteFrom('drafts').where('state', '=', 'open').where('expires_at', '<=', now)
    .where((is) => is.not(is.exists(is.selectFrom('uploads').select('uploads.id').whereRef('uploads.draft_id', '=', 'drafts.id'))))
    .executeTakeFirst();
  await db.deleteFrom('phone_passes').where('expires_at', '<=', now).execute();
  await db.deleteFrom('idempotency').where('created_at', '<', new Date(time - KEY_DAYS * DAY).toISOString()).execute();
  await db.deleteFrom('rate_limits').where('window_start', '<', new Date(time - DAY).toISOString()).execute();
  const dayAgo = new Date(time - DAY).toISOString();
  await db.deleteFrom('tracking_codes').where('created_at', '<', dayAgo).execute();
  await db.deleteFrom('sms_messages').where('created_at', '<', dayAgo).execute();
  return { uploads: uploads.length, drafts: Number(drafts.numDeletedRows), prepared: Number(prepared.numDeletedRows) };
}
