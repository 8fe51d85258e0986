/** What Kysely's SQLite dialect wants of a driver, over drivers that are no better-sqlite3. */
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { DatabasePort } from '../ports/database.ts';

/** Readers that change nothing but start the transaction as one that writes: two processes then wait instead of failing. */
export const immediate = (sql: string): string => (sql === 'begin' ? 'begin immediate' : sql);

/** The port over a driver; Kysely lets one transaction at a time use the only connection and queues the rest. */
export function sqlitePort(driver: SqliteDatabase): DatabasePort {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: driver }) });
  const says = (error: unknown, words: RegExp): boolean => error instanceof Error && words.test(error.message);
  return {
    kind: 'sqlite',
    db,
    isConflict: (error) => says(error, /UNIQUE constraint failed|PRIMARY KEY constraint failed/i),
    isRetryable: (error) => says(error, /database is locked|SQLITE_BUSY/i),
    isFull: (error) => says(error, /database or disk is full|SQLITE_FULL/i),
    close: () => db.destroy(),
  };
}
