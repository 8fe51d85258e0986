/** SQLite inside Node (`node:sqlite`): one file, durable, good for one office on one small box. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteStatement } from 'kysely';
import type { DatabasePort } from '../ports/database.ts';
import { immediate, sqlitePort } from './sqlite-statement.ts';

/**
 * WAL with `synchronous=FULL`: what was acknowledged survives a power cut (with NORMAL it may not). `path` may be
 * `:memory:`. Throws when the file cannot be opened.
 */
export function openSqlite(path: string): DatabasePort {
  const driver = new DatabaseSync(path);
  driver.exec('pragma busy_timeout = 5000');
  driver.exec('pragma journal_mode = wal');
  driver.exec('pragma synchronous = full');
  driver.exec('pragma foreign_keys = on');
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = driver.prepare(immediate(sql));
    const wrapped: SqliteStatement = {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
      run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
      iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
    };
    // Lists of any length make statements without end; the schema changes only while migrating.
    if (prepared.size < 500 && !/^(create|alter|drop)/i.test(sql)) prepared.set(sql, wrapped);
    return wrapped;
  };
  return sqlitePort({ prepare, close: () => driver.close() });
}
