/** Life events and look-alikes, one row a site. */
import type { Migration } from '../migrate.ts';

export const guides: Migration = {
  name: '0003-guides',
  async up(tx) {
    await tx.schema
      .createTable('guides')
      .addColumn('site', 'text', (column) => column.primaryKey())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .execute();
  },
};
