/** Checks records with the schemas of the contract; a bad one is reported and left out, the others go on. */
import { EverydayWordSchema, ProcedureSchema, type EverydayWord, type Procedure } from '@motcua/contract/procedure';
import { LifeEventSchema, LookAlikeSchema, type LifeEvent, type LookAlike } from '@motcua/contract/guide';
import { FormDefinitionSchema, type FormDefinition } from '@motcua/contract/form';
import { SiteSchema, type Site } from '@motcua/contract/site';
import { fieldErrors, type SchemaIssue } from '../../field-errors.ts';
import { applyOverrides, OverrideSchema, type Override } from './overrides.ts';
import { oversized, safeRecord } from './formats/safe-text.ts';
import type { ImportFault, ReferenceBundle, ReferenceFile } from './bundle.ts';

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly unknown[] } };
}

/** Everything of a bundle that fits. `site` is null when the site itself does not: then nothing is imported. */
export interface CheckedBundle {
  readonly site: Site | null;
  readonly procedures: readonly Procedure[];
  /** How many of them lost HTML or hidden characters. */
  readonly cleaned: number;
  readonly forms: readonly FormDefinition[];
  readonly everydayWords: readonly EverydayWord[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly lookAlikes: readonly LookAlike[];
  readonly faults: readonly ImportFault[];
}

/** Text in Unicode NFC, so that searching and comparing never depend on who typed it. */
function nfc(value: unknown): unknown {
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? value : JSON.parse(json.normalize('NFC'));
}

/** How the records of a file are read: made comparable first, told apart by a key. */
interface Reading<T> {
  readonly schema: Parser<T>;
  readonly keyOf: (record: T) => string;
  readonly tidy?: (value: unknown) => unknown;
}

function checkFile<T>({ file, records, lines }: ReferenceFile, { schema, keyOf, tidy = nfc }: Reading<T>, faults: ImportFault[]): T[] {
  const seen = new Set<string>();
  return records.flatMap((raw, index) => {
    const record = tidy(raw);
    const refuse = (pointer: string, code: string): T[] => {
      faults.push({ file, index, pointer, code, ...placeOf(record, lines?.[index]) });
      return [];
    };
    const large = oversized(record);
    if (large !== null) return refuse(large, 'too-large');
    const result = schema.safeParse(record);
    if (!result.success) {
      const [first] = fieldErrors(result.error.issues as SchemaIssue[], record);
      return refuse(first?.pointer ?? '', first?.code ?? 'type');
    }
    if (seen.has(keyOf(result.data))) return refuse('', 'duplicate');
    seen.add(keyOf(result.data));
    return [result.data];
  });
}

/** Line and code, where the record has them: a person looks for these, not for a number from zero. */
function placeOf(record: unknown, line: number | undefined): Pick<ImportFault, 'line' | 'key'> {
  const code = typeof record === 'object' && record !== null && 'code' in record ? record.code : undefined;
  return { ...(line !== undefined && { line }), ...(typeof code === 'string' && { key: code.slice(0, 40) }) };
}

const isHttps = (url: string): boolean => /^https:\/\/[^\s/]+/i.test(url);

/** An address that is no https goes on no page: the sheet stays, the link goes. */
function withSafeLinks(procedures: Procedure[], file: string, faults: ImportFault[]): Procedure[] {
  return procedures.map((procedure, index) => {
    const { portalUrl, source: { url, ...source }, ...rest } = procedure;
    const bad = portalUrl !== null && !isHttps(portalUrl) ? '/portalUrl' : url !== undefined && !isHttps(url) ? '/source/url' : null;
    if (bad === null) return procedure;
    faults.push({ file, index, pointer: bad, code: 'not-https', key: procedure.code });
    return { ...rest, portalUrl: portalUrl !== null && isHttps(portalUrl) ? portalUrl : null, source: { ...source, ...(url !== undefined && isHttps(url) && { url }) } };
  });
}

/** Site facts over the catalogue; an override for a code that is not there is told, the others count. */
function withOverrides(procedures: Procedure[], bundle: ReferenceBundle, faults: ImportFault[]): Procedure[] {
  if (bundle.overrides === undefined) return procedures;
  const { file } = bundle.overrides;
  const overrides = checkFile(bundle.overrides, { schema: OverrideSchema as Parser<Override>, keyOf: (one) => JSON.stringify(one), tidy: safeRecord }, faults);
  const { procedures: changed, unknown } = applyOverrides(procedures, overrides);
  for (const { index, code } of unknown) faults.push({ file, index, pointer: '/codes', code: 'unknown-procedure', key: code.slice(0, 40) });
  return changed;
}

/** A procedure that names a form which is not there would promise a form: it goes on without, and is reported. */
function withKnownForms(procedures: Procedure[], forms: readonly FormDefinition[], file: string, faults: ImportFault[]): Procedure[] {
  const ids = new Set(forms.map((form) => form.id));
  return procedures.map((procedure, index) => {
    if (procedure.formId === null || ids.has(procedure.formId)) return procedure;
    faults.push({ file, index, pointer: '/formId', code: 'not-an-option' });
    return { ...procedure, formId: null };
  });
}

/** Checks a whole bundle; never throws for what is in the records. */
export function checkBundle(bundle: ReferenceBundle): CheckedBundle {
  const faults: ImportFault[] = [...(bundle.procedures.faults ?? [])];
  const [site] = checkFile(bundle.site, { schema: SiteSchema as Parser<Site>, keyOf: (one) => one.id }, faults);
  const ids = new Set<string>();
  const forms = bundle.forms.flatMap((file) => checkFile(file, { schema: FormDefinitionSchema as Parser<FormDefinition>, keyOf: (form) => form.id }, faults))
    .filter((form) => !ids.has(form.id) && ids.add(form.id));
  let cleaned = 0;
  const tidy = (value: unknown): unknown => {
    const safe = safeRecord(value);
    if (JSON.stringify(safe) !== JSON.stringify(nfc(value))) cleaned += 1;
    return safe;
  };
  const { file } = bundle.procedures;
  const read = checkFile(bundle.procedures, { schema: ProcedureSchema as Parser<Procedure>, keyOf: ({ code }) => code, tidy }, faults);
  const procedures = withOverrides(withSafeLinks(withKnownForms(read, forms, file, faults), file, faults), bundle, faults);
  const none = { file: '', records: [] };
  const byId = ({ id }: { id: string }): string => id;
  return {
    site: site ?? null,
    procedures,
    cleaned,
    forms,
    everydayWords: checkFile(bundle.everydayWords ?? none, { schema: EverydayWordSchema as Parser<EverydayWord>, keyOf: (word) => JSON.stringify([word.phrase, word.codes, word.kind]) }, faults),
    lifeEvents: checkFile(bundle.lifeEvents ?? none, { schema: LifeEventSchema as Parser<LifeEvent>, keyOf: byId }, faults),
    lookAlikes: checkFile(bundle.lookAlikes ?? none, { schema: LookAlikeSchema as Parser<LookAlike>, keyOf: byId }, faults),
    faults,
  };
}
