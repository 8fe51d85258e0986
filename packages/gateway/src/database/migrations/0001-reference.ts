/** Reference data: sites, procedures, forms, everyday words, units. */
import type { Migration } from '../migrate.ts';

export const reference: Migration = {
  name: '0001-reference',
  async up(tx) {
    await tx.schema
      .createTable('sites')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('data', 'text', (column) => column.notNull())
      .addColumn('origins', 'text', (column) => column.notNull())
      .execute();
  },
};
