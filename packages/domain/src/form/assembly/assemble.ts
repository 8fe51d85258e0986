/**
 * The complete form of a procedure at a unit: the declaration of the law, then what every dossier needs. The gateway
 * makes it for the page and again when answers arrive, so it depends on nothing but its arguments.
 */
import type { FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import type { Procedure, ProcedureBrief } from '@motcua/contract/procedure';
import { applicantSteps } from './applicant.ts';
import { DECLARANT_FIELD, withAuthorisation } from './declarant.ts';
import { withExemptions } from './exemptions.ts';
import { fingerprint } from './fold.ts';
import { papersStep, type PaperLimits } from './papers.ts';
import { WORDS } from './words.ts';

/** What a site may change. */
export interface AssembleOptions extends PaperLimits {
  /** Version of the consent text; change it with the text. */
  readonly consentVersion?: string | undefined;
}

function deliveryStep({ postal, channels }: Procedure): Step {
  const modes: FieldOf<'delivery'>['modes'] = ['counter'];
  if (channels.some((channel) => channel.kind === 'online')) modes.push('electronic');
  if (postal === 'return' || postal === 'both') modes.push('post');
  const papersByPost = postal === 'submit' || postal === 'both';
  const field: FieldOf<'delivery'> = { kind: 'delivery', id: 'delivery', label: WORDS.delivery, required: true, modes, papersByPost };
  return { id: 'delivery', title: WORDS.deliveryTitle, fields: [field] };
}

function consentStep(declaration: FormDefinition | null, version: string): Step {
  return {
    id: 'consent',
    title: WORDS.consentTitle,
    fields: [
      { kind: 'statement', id: 'truthfulness', tone: 'plain', label: declaration?.declaration ?? WORDS.truthfulness },
      {
        kind: 'consent',
        id: 'consent.processing',
        label: WORDS.consent,
        help: WORDS.consentHelp,
        required: true,
        purpose: 'process-dossier',
        version,
      },
    ],
  };
}

function briefOf({ code, name, plainName, submission, channels, portalUrl, portalCheckedOn }: Procedure): ProcedureBrief {
  const said = { ...(plainName === undefined ? {} : { plainName }), ...(portalCheckedOn === undefined ? {} : { portalCheckedOn }) };
  return { code, name, ...said, submission, channels, portalUrl };
}

/**
 * Puts the form together. Step ids `applicant`, `contact`, `papers`, `delivery`, `consent` and field ids `applicant`,
 * `contact.*`, `fee.exemptions`, `declarant`, `declarant.for`, `case`, `paper.*`, `note.*`, `delivery`, `truthfulness`, `consent.processing` are taken: a declaration
 * does not use them. `version` is a fingerprint of the content: the same arguments give the same version.
 */
export function assembleForm(procedure: Procedure, declaration: FormDefinition | null, options: AssembleOptions = {}): FormDefinition {
  const { steps, applicant } = applicantSteps(declaration);
  const content = {
    ...(declaration ?? { title: { vi: procedure.name } }),
    id: `procedure-${procedure.code}`,
    procedureCodes: [procedure.code],
    applicant,
    declarant: DECLARANT_FIELD,
    steps: [
      ...(declaration?.steps ?? []),
      ...steps,
      ...withAuthorisation(withExemptions(papersStep(procedure, declaration, options), procedure, options), options),
      deliveryStep(procedure),
      consentStep(declaration, options.consentVersion ?? '1'),
    ],
  };
  // Beside the fingerprint: a fee that changed is no reason to look through the answers of a draft again.
  return { ...content, procedure: briefOf(procedure), version: fingerprint(JSON.stringify(content)) };
}
