/** Who asks to pay less (đề nghị miễn, giảm phí, lệ phí) says why and shows the paper, attached or at the counter. */
import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldOf, Step } from '@motcua/contract/form';
import type { FeeExemption } from '@motcua/contract/payment';
import type { Procedure } from '@motcua/contract/procedure';
import { own } from '../value.ts';
import { paperFieldId, type PaperLimits } from './papers.ts';
import { WORDS } from './words.ts';

const QUESTION = 'fee.exemptions';
/** Id of the paper that proves an exemption. */
const proofId = (exemptionId: string): string => `mien-giam.${exemptionId}`;

/** Exemptions of all channels, each once: which channel is taken is not known while the form is filled in. */
function exemptionsOf({ channels }: Procedure): FeeExemption[] {
  const all = channels.flatMap(({ fees }) => fees.flatMap(({ exemptions = [] }) => exemptions));
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function proofField({ id, label, proof }: FeeExemption, { accept, maxFileBytes, maxFilesPerPaper }: PaperLimits): FieldOf<'paper'> {
  return {
    kind: 'paper', id: paperFieldId(proofId(id)), paperId: proofId(id), label: proof ?? label, hint: WORDS.exemptionProofHint, required: true,
    when: { field: QUESTION, op: 'includes', value: [id] },
    ...(accept && { accept: [...accept] }), ...(maxFileBytes !== undefined && { maxBytes: maxFileBytes }), ...(maxFilesPerPaper !== undefined && { maxFiles: maxFilesPerPaper }),
  };
}

/** The question and a paper for each answer, behind the papers of the procedure; nothing where the fee knows no exemption. */
export function withExemptions(steps: readonly Step[], procedure: Procedure, limits: PaperLimits): Step[] {
  const exemptions = exemptionsOf(procedure);
  if (exemptions.length === 0) return [...steps];
  const question: FieldOf<'choice'> = {
    kind: 'choice', id: QUESTION, display: 'checkboxes', printedLabel: '', sensitive: true, label: WORDS.exemptions, help: WORDS.exemptionsHelp,
    options: exemptions.map(({ id, label }) => ({ value: id, label })),
  };
  const fields: Field[] = [question, ...exemptions.map((one) => proofField(one, limits))];
  const last = steps[steps.length - 1] ?? { id: 'papers', title: WORDS.papersTitle, fields: [] };
  return [...steps.slice(0, -1), { ...last, fields: [...last.fields, ...fields] }];
}

/** Ids of the exemptions that are claimed, whatever else stands in the answers. */
export function claimedExemptions(answers: Answers): string[] {
  const value = own(answers, QUESTION);
  return Array.isArray(value) ? [...new Set((value as unknown[]).filter((one): one is string => typeof one === 'string'))] : [];
}
