/** SQLite compiled to wasm, in memory: the same gateway inside a page, for stories and documentation. */
import initSqlite, { type Database as WasmDatabase, type PreparedStatement, type SqlValue } from '@sqlite.org/sqlite-wasm';
import type { SqliteStatement } from 'kysely';
import type { DatabasePort } from '../ports/database.ts';
import { immediate, sqlitePort } from './sqlite-statement.ts';

/** One statement at a time: bound, run to its end, reset. */
function statementOf(driver: WasmDatabase, statement: PreparedStatement): SqliteStatement {
  const rows = (parameters: readonly unknown[]): unknown[] => {
    const found: unknown[] = [];
    try {
      if (parameters.length > 0) statement.bind(parameters as SqlValue[]);
      while (statement.step()) found.push(statement.get({}));
      return found;
    } finally {
      statement.reset(true);
    }
  };
  return {
    reader: statement.columnCount > 0,
    all: rows,
    run(parameters) {
      rows(parameters);
      return { changes: driver.changes(), lastInsertRowid: 0 };
    },
    iterate: (parameters) => rows(parameters)[Symbol.iterator](),
  };
}

/**
 * Loads the wasm file (once a page, found beside the module) and opens an empty database. The page's content security
 * policy needs `'wasm-unsafe-eval'`; without it this rejects.
 */
export async function openWasmSqlite(): Promise<DatabasePort> {
  const sqlite = await initSqlite();
  const driver: WasmDatabase = new sqlite.oo1.DB(':memory:');
  driver.exec('pragma foreign_keys = on');
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = statementOf(driver, driver.prepare(immediate(sql)));
    // Never finalised: what a page prepares lives as long as its database.
    prepared.set(sql, statement);
    return statement;
  };
  return sqlitePort({ prepare, close: () => driver.close() });
}
