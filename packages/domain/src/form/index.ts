/** Forms as data, interpreted: which fields show, whether answers are right, what is sent, how it reads. */
export { applicantOf, type Applicant } from './assembly/applicant.ts';
export { assembleForm, type AssembleOptions } from './assembly/assemble.ts';
export { CASE_FIELD, paperFieldId, type PaperLimits } from './assembly/papers.ts';
export { isAcceptedFile } from './checks/paper.ts';
export { requiredPartsOf } from './checks/person.ts';
export { cleanAnswers } from './clean.ts';
export type { FormContext } from './context.ts';
export type { FormFinding, FormNoteCode } from './finding.ts';
export { emptyAnswers, emptyRow } from './initial.ts';
export { dateInWords, numberInWords } from './number-words.ts';
export { portalParts, portalSearchUrl, type PortalField, type PortalPart, type PortalStep } from './portal.ts';
export { missingRequired, type MissingRequired, type RequiredCount } from './progress.ts';
export { reconcileAnswers, type Reconciled } from './reconcile.ts';
export { summarize, type SummaryOptions, type SummaryRow, type SummarySection } from './summary.ts';
export { addressText, dateText, withDots, type SummaryLabel, type SummaryLabels } from './summary-text.ts';
export { validateField, validateForm, validateStep } from './validate.ts';
export { isEmpty as isEmptyAnswer } from './value.ts';
export { computeValue, evaluateCondition, isFieldVisible, isRequired, visibleOptions, visibleSteps } from './visibility.ts';
