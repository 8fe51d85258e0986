/** Where a paper stands: `paperId` of the form, inside a repeated group the row before it. */
import type { AttachedFile } from '@motcua/contract/answers';
import type { Upload } from '@motcua/contract/upload';
import type { AskedPaper } from './paper-files.ts';

/** Names of a paper at the gateway by the path of its answer (`giay`, `nguoiLamChung/row-1/giay`). */
export function paperOfPath(path: string): { readonly paperId: string; readonly rowId?: string } {
  const names = path.split('/');
  const paperId = names[names.length - 1] ?? path;
  const rowId = names.length > 2 ? names[names.length - 2] : undefined;
  return rowId === undefined ? { paperId } : { paperId, rowId };
}

/** Whole files that came from a phone, are not `known` (by upload id), and whose paper is still asked for. */
export function arrivedByPhone(uploads: readonly Upload[], asked: readonly AskedPaper[], known: ReadonlySet<string>): { path: string; arrived: AttachedFile }[] {
  return uploads.flatMap(({ id, paperId, rowId, name, size, type, sha256, complete, byPhone }) => {
    const paper = asked.find((one) => one.paperId === paperId && one.rowId === rowId);
    if (paper === undefined || !complete || byPhone !== true || known.has(id)) return [];
    return [{ path: paper.path, arrived: { uploadId: id, name, size, type, ...(sha256 !== null && { sha256 }) } }];
  });
}
