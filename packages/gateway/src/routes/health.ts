/** Is the process alive, and can it work? */
import { sql } from 'kysely';
import { ProblemError } from '../problem-error.ts';
import type { Routes } from './register.ts';

export function healthRoutes({ add, deps }: Routes): void {
  add('getHealth', async () => ({ body: { status: 'ok' as const }, maxAge: 0 }));
  add('getReadiness', async () => {
    try {
      await Promise.all([sql`select 1`.execute(deps.database.db), deps.files.check()]);
    } catch {
      throw new ProblemError('unavailable', { retryAfter: 5 });
    }
    return { body: { status: 'ok' as const }, maxAge: 0 };
  });
}
