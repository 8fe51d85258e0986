/** The database as the use cases see it: one Kysely for SQLite (file or wasm) and PostgreSQL. */
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';

/** A connection or a running transaction; queries are the same on both. */
export type Db = Kysely<Database>;
/** A running transaction. Inside one, never touch the outer {@link Db}: SQLite has one connection and would wait for ever. */
export type Tx = Transaction<Database>;

/** An opened database. `kind` names the dialect for the few statements that differ (locking of migrations). */
export interface DatabasePort {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Db;
  /** True for a unique-key conflict. */
  isConflict(error: unknown): boolean;
  /** True when the same transaction may succeed if tried again (serialisation failure, busy). */
  isRetryable(error: unknown): boolean;
  /** True when the disk is full. */
  isFull(error: unknown): boolean;
  close(): Promise<void>;
}
