/** Gives all papers of the form to the person as one download. Loaded when the button is pressed. */
import { saveAs } from '../../internal/save-as.ts';
import type { FormSession } from '../form-session.ts';
import { papersOf } from './papers-of.ts';
import { zipPapers, type PaperToPack } from './zip-papers.ts';

const FILE_NAME = 'giay-to-ho-so.zip';

/** The papers with their bytes. Throws when bytes of one are gone: half a dossier looks like a whole one. */
async function papersToPack(session: FormSession): Promise<PaperToPack[]> {
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
  saveAs(await zipPapers(await papersToPack(session)), FILE_NAME);
}
