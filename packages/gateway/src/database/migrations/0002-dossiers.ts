/** Everything that moves: drafts, uploads, dossiers with their events and files, and what keeps retries harmless. */
import type { Migration } from '../migrate.ts';
import type { Tx } from '../../ports/database.ts';

async function draftsAndUploads(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('drafts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('procedure_code', 'text', (c) => c.notNull())
    .addColumn('secret_hash', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await tx.schema
    .createTable('uploads')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('draft_id', 'text', (c) => c.notNull())
    .addColumn('paper_id', 'text', (c) => c.notNull())
    .addColumn('sealed_name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('received', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text')
    .addColumn('lock_token', 'text')
    .addColumn('lock_until', 'text')
    .addColumn('lock_wanted', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('completed_at', 'text')
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await tx.schema.createIndex('uploads_by_draft').on('uploads').column('draft_id').execute();
  await tx.schema.createIndex('uploads_by_expiry').on('uploads').column('expires_at').execute();
}

async function dossiers(tx: Tx): Promise<void> {
  let table = tx.schema.createTable('dossiers').addColumn('id', 'text', (c) => c.primaryKey());
  const texts = [
    'site', 'unit', 'tracking_hash', 'request_hash', 'procedure_code', 'procedure_name', 'snapshot', 'channel', 'status',
    'sealed_answers', 'sealed_applicant', 'sealed_supplements', 'sealed_receipt', 'due', 'parcels',
    'submitted_at', 'updated_at',
  ];
  for (const name of texts) table = table.addColumn(name, 'text', (c) => c.notNull());
  for (const name of ['code', 'draft_id']) table = table.addColumn(name, 'text', (c) => c.notNull().unique());
  for (const name of ['resume_status', 'due_on', 'accepted_at', 'finished_at', 'closed_at']) table = table.addColumn(name, 'text');
  await table
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('rating', 'integer')
    .execute();
  await tx.schema.createIndex('dossiers_work_list').on('dossiers').columns(['site', 'status', 'submitted_at', 'id']).execute();
  await tx.schema.createIndex('dossiers_by_day').on('dossiers').columns(['site', 'submitted_at', 'id']).execute();
}

async function eventsAndFiles(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('dossier_events')
    .addColumn('dossier_id', 'text', (c) => c.notNull().references('dossiers.id'))
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('agency', 'text', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('sealed_text', 'text')
    .addPrimaryKeyConstraint('dossier_events_key', ['dossier_id', 'sequence'])
    .execute();
  await tx.schema
    .createTable('dossier_files')
    .addColumn('upload_id', 'text', (c) => c.primaryKey())
    .addColumn('dossier_id', 'text', (c) => c.notNull().references('dossiers.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('paper_id', 'text', (c) => c.notNull())
    .addColumn('paper_name', 'text', (c) => c.notNull())
    .addColumn('sealed_name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .execute();
  await tx.schema.createIndex('dossier_files_by_dossier').on('dossier_files').column('dossier_id').execute();
}

async function retriesAndLimits(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('idempotency')
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('request_hash', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_key', ['scope', 'key'])
    .execute();
  await tx.schema
    .createTable('counters')
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('value', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('counters_key', ['scope', 'day'])
    .execute();
  await tx.schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text')
    .execute();
  await tx.schema
    .createTable('rate_limits')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('window_start', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('rate_limits_key', ['subject', 'window_start'])
    .execute();
}

async function officers(tx: Tx): Promise<void> {
  await tx.schema
    .createTable('officers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
}

export const dossierTables: Migration = {
  name: '0002-dossiers',
  async up(tx) {
    await draftsAndUploads(tx);
    await dossiers(tx);
    await eventsAndFiles(tx);
    await retriesAndLimits(tx);
    await officers(tx);
  },
};
