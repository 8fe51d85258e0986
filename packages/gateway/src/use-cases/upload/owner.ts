/** Whose uploads a request may reach: those of a draft for its device, those of a pass for its phone. */
import type { PhonePaper } from '@motcua/contract/phone-pass';
import type { DraftsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { DraftCredential, PhoneCredential } from '../credentials.ts';
import { requireDraft } from '../drafts.ts';
import { papersOfPass, requirePhone } from './phone-pass.ts';

/** `phone` is null for the device of the draft itself. */
export interface UploadOwner {
  readonly draft: DraftsTable;
  readonly phone: { readonly pass: string; readonly papers: readonly Pick<PhonePaper, 'paperId' | 'rowId'>[] } | null;
}

/** Problems: `draft-not-found`, `pass-not-found`. */
export async function uploadOwner(deps: Deps, credential: DraftCredential | PhoneCredential, address: string): Promise<UploadOwner> {
  if (!('pass' in credential)) return { draft: await requireDraft(deps, credential), phone: null };
  const { draft, pass } = await requirePhone(deps, credential, address);
  return { draft, phone: { pass: pass.id, papers: papersOfPass(pass) } };
}

/** Is this paper one of those the owner may add to? */
export function mayAdd({ phone }: UploadOwner, paperId: string, rowId: string | undefined): boolean {
  return phone === null || phone.papers.some((paper) => paper.paperId === paperId && paper.rowId === rowId);
}
