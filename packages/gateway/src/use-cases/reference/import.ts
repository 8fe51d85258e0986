/** Brings reference data of a site into the database: checked, in one transaction, the same result however often it runs. */
import type { FormDefinition } from '@motcua/contract/form';
import type { Guide } from '@motcua/contract/guide';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import type { Db, Tx } from '../../ports/database.ts';
import type { Clock } from '../../ports/world.ts';
import { canonicalJson, sha256 } from '../bytes.ts';
import { inBatches, type Report } from './batches.ts';
import type { ImportProgress, ImportReport, ReferenceBundle } from './bundle.ts';
import { makeCatalogue } from './catalogue.ts';
import { makeGuide } from './guide.ts';
import { checkBundle } from './check.ts';
import { importUnits } from './import-units.ts';

/** `onProgress` is called many times a second; whoever prints decides how often. */
export interface ImportOptions {
  readonly clock: Clock;
  readonly onProgress?: (progress: ImportProgress) => void;
}
async function replaceProcedures(tx: Tx, site: string, procedures: readonly Procedure[], report: Report): Promise<void> {
  const rows = await Promise.all(procedures.map(async (procedure) => {
    const data = JSON.stringify(procedure);
    return { site, code: procedure.code, data, etag: (await sha256(data)).slice(0, 20) };
  }));
  await tx.deleteFrom('procedures').where('site', '=', site).execute();
  await inBatches(rows, (slice) => tx.insertInto('procedures').values(slice).execute(), (done) => report('procedures', done, rows.length));
}

async function replaceForms(tx: Tx, site: string, forms: readonly FormDefinition[], report: Report): Promise<void> {
  const rows = forms.map((form) => ({ site, id: form.id, data: JSON.stringify(form) }));
  await tx.deleteFrom('forms').where('site', '=', site).execute();
  await inBatches(rows, (slice) => tx.insertInto('forms').values(slice).execute(), (done) => report('forms', done, rows.length));
}

async function replaceSite(tx: Tx, site: Site, origins: readonly string[]): Promise<void> {
  const row = { data: JSON.stringify(site), origins: JSON.stringify(origins) };
  await tx.insertInto('sites').values({ id: site.id, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
}

/**
 * Imports a bundle. Records that do not fit are left out and told in `faults`; when the site itself does not fit, nothing
 * changes. What a site had before and the bundle has no more is gone. Throws only what the database throws.
 */
export async function importReference(db: Db, bundle: ReferenceBundle, options: ImportOptions): Promise<ImportReport> {
  const report: Report = (stage, done, total) => options.onProgress?.({ stage, done, total });
  report('check', 0, bundle.procedures.records.length);
  const checked = checkBundle(bundle);
  const { procedures, forms, faults } = checked;
  report('check', bundle.procedures.records.length, bundle.procedures.records.length);
  if (checked.site === null) {
    return { site: null, procedures: 0, cleaned: 0, forms: 0, everydayWords: 0, communes: 0, legacyUnits: 0, version: null, faults };
  }
  const updatedAt = options.clock.now().toISOString();
  const catalogue = await makeCatalogue(procedures, checked.everydayWords, bundle.weights ?? {}, updatedAt);
  const guide = await makeGuide(catalogue, checked.lifeEvents, checked.lookAlikes);
  const version = (await sha256(canonicalJson([checked.site, catalogue.version, guide.version, procedures, forms]))).slice(0, 20);
  const site: Site = { ...checked.site, version };
  const units = await db.transaction().execute(async (tx) => {
    await replaceSite(tx, site, bundle.origins ?? []);
    await replaceProcedures(tx, site.id, procedures, report);
    await replaceForms(tx, site.id, forms, report);
    await storeCatalogue(tx, site.id, catalogue);
    await storeGuide(tx, site.id, guide);
    report('catalogue', 1, 1);
    return importUnits(tx, bundle, report);
  });
  return { site: site.id, procedures: procedures.length, cleaned: checked.cleaned, forms: forms.length, everydayWords: catalogue.everydayWords.reduce((sum, [, , , phrases]) => sum + phrases.split('|').length, 0), ...units, version, faults };
}

/** The same checks without a database: nothing is opened, nothing written. */
export function checkReference(bundle: ReferenceBundle): Pick<ImportReport, 'site' | 'procedures' | 'cleaned' | 'forms' | 'faults'> {
  const { site, procedures, cleaned, forms, faults } = checkBundle(bundle);
  return { site: site?.id ?? null, procedures: procedures.length, cleaned, forms: forms.length, faults };
}

async function storeGuide(tx: Tx, site: string, guide: Guide): Promise<void> {
  const row = { version: guide.version, data: JSON.stringify(guide) };
  await tx.insertInto('guides').values({ site, ...row }).onConflict((conflict) => conflict.column('site').doUpdateSet(row)).execute();
}

/** An unchanged catalogue keeps its date, so that devices keep their copy. */
async function storeCatalogue(tx: Tx, site: string, catalogue: Awaited<ReturnType<typeof makeCatalogue>>): Promise<void> {
  const before = await tx.selectFrom('catalogues').select('version').where('site', '=', site).executeTakeFirst();
  if (before?.version === catalogue.version) return;
  const row = { version: catalogue.version, updated_at: catalogue.updatedAt, data: JSON.stringify(catalogue) };
  await tx.insertInto('catalogues').values({ site, ...row }).onConflict((conflict) => conflict.column('site').doUpdateSet(row)).execute();
}
