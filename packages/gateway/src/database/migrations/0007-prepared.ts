/** Dossiers prepared at home for the counter. */
import type { Migration } from '../migrate.ts';

export const prepared: Migration = {
  name: '0007-prepared',
  async up(tx) {
    let table = tx.schema.createTable('prepared').addColumn('id', 'text', (c) => c.primaryKey());
    for (const name of ['draft_id', 'code_hash']) table = table.addColumn(name, 'text', (c) => c.notNull().unique());
    for (const name of ['site', 'sealed_content', 'prepared_at', 'expires_at']) table = table.addColumn(name, 'text', (c) => c.notNull());
    for (const name of ['opened_at', 'opened_by', 'dossier_id']) table = table.addColumn(name, 'text');
    await table.execute();
    await tx.schema.createIndex('prepared_by_expiry').on('prepared').column('expires_at').execute();
  },
};
