/** Where the next page of a list begins: after this row. Opaque to callers. */
import { invalid } from '../problem-error.ts';
import { base64url, fromBase64, utf8 } from './bytes.ts';

/** Lists are ordered by an instant, then by id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export const writeCursor = ({ at, id }: Cursor): string => base64url(utf8(JSON.stringify([at, id])));

/** Problem `validation-failed` for a cursor that was not written here. */
export function readCursor(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(new TextDecoder().decode(fromBase64(text) ?? new Uint8Array())) as unknown[];
    if (typeof at === 'string' && typeof id === 'string') return { at, id };
  } catch {
    // Falls through: a cursor we did not write.
  }
  throw invalid('/cursor', 'pattern');
}
