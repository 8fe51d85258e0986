/** Phone passes, one a draft, and what came by them. */
import type { Migration } from '../migrate.ts';

export const phonePasses: Migration = {
  name: '0006-phone-passes',
  async up(tx) {
    let passes = tx.schema.createTable('phone_passes').addColumn('draft_id', 'text', (c) => c.primaryKey());
    for (const name of ['id', 'secret_hash', 'papers', 'created_at', 'expires_at']) passes = passes.addColumn(name, 'text', (c) => c.notNull());
    await passes.addColumn('phone_hash', 'text').execute();
    await tx.schema.createIndex('phone_passes_by_id').unique().on('phone_passes').column('id').execute();
    for (const name of ['row_id', 'pass_id']) await tx.schema.alterTable('uploads').addColumn(name, 'text').execute();
  },
};
