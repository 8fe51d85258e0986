/** Gives all papers of the form to the person as one download. Loaded when the button is pressed. */
import type { FormSession } from '../form-session.ts';
import { papersOf } from './papers-of.ts';
import { zipPapers, type PaperToPack } from './zip-papers.ts';

/** A name without anything about the person: downloads stay on shared machines. */
export const FILE_NAME = 'giay-to-ho-so.zip';

/** The papers with their bytes. Throws when bytes of one are gone: half a dossier looks like a whole one. */
export async function papersToPack(session: FormSession): Promise<PaperToPack[]> {
  return Promise.all(papersOf(session).map(async ({ name, files }) => ({
    name,
    files: await Promise.all(files.map(async (file) => {
      const bytes = (await session.files?.page(file.id)) ?? null;
      if (bytes === null) throw new Error('gone');
      return { name: file.name, bytes };
    })),
  })));
}

/** Packs and downloads. */
export async function packPapers(session: FormSession): Promise<void> {
  const url = URL.createObjectURL(await zipPapers(await papersToPack(session)));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  // Some browsers fetch the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
