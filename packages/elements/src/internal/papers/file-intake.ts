/** From a picked file to bytes that can travel. */
import { prepareImage, sniffType, type PreparedImage } from './shrink-image.ts';

/** Copies the bytes at once: files of photo pickers and clouds go stale. Throws when the device cannot read them. */
export async function prepareFile(file: File, accepted: (type: string) => boolean): Promise<PreparedImage> {
  const buffer = await file.arrayBuffer();
  const type = sniffType(new Uint8Array(buffer, 0, Math.min(12, buffer.byteLength)), file.type);
  return prepareImage(new Blob([buffer], { type }), accepted);
}

/** The name of a file whose type may have changed. */
export function nameFor(name: string, type: string): string {
  return type === 'image/jpeg' && !/\.jpe?g$/i.test(name) ? `${name.replace(/\.\w{1,5}$/, '')}.jpg` : name;
}

/** Does the phone ask pages to be sparing with data? */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
