/** Reference data: sites, procedures, forms, everyday words, units. */
import type { Tx } from '../../ports/database.ts';
import type { Migration } from '../migrate.ts';

async function bySite(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('sites')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('origins', 'text', (column) => column.notNull())
    .execute();
  await tx.schema
    .createTable('procedures')
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('etag', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('procedures_key', ['site', 'code'])
    .execute();
  await tx.schema
    .createTable('forms')
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('forms_key', ['site', 'id'])
    .execute();
  await tx.schema
    .createTable('catalogues')
    .addColumn('site', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
}

async function units(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('province_units')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('province', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('etag', 'text', (column) => column.notNull())
    .execute();
  await tx.schema
    .createTable('communes')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('province_code', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await tx.schema
    .createTable('reference_versions')
    .addColumn('subject', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .execute();
}

export const reference: Migration = {
  name: '0001-reference',
  async up(tx) {
    await bySite(tx);
    await units(tx);
  },
};
