/** Checks records with the schemas of the contract; a bad one is reported and left out, the others go on. */
import { EverydayWordSchema, ProcedureSchema, type EverydayWord, type Procedure } from '@motcua/contract/procedure';
import { LifeEventSchema, LookAlikeSchema, type LifeEvent, type LookAlike } from '@motcua/contract/guide';
import { FormDefinitionSchema, type FormDefinition } from '@motcua/contract/form';
import { SiteSchema, type Site } from '@motcua/contract/site';
import { fieldErrors, type SchemaIssue } from '../../field-errors.ts';
import type { ImportFault, ReferenceBundle, ReferenceFile } from './bundle.ts';

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly unknown[] } };
}

/** Everything of a bundle that fits. `site` is null when the site itself does not: then nothing is imported. */
export interface CheckedBundle {
  readonly site: Site | null;
  readonly procedures: readonly Procedure[];
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

function checkFile<T>({ file, records }: ReferenceFile, schema: Parser<T>, keyOf: (record: T) => string, faults: ImportFault[]): T[] {
  const seen = new Set<string>();
  return records.flatMap((raw, index) => {
    const record = nfc(raw);
    const result = schema.safeParse(record);
    if (!result.success) {
      const [first] = fieldErrors(result.error.issues as SchemaIssue[], record);
      faults.push({ file, index, pointer: first?.pointer ?? '', code: first?.code ?? 'type' });
      return [];
    }
    if (seen.has(keyOf(result.data))) {
      faults.push({ file, index, pointer: '', code: 'duplicate' });
      return [];
    }
    seen.add(keyOf(result.data));
    return [result.data];
  });
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
  const faults: ImportFault[] = [];
  const [site] = checkFile(bundle.site, SiteSchema as Parser<Site>, (one) => one.id, faults);
  const ids = new Set<string>();
  const forms = bundle.forms.flatMap((file) => checkFile(file, FormDefinitionSchema as Parser<FormDefinition>, (form) => form.id, faults))
    .filter((form) => !ids.has(form.id) && ids.add(form.id));
  const procedures = checkFile(bundle.procedures, ProcedureSchema as Parser<Procedure>, (procedure) => procedure.code, faults);
  const none = { file: '', records: [] };
  const words = bundle.everydayWords ?? none;
  return {
    site: site ?? null,
    procedures: withKnownForms(procedures, forms, bundle.procedures.file, faults),
    forms,
    everydayWords: checkFile(words, EverydayWordSchema as Parser<EverydayWord>, (word) => JSON.stringify([word.phrase, word.codes, word.kind]), faults),
    lifeEvents: checkFile(bundle.lifeEvents ?? none, LifeEventSchema as Parser<LifeEvent>, ({ id }) => id, faults),
    lookAlikes: checkFile(bundle.lookAlikes ?? none, LookAlikeSchema as Parser<LookAlike>, ({ id }) => id, faults),
    faults,
  };
}
