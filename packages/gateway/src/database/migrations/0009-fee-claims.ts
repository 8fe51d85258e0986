/** What became of claims to pay less. */
import type { Migration } from '../migrate.ts';

export const feeClaims: Migration = {
  name: '0009-fee-claims',
  async up(tx) {
    await tx.schema.alterTable('dossiers').addColumn('sealed_fees', 'text').execute();
  },
};
