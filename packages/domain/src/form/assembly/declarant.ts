/** Who declares (người khai) when it is not the applicant (chủ hồ sơ): somebody with a written authorisation. */
import type { Answers, Person } from '@motcua/contract/answers';
import type { Field, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import type { FormContext } from '../context.ts';
import { openScope } from '../scope.ts';
import { isEmpty, isRecord, own, tidyText } from '../value.ts';
import { paperFieldId, type PaperLimits } from './papers.ts';
import { WORDS } from './words.ts';

/** Id of the question for whom it is, and of the person who declares. */
const QUESTION = 'declarant.for';
export const DECLARANT_FIELD = 'declarant';
const isOther: Field['when'] = { field: QUESTION, op: 'equals', value: 'other' };

/** The question, and the person when it is for somebody else. */
export function declarantFields(): Field[] {
  const question: FieldOf<'choice'> = {
    // Not required: who says nothing declares for himself, as every dossier did before the question was there.
    kind: 'choice', id: QUESTION, display: 'radio', initial: 'self', printedLabel: '', label: WORDS.declarantFor,
    options: [{ value: 'self', label: WORDS.declarantSelf }, { value: 'other', label: WORDS.declarantOther }],
  };
  const person: FieldOf<'person'> = {
    kind: 'person', id: DECLARANT_FIELD, label: WORDS.declarant, required: true, when: isOther, sensitive: true,
    parts: ['hoTen', 'ngaySinh', 'soDinhDanh', 'dienThoai'], requiredParts: ['hoTen', 'soDinhDanh'], partialBirthDate: true,
  };
  return [question, person];
}

/** The written authorisation, behind the papers of the procedure; a step of its own where there are none. */
export function withAuthorisation(steps: readonly Step[], { accept, maxFileBytes, maxFilesPerPaper }: PaperLimits): Step[] {
  const paper: FieldOf<'paper'> = {
    kind: 'paper', id: paperFieldId('uy-quyen'), paperId: 'uy-quyen', label: WORDS.authorisation, hint: WORDS.authorisationHint, required: true, when: isOther,
    ...(accept && { accept: [...accept] }), ...(maxFileBytes !== undefined && { maxBytes: maxFileBytes }), ...(maxFilesPerPaper !== undefined && { maxFiles: maxFilesPerPaper }),
  };
  const before = steps.slice(0, -1);
  const last = steps[steps.length - 1] ?? { id: 'papers', title: WORDS.papersTitle, fields: [] };
  return [...before, { ...last, fields: [...last.fields, paper] }];
}

/** The one who declares for the applicant; null when the applicant does. */
export function declarantOf(definition: FormDefinition, answers: Answers, context: FormContext): Person | null {
  const { declarant } = definition;
  const field = definition.steps.flatMap(({ fields }) => fields).find(({ id }) => id === declarant);
  if (declarant === undefined || field === undefined || !openScope(answers, { ...context, definition }).isVisible(field)) return null;
  const value = own(answers, declarant);
  if (!isRecord(value) || isEmpty(value)) return null;
  const { hoTen } = value;
  return typeof hoTen === 'string' && !isEmpty(hoTen) ? { ...(value as Person), hoTen: tidyText(hoTen) } : null;
}
