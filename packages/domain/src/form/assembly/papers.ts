/** The step of the papers (thành phần hồ sơ): papers hang off the case. */
import type { Condition, Field, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import type { PaperRequirement, Procedure, ProcedureCase } from '@motcua/contract/procedure';
import { plainWords } from './fold.ts';
import { WORDS } from './words.ts';

/** What a site allows for files. */
export interface PaperLimits {
  readonly accept?: readonly string[] | undefined;
  readonly maxFileBytes?: number | undefined;
  readonly maxFilesPerPaper?: number | undefined;
}

/** Id of the question which case it is. */
export const CASE_FIELD = 'case';
const NOTES_FIELD = 'paper-notes';
/** Id of the field of a paper. */
export const paperFieldId = (paperId: string): string => `paper.${paperId}`;

/** Headings of lists that look like cases in the published data but are none. */
const HEADING = /^(giay to (phai )?(nop|xuat trinh)|luu y|thanh phan|ho so( gom| bao gom)?$|ho so cua|nguoi yeu cau|xuat trinh|khi nop)/;

/** Is this really a case that a person chooses, not the general list or a heading? */
function isChosen(one: ProcedureCase): boolean {
  return one.title !== null && !HEADING.test(plainWords(one.title).join(' '));
}

/** How a paper stands to the electronic declaration: the declaration itself, some declaration, or another paper. */
function roleOf(paper: PaperRequirement, declaration: FormDefinition | null): 'replaced' | 'maybe' | 'paper' {
  if (!declaration) return 'paper';
  const words = plainWords(paper.name);
  const head = words.slice(0, 3).join(' ');
  if (head.startsWith('mau ho tich')) return 'replaced';
  if (!/^(\d+ )?(to khai|don|giay de nghi|mau|phieu)\b/.test(head)) return 'paper';
  const title = new Set(plainWords(declaration.title.vi));
  const shared = words.slice(0, title.size).filter((word) => title.has(word)).length;
  const number = plainWords(declaration.formNumber ?? '').join(' ');
  const hasNumber = number !== '' && ` ${words.join(' ')} `.includes(` ${number} `);
  if (hasNumber || shared >= title.size * 0.7) return 'replaced';
  return head.startsWith('to khai') ? 'maybe' : 'paper';
}

interface Listed {
  readonly id: string;
  readonly paper: PaperRequirement;
  /** Case ids; empty: in every case. */
  readonly cases: readonly string[];
}

/** Papers with the cases they belong to; the same paper in several cases is asked once. */
function listPapers(cases: readonly ProcedureCase[], chosen: readonly ProcedureCase[]): Listed[] {
  const listed = new Map<string, Listed>();
  for (const one of cases) {
    const caseIds = chosen.includes(one) ? [one.id] : [];
    for (const paper of one.papers) {
      const before = listed.get(paper.id);
      const isSame = before?.paper.name === paper.name;
      const merged = before && isSame && before.cases.length > 0 && caseIds.length > 0 ? [...before.cases, ...caseIds] : caseIds;
      // Another paper under an id that is taken gets the case into its field id.
      const id = before && !isSame ? `${one.id}.${paper.id}` : paper.id;
      listed.set(id, { id, paper, cases: merged });
    }
  }
  return [...listed.values()];
}

function whenCase(cases: readonly string[]): { when?: Condition } {
  if (cases.length === 0) return {};
  const [only] = cases;
  if (cases.length === 1 && only !== undefined) return { when: { field: CASE_FIELD, op: 'equals', value: only } };
  return { when: { field: CASE_FIELD, op: 'in', value: [...cases] } };
}

function paperField({ id, paper, cases }: Listed, isOptional: boolean, limits: PaperLimits): FieldOf<'paper'> {
  const { accept, maxFileBytes, maxFilesPerPaper } = limits;
  return {
    kind: 'paper',
    id: paperFieldId(id),
    label: { vi: paper.name },
    ...whenCase(cases),
    ...(paper.required && !isOptional ? { required: true } : {}),
    ...(isOptional ? { hint: WORDS.replaced } : {}),
    paperId: paper.id,
    ...(accept ? { accept: [...accept] } : {}),
    ...(maxFilesPerPaper === undefined ? {} : { maxFiles: maxFilesPerPaper }),
    ...(maxFileBytes === undefined ? {} : { maxBytes: maxFileBytes }),
    ...(paper.originals === undefined ? {} : { originals: paper.originals }),
    ...(paper.copies === undefined ? {} : { copies: paper.copies }),
    ...(paper.checks === undefined ? {} : { checks: paper.checks }),
    ...(paper.drawing === undefined ? {} : { drawing: paper.drawing }),
  };
}

/** «Trường hợp ủy quyền, hồ sơ gồm:» reads as «Trường hợp ủy quyền». */
function caseTitle({ title, id }: ProcedureCase): string {
  return (title ?? id).replace(/\s*[:;.]+\s*$/, '').replace(/[,;]?\s*(hồ sơ )?(bao )?gồm( có)?$/i, '') || id;
}

function caseField(cases: readonly ProcedureCase[], chosen: readonly ProcedureCase[]): FieldOf<'choice'>[] {
  const general = cases.find((one) => !chosen.includes(one));
  // One case beside a general list is still a question: «mine» or «none of these».
  if (chosen.length + Number(general !== undefined) < 2 || chosen.length === 0) return [];
  const options = chosen.map((one) => ({ value: one.id, label: { vi: caseTitle(one) } }));
  if (general) options.push({ value: general.id, label: WORDS.otherCase });
  return [{ kind: 'choice', id: CASE_FIELD, label: WORDS.case, required: true, display: 'radio', options }];
}

/**
 * Remarks among the papers («Lưu ý …»): one statement, the remarks themselves stay with the procedure. Published lists put them
 * under any case, so they are shown in all of them.
 */
function noteFields(notes: readonly Listed[]): FieldOf<'statement'>[] {
  return notes.length === 0 ? [] : [{ kind: 'statement', id: NOTES_FIELD, tone: 'note', label: WORDS.notes, lists: 'paper-notes' }];
}

/**
 * The step `papers`, or none for a procedure without papers. The paper that the electronic declaration replaces is left
 * out; another declaration among the papers stays, but optional.
 */
export function papersStep(procedure: Procedure, declaration: FormDefinition | null, limits: PaperLimits): Step[] {
  const { cases } = procedure;
  const chosen = cases.length > 1 ? cases.filter(isChosen) : [];
  const question = caseField(cases, chosen);
  const options = question[0]?.options?.length ?? 0;
  // A paper of every case does not wait for the answer.
  const listed = listPapers(cases, options > 0 ? chosen : []).map((one) => (one.cases.length < options ? one : { ...one, cases: [] }));
  const papers = listed
    .filter(({ paper }) => !paper.isNote)
    .map((one) => ({ one, role: roleOf(one.paper, declaration) }))
    .filter(({ role }) => role !== 'replaced')
    .map(({ one, role }) => paperField(one, role === 'maybe', limits));
  if (papers.length === 0) return [];
  const fields: Field[] = [...question, ...papers, ...noteFields(listed.filter(({ paper }) => paper.isNote))];
  return [{ id: 'papers', title: WORDS.papersTitle, description: WORDS.papersDescription, fields }];
}
