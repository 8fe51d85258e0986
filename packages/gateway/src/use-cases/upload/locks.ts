/**
 * One writer an upload, and the newest request is right: a phone that changed its network must not wait for a dead socket.
 * The lock stands in the database. Within this process the old writer is woken as well; elsewhere it notices at its next
 * piece, and after two seconds the lock is taken from it – its next write then fails the token check.
 */
import type { Deps } from '../../deps.ts';
import { randomId } from '../bytes.ts';

const HELD_MS = 30_000;
const POLL_MS = 50;
const POLLS = 30;

/** Writers of this process by upload id; only wakes them sooner, the database decides. */
export type Writers = Map<string, () => void>;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until when a lock taken or used now is held. */
export const heldUntil = (now: Date): string => new Date(now.getTime() + HELD_MS).toISOString();

async function tryLock(deps: Deps, id: string, token: string, steal: boolean): Promise<boolean> {
  const now = deps.clock.now();
  let update = deps.database.db
    .updateTable('uploads')
    .set({ lock_token: token, lock_until: heldUntil(now), lock_wanted: 0 })
    .where('id', '=', id);
  if (!steal) update = update.where((is) => is.or([is('lock_token', 'is', null), is('lock_until', '<=', now.toISOString())]));
  return (await update.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Takes the lock, within two seconds, whoever held it. Answers the token that proves it. */
export async function takeLock(deps: Deps, writers: Writers, id: string): Promise<string> {
  const token = randomId(deps.random(20));
  if (await tryLock(deps, id, token, false)) return token;
  await deps.database.db.updateTable('uploads').set({ lock_wanted: 1 }).where('id', '=', id).execute();
  writers.get(id)?.();
  for (let poll = 0; poll < POLLS; poll += 1) {
    await sleep(POLL_MS);
    if (await tryLock(deps, id, token, false)) return token;
  }
  await tryLock(deps, id, token, true);
  return token;
}

/** Gives the lock back, if it is still ours. */
export async function releaseLock(deps: Deps, id: string, token: string): Promise<void> {
  await deps.database.db
    .updateTable('uploads')
    .set({ lock_token: null, lock_until: null, lock_wanted: 0 })
    .where('id', '=', id).where('lock_token', '=', token)
    .execute();
}
