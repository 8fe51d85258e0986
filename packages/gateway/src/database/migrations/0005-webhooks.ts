/** Where messages of the outbox go, and how far each of them got. */
import type { Migration } from '../migrate.ts';

export const webhooks: Migration = {
  name: '0005-webhooks',
  async up(tx) {
    let hooks = tx.schema.createTable('webhooks').addColumn('id', 'text', (c) => c.primaryKey());
    for (const name of ['site', 'url', 'sealed_secret', 'created_at']) hooks = hooks.addColumn(name, 'text', (c) => c.notNull());
    await hooks.addColumn('disabled_at', 'text').execute();
    await tx.schema
      .createTable('webhook_deliveries')
      .addColumn('webhook_id', 'text', (c) => c.notNull())
      .addColumn('message_id', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('next_at', 'text')
      .addColumn('sent_at', 'text')
      .addPrimaryKeyConstraint('webhook_deliveries_key', ['webhook_id', 'message_id'])
      .execute();
    await tx.schema.createIndex('webhook_deliveries_due').on('webhook_deliveries').column('next_at').execute();
    await tx.schema.createIndex('outbox_unsent').on('outbox').columns(['sent_at', 'created_at']).execute();
  },
};
