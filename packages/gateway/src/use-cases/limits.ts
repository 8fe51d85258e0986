/**
 * Rate limits, counted in the database so that a second instance counts too. Mobile carriers share addresses: limits
 * by address are generous and only bite on failures; a right tracking key is always served.
 */
import { sql } from 'kysely';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem-error.ts';

/** At most `count` in `seconds`. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/** All limits of the gateway; the documentation prints this table. */
export interface Limits {
  /** Wrong keys for one dossier code. */
  readonly trackingFailuresByCode: Limit;
  /** Wrong codes or keys from one address. */
  readonly trackingFailuresByAddress: Limit;
  readonly draftsByAddress: Limit;
  readonly uploadsByDraft: Limit;
  readonly submissionsByAddress: Limit;
  readonly passesByDraft: Limit;
  /** Wrong, used-up or expired phone passes from one address. */
  readonly passFailuresByAddress: Limit;
  readonly officerFailuresByAddress: Limit;
  /** Codes of prepared dossiers that open nothing, by one officer. */
  readonly preparedFailuresByOfficer: Limit;
  /** One-time codes asked for with one dossier code and phone: nobody's phone rings more often. */
  readonly codeSendsBySubject: Limit;
  readonly codeSendsByAddress: Limit;
  readonly codeFailuresByAddress: Limit;
}

export const DEFAULT_LIMITS: Limits = {
  trackingFailuresByCode: { count: 20, seconds: 600 },
  trackingFailuresByAddress: { count: 300, seconds: 600 },
  draftsByAddress: { count: 300, seconds: 600 },
  uploadsByDraft: { count: 200, seconds: 3600 },
  passesByDraft: { count: 40, seconds: 3600 },
  passFailuresByAddress: { count: 200, seconds: 600 },
  submissionsByAddress: { count: 300, seconds: 600 },
  officerFailuresByAddress: { count: 30, seconds: 600 },
  preparedFailuresByOfficer: { count: 60, seconds: 600 },
  codeSendsBySubject: { count: 3, seconds: 3600 },
  codeSendsByAddress: { count: 100, seconds: 600 },
  codeFailuresByAddress: { count: 100, seconds: 600 },
};

/** Counts one hit of `subject`; throws `rate-limited` with the seconds to wait when it is one too many. */
export async function countHit(deps: Deps, name: keyof Limits, subject: string): Promise<void> {
  const { count, seconds } = deps.limits[name];
  const now = deps.clock.now().getTime();
  const start = Math.floor(now / (seconds * 1000)) * seconds * 1000;
  const row = await deps.database.db
    .insertInto('rate_limits')
    .values({ subject: await deps.keys.hash(name, subject), window_start: new Date(start).toISOString(), count: 1 })
    .onConflict((conflict) => conflict.columns(['subject', 'window_start']).doUpdateSet({ count: sql`rate_limits.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow();
  if (Number(row.count) > count) {
    throw new ProblemError('rate-limited', { retryAfter: Math.max(1, Math.ceil((start + seconds * 1000 - now) / 1000)) });
  }
}
