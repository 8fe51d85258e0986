/** All tables of the gateway, as Kysely reads them. The same on SQLite and PostgreSQL. */
import type { CodeTables } from './schema-codes.ts';
import type { DossierTables } from './schema-dossiers.ts';
import type { FollowTables } from './schema-follow.ts';
import type { ReferenceTables } from './schema-reference.ts';

/** Names of migrations that have run. */
export interface MigrationsTable {
  name: string;
  applied_at: string;
}

export interface Database extends ReferenceTables, DossierTables, FollowTables, CodeTables {
  schema_migrations: MigrationsTable;
}
