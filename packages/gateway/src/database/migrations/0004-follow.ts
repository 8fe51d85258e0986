/** The second half of a dossier's life: payments, parcels, results, letters, the audit, and identities from outside. */
import type { Migration } from '../migrate.ts';
import type { Tx } from '../../ports/database.ts';

async function columns(tx: Tx): Promise<void> {
  for (const name of ['held_by', 'extension', 'sealed_delivery', 'waits', 'reminded_for']) {
    await tx.schema.alterTable('dossiers').addColumn(name, 'text').execute();
  }
  await tx.schema.alterTable('dossiers').addColumn('extra_fee', 'bigint').execute();
  await tx.schema.alterTable('dossier_events').addColumn('section', 'text').execute();
  await tx.schema.createIndex('dossiers_by_due').on('dossiers').columns(['site', 'due_on']).execute();
}

async function payments(tx: Tx): Promise<void> {
  let table = tx.schema.createTable('payments').addColumn('id', 'text', (c) => c.primaryKey());
  for (const name of ['dossier_id', 'method', 'state', 'provider', 'lines', 'created_at']) table = table.addColumn(name, 'text', (c) => c.notNull());
  for (const name of ['paid_at', 'failed_at', 'final_at', 'receipt_number']) table = table.addColumn(name, 'text');
  await table.addColumn('amount', 'bigint', (c) => c.notNull()).execute();
  await tx.schema.createIndex('payments_by_dossier').on('payments').columns(['dossier_id', 'created_at']).execute();
  await tx.schema
    .createTable('payment_notices')
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('notice', 'text', (c) => c.notNull())
    .addColumn('payment_id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('amount', 'bigint', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('payment_notices_key', ['provider', 'notice'])
    .execute();
}

async function parcels(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('carrier_orders')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('dossier_id', 'text', (c) => c.notNull())
    .addColumn('carrier', 'text', (c) => c.notNull())
    .addColumn('waybill', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('cancelled_at', 'text')
    .addUniqueConstraint('carrier_orders_waybill', ['carrier', 'waybill'])
    .execute();
  await tx.schema
    .createTable('carrier_cursors')
    .addColumn('carrier', 'text', (c) => c.primaryKey())
    .addColumn('last_id', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute();
}

async function results(tx: Tx): Promise<void> {
  let table = tx.schema.createTable('dossier_results').addColumn('id', 'text', (c) => c.primaryKey());
  for (const name of ['dossier_id', 'sealed_name', 'type', 'sha256', 'added_at']) table = table.addColumn(name, 'text', (c) => c.notNull());
  await table.addColumn('size', 'integer', (c) => c.notNull()).execute();
  await tx.schema.createIndex('dossier_results_by_dossier').on('dossier_results').column('dossier_id').execute();
}

async function audit(tx: Tx): Promise<void> {
  let table = tx.schema.createTable('audit').addColumn('id', 'text', (c) => c.primaryKey());
  for (const name of ['at', 'site', 'officer_id', 'officer_name', 'role', 'action', 'outcome']) table = table.addColumn(name, 'text', (c) => c.notNull());
  await table.addColumn('dossier_id', 'text').addColumn('dossier_code', 'text').execute();
  await tx.schema.createIndex('audit_by_time').on('audit').columns(['site', 'at', 'id']).execute();
}

export const follow: Migration = {
  name: '0004-follow',
  async up(tx) {
    await columns(tx);
    await payments(tx);
    await parcels(tx);
    await results(tx);
    await audit(tx);
  },
};
