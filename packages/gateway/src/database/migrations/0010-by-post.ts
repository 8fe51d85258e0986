/** Dossiers with a parcel at the post can be asked for. */
import type { Parcel } from '@motcua/contract/postal';
import { isWithPost } from '@motcua/domain/postal';
import type { Migration } from '../migrate.ts';

export const byPost: Migration = {
  name: '0010-by-post',
  async up(tx) {
    await tx.schema.alterTable('dossiers').addColumn('parcel_under_way', 'integer', (c) => c.notNull().defaultTo(0)).execute();
    await tx.schema.createIndex('dossiers_by_post').on('dossiers').columns(['site', 'parcel_under_way', 'submitted_at', 'id']).execute();
    const travelled = await tx.selectFrom('dossiers').select(['id', 'parcels']).where('parcels', '<>', '[]').execute();
    for (const { id, parcels } of travelled) {
      if ((JSON.parse(parcels) as Parcel[]).some(isWithPost)) await tx.updateTable('dossiers').set({ parcel_under_way: 1 }).where('id', '=', id).execute();
    }
  },
};
