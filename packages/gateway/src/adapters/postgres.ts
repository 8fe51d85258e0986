/** PostgreSQL through `pg`: several instances, one database. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../database/schema.ts';
import type { DatabasePort } from '../ports/database.ts';

/** `schema`: where the tables stand, if not the default of the role. */
export interface PostgresOptions {
  readonly schema?: string;
  readonly connections?: number;
}

/** Opens a pool; nothing is connected before the first query. */
export function openPostgres(url: string, options: PostgresOptions = {}): DatabasePort {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    application_name: 'motcua-gateway',
    ...(options.schema !== undefined && { options: `-c search_path=${options.schema}` }),
  });
  // A connection that dies while idle must not end the process: the pool makes a new one.
  pool.on('error', () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const code = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
  return {
    kind: 'postgres',
    db,
    isConflict: (error) => code(error) === '23505',
    isRetryable: (error) => ['40001', '40P01', '55P03'].includes(code(error)),
    isFull: (error) => ['53100', '53200'].includes(code(error)),
    close: () => db.destroy(),
  };
}
