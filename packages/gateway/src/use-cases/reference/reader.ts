/** Reads reference data from the database. */
import type { Db } from '../../ports/database.ts';
import type { ReferenceReader } from '../../ports/reference.ts';

export function createReferenceReader(_db: Db): ReferenceReader {
  return {
    site: async () => null,
    procedure: async () => null,
    form: async () => null,
    origins: async () => [],
  };
}
