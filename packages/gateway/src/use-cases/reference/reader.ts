/** Reads reference data from the database. */
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { assembleForm } from '@motcua/domain/form';
import type { Db } from '../../ports/database.ts';
import type { ReferenceReader } from '../../ports/reference.ts';

/** Changes with the words of the consent in `@motcua/domain/form`. */
const CONSENT_VERSION = '1';
/** A paper of more pages than this is better one PDF. */
const MAX_FILES_PER_PAPER = 10;

/** Puts the whole form together: declaration, papers, delivery, consent, with the limits of the site. */
export function siteForm(site: Site, procedure: Procedure, declaration: FormDefinition | null): FormDefinition {
  const { maxFileBytes, types } = site.uploadLimits;
  return assembleForm(procedure, declaration, { accept: types, maxFileBytes, maxFilesPerPaper: MAX_FILES_PER_PAPER, consentVersion: CONSENT_VERSION });
}

/** Rows are written by the importer from checked records, so they are read without checking again. */
export function createReferenceReader(db: Db): ReferenceReader {
  const site = async (siteId: string): Promise<Site | null> => {
    const row = await db.selectFrom('sites').select('data').where('id', '=', siteId).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.data) as Site);
  };
  const procedure = async (siteId: string, code: string): Promise<Procedure | null> => {
    const row = await db.selectFrom('procedures').select('data').where('site', '=', siteId).where('code', '=', code).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.data) as Procedure);
  };
  const declaration = async (siteId: string, id: string | null): Promise<FormDefinition | null> => {
    if (id === null) return null;
    const row = await db.selectFrom('forms').select('data').where('site', '=', siteId).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.data) as FormDefinition);
  };
  return {
    site,
    procedure,
    form: async (siteId, code) => {
      const [theSite, theProcedure] = await Promise.all([site(siteId), procedure(siteId, code)]);
      if (theSite === null || theProcedure === null) return null;
      return siteForm(theSite, theProcedure, await declaration(siteId, theProcedure.formId));
    },
    origins: async (siteId) => {
      const query = db.selectFrom('sites').select('origins');
      const rows = await (siteId === null ? query : query.where('id', '=', siteId)).execute();
      return [...new Set(rows.flatMap((row) => JSON.parse(row.origins) as string[]))];
    },
  };
}
