/** Tells a first visit from a later one, without the code for drafts: the first field must not wait for that. */

/** The database of `draft-store.ts`. */
const DATABASE = 'motcua';

/**
 * The drafts to go on with, null where there are none. On a first visit the storage is opened beside the first field, not before
 * it: the keeper's writes wait for it by themselves. Never rejects.
 */
export async function draftsBeforeFirstField<T>(keeper: { find(): Promise<T> }): Promise<T | null> {
  // Asked before the keeper makes the database.
  const isEmpty = holdsNoDraft();
  const finding = keeper.find();
  return (await isEmpty) ? null : finding;
}

/** True when this device surely holds no draft: there is no database. False as well where the browser does not tell. Never rejects. */
async function holdsNoDraft(): Promise<boolean> {
  try {
    // Firefox before 126 has no `databases`; storage that is denied throws.
    const databases = await indexedDB.databases();
    return databases.every(({ name }) => name !== DATABASE);
  } catch {
    return false;
  }
}
