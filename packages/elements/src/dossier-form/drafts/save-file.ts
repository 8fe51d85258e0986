/** From the draft on the screen or in the list to a file in the downloads of the device. */
import { saveAs } from '../../internal/save-as.ts';
import type { DossierFormController } from '../dossier-form.controller.ts';
import { sealDraftFile } from './draft-file.ts';
import type { DraftData } from '../../internal/drafts/draft.model.ts';

/** What was written. `missing`: papers whose bytes are no longer here. */
export interface SavedFile {
  readonly name: string;
  readonly missing: number;
}

/** Collects the bytes that have not arrived, seals everything and hands the file to the browser. */
export async function saveDraftFile(form: DossierFormController, draft: DraftData, password: string): Promise<SavedFile> {
  const files = new Map<string, Blob>();
  const inWork = draft.id === form.credentials?.id ? form.session?.files : null;
  const waiting = draft.files.filter(({ sent }) => sent === undefined);
  for (const { id } of waiting) {
    const bytes = (await inWork?.page(id)) ?? (await form.keeper?.store.loadFile(id).catch(() => null)) ?? null;
    if (bytes !== null) files.set(id, bytes);
  }
  const place = form.place;
  if (place === null) throw new Error('no counter');
  const file = await sealDraftFile({ draft, place, files }, password, form.device);
  const name = `ban-nhap-${draft.procedureCode}-${form.today}.motcua`;
  saveAs(file, name);
  return { name, missing: waiting.length - files.size };
}
