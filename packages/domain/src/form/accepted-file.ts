/** Which files a paper takes. */
import type { AttachedFile } from '@motcua/contract/answers';

/** Is a file of an accepted kind? Entries are media types (`image/*`, `application/pdf`) or endings (`.pdf`). */
export function isAcceptedFile(file: Pick<AttachedFile, 'name' | 'type'>, accept: readonly string[]): boolean {
  const [name, type] = [file.name.toLowerCase(), file.type.toLowerCase()];
  return accept.some((entry) => {
    const wanted = entry.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}
