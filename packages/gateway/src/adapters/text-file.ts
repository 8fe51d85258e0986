/** One text file that somebody named on the command line. */
import { readFileSync, statSync } from 'node:fs';

/** The text, without a byte-order mark. Throws `RangeError` that says why not: it is not there, too large, or cannot be read. */
export function readTextFile(file: string, maxBytes: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new RangeError(`There is no file ${file}.`);
  if (size > maxBytes) throw new RangeError(`${file} is larger than ${maxBytes} bytes.`);
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new RangeError(`${file} cannot be read: ${String((error as { code?: unknown }).code)}`);
  }
}
