/** Tells a first visit from a later one, without the code for drafts: the first field must not wait for that. */

/** The database of `draft-store.ts`. */
const DATABASE = 'motcua';

/** True when this device surely holds no draft: there is no database. False as well where the browser does not tell. Never rejects. */
export async function holdsNoDraft(): Promise<boolean> {
  try {
    // Firefox before 126 has no `databases`; storage that is denied throws.
    const databases = await indexedDB.databases();
    return databases.every(({ name }) => name !== DATABASE);
  } catch {
    return false;
  }
}
