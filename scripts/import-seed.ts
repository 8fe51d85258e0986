/**
 * Converts the neutral reference files into `packages/demo/seed`. Run once when the sources change:
 * `node --conditions=source scripts/import-seed.ts <folder with procedures.json and forms/>`. Outputs are committed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpecialDay } from '@motcua/contract/calendar';
import { FormDefinitionSchema } from '@motcua/contract/form';
import { ProcedureSchema } from '@motcua/contract/procedure';
import { SiteSchema } from '@motcua/contract/site';
import { convertForms, formsByProcedure } from './import-seed/all-forms.ts';
import { applyFacts, WEIGHTS } from './import-seed/facts/index.ts';
import { isOwn, toProcedure } from './import-seed/procedures.ts';
import { demoSite } from './import-seed/site.ts';
import { readSource, type SourceForm, type SourceProcedure } from './import-seed/source.ts';
import { nestedLines, recordLines, writeText } from './import-seed/write.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node --conditions=source scripts/import-seed.ts <data folder>');
const root = fileURLToPath(new URL('..', import.meta.url));
const seed = join(root, 'packages/demo/seed');

function specialDays(): SpecialDay[] {
  const file = readFileSync(join(root, 'packages/domain/data/holidays.json'), 'utf8');
  return (JSON.parse(file) as SpecialDay[])
    .filter((day) => day.date >= '2026-01-01')
    .map(({ date, dayOff, name, status }) => ({ date, dayOff, name, status }));
}

/** Throws with the place of the first fault, so that no bad record is committed. */
function check<T>(schema: { safeParse(value: unknown): { success: boolean; error?: unknown } }, value: T, what: string): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${what}: ${JSON.stringify(result.error)}`);
  return value;
}

const index = readSource<{ id: string }[]>(folder, 'forms', 'index.json');
const sources = index.map(({ id }) => readSource<SourceForm>(folder, 'forms', `${id}.json`));
const forms = convertForms(sources).map((form) => check(FormDefinitionSchema, form, form.id));
const formOf = formsByProcedure(forms);
const procedures = readSource<SourceProcedure[]>(folder, 'procedures.json')
  .filter(isOwn)
  .sort((a, b) => a.code.localeCompare(b.code))
  .map((source) => check(ProcedureSchema, applyFacts(toProcedure(source, formOf.get(source.code) ?? null)), source.code));

const ids = Object.fromEntries(sources.map((source) => [source.id, source.sections.flatMap((section) => section.fields.map(({ id, type }) => ({ id, type })))]));
writeText(join(seed, 'procedures.json'), recordLines(procedures));
writeText(join(seed, 'weights.json'), nestedLines(WEIGHTS, 1));
writeText(join(seed, 'site.json'), nestedLines(check(SiteSchema, demoSite(specialDays()), 'site'), 3));
for (const form of forms) writeText(join(seed, 'forms', `${form.id}.json`), nestedLines(form, 5));
writeText(join(root, 'packages/demo/test/fixtures/source-fields.json'), nestedLines(ids, 3));
process.stdout.write(`${String(procedures.length)} procedures, ${String(forms.length)} forms, ${String(formOf.size)} procedures with a form\n`);
