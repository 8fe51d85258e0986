/** One-time codes to the phone of a dossier, and the messages that carry them. */
import type { Migration } from '../migrate.ts';

export const oneTimeCodes: Migration = {
  name: '0008-one-time-codes',
  async up(tx) {
    await tx.schema
      .createTable('dossier_phones')
      .addColumn('dossier_id', 'text', (c) => c.primaryKey())
      .addColumn('phone_hash', 'text', (c) => c.notNull())
      .execute();
    let codes = tx.schema.createTable('tracking_codes').addColumn('id', 'text', (c) => c.primaryKey()).addColumn('dossier_id', 'text');
    for (const name of ['subject', 'code_hash', 'created_at', 'expires_at']) codes = codes.addColumn(name, 'text', (c) => c.notNull());
    await codes.addColumn('tries', 'integer', (c) => c.notNull()).addColumn('used_at', 'text').execute();
    await tx.schema.createIndex('tracking_codes_by_subject').on('tracking_codes').columns(['subject', 'created_at']).execute();
    let messages = tx.schema.createTable('sms_messages').addColumn('id', 'text', (c) => c.primaryKey());
    for (const name of ['sealed_message', 'created_at', 'expires_at']) messages = messages.addColumn(name, 'text', (c) => c.notNull());
    await messages.addColumn('next_at', 'text').addColumn('sent_at', 'text').addColumn('attempts', 'integer', (c) => c.notNull()).execute();
    await tx.schema.createIndex('sms_messages_due').on('sms_messages').column('next_at').execute();
  },
};
