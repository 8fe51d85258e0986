/** Runs what has not run yet, each migration in a transaction of its own. Several instances may start at once. */
import { sql } from 'kysely';
import type { DatabasePort, Tx } from '../ports/database.ts';
import type { Clock } from '../ports/world.ts';
import { reference } from './migrations/0001-reference.ts';
import { dossierTables } from './migrations/0002-dossiers.ts';
import { follow } from './migrations/0004-follow.ts';
import { webhooks } from './migrations/0005-webhooks.ts';
import { phonePasses } from './migrations/0006-phone-passes.ts';
import { prepared } from './migrations/0007-prepared.ts';
import { guides } from './migrations/0003-guides.ts';
import { oneTimeCodes } from './migrations/0008-one-time-codes.ts';
import { feeClaims } from './migrations/0009-fee-claims.ts';
import { byPost } from './migrations/0010-by-post.ts';

/** A step of the schema; names sort in the order they run and never change afterwards. */
export interface Migration {
  readonly name: string;
  up(tx: Tx): Promise<void>;
}

const MIGRATIONS: readonly Migration[] = [reference, dossierTables, guides, follow, webhooks, phonePasses, prepared, oneTimeCodes, feeClaims, byPost];

/** Any number, the same in every instance: who holds it migrates (PostgreSQL only; SQLite writers wait anyway). */
const LOCK = 7_228_601;

async function applied(tx: Tx): Promise<Set<string>> {
  await tx.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  const rows = await tx.selectFrom('schema_migrations').select('name').execute();
  return new Set(rows.map((row) => row.name));
}

/** Brings the database up to date; answers the names that ran now. Running it twice changes nothing. */
export async function migrate(database: DatabasePort, clock: Clock): Promise<string[]> {
  const ran: string[] = [];
  for (const migration of MIGRATIONS) {
    await database.db.transaction().execute(async (tx) => {
      if (database.kind === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
      if ((await applied(tx)).has(migration.name)) return;
      await migration.up(tx);
      await tx.insertInto('schema_migrations').values({ name: migration.name, applied_at: clock.now().toISOString() }).execute();
      ran.push(migration.name);
    });
  }
  return ran;
}
