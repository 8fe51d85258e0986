/** Uploads as their owner sees them. */
import type { Upload } from '@motcua/contract/upload';
import type { UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';

/** An upload as its owner sees it. */
export async function uploadView(deps: Deps, row: UploadsTable): Promise<Upload> {
  return {
    id: row.id, paperId: row.paper_id, ...(row.row_id !== null && { rowId: row.row_id }), ...(row.pass_id !== null && { byPhone: true }), name: await deps.keys.unseal(row.sealed_name), type: row.type, size: row.size,
    offset: row.received, complete: row.completed_at !== null, sha256: row.sha256, createdAt: row.created_at,
    expiresAt: row.completed_at === null ? row.expires_at : null,
  };
}

/** Uploads of a draft that are still there, in the order they began; all of them, or those of one phone pass. */
export async function uploadsOf(deps: Deps, draftId: string, passId?: string): Promise<Upload[]> {
  const now = deps.clock.now().toISOString();
  let query = deps.database.db
    .selectFrom('uploads').selectAll()
    .where('draft_id', '=', draftId)
    .where((is) => is.or([is('completed_at', 'is not', null), is('expires_at', '>', now)]));
  if (passId !== undefined) query = query.where('pass_id', '=', passId);
  const rows = await query.orderBy('created_at').orderBy('id').execute();
  return Promise.all(rows.map((row) => uploadView(deps, row)));
}
