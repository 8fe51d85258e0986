/** From a picked file to bytes that can travel. */
import { prepareImage, sniffType, type PreparedImage } from './shrink-image.ts';

const PIECE = 1024 * 1024;

/** Copies the bytes at once: files of photo pickers and clouds go stale. Throws when the device cannot read them. */
export async function prepareFile(file: File, accepted: (type: string) => boolean): Promise<PreparedImage> {
  const pieces: Blob[] = [];
  // Piece by piece into the browser's own keeping: a scan of 20 MB is never in the memory of the page as a whole.
  for (let at = 0; at < file.size; at += PIECE) pieces.push(new Blob([await file.slice(at, at + PIECE).arrayBuffer()]));
  const head = new Uint8Array((await pieces[0]?.slice(0, 12).arrayBuffer()) ?? new ArrayBuffer(0));
  return prepareImage(new Blob(pieces, { type: sniffType(head, file.type) }), accepted);
}

/** The name of a file whose type may have changed. */
export function nameFor(name: string, type: string): string {
  return type === 'image/jpeg' && !/\.jpe?g$/i.test(name) ? `${name.replace(/\.\w{1,5}$/, '')}.jpg` : name;
}

/** Does the phone ask pages to be sparing with data? */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
