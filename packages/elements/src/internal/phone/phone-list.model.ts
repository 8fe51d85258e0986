/** The papers of a phone's list: fields of the form by the names in the pass. */
import type { PhoneDraft, PhonePaper } from '@motcua/contract/phone-pass';
import type { Field, FieldOf, FormDefinition } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';
import type { KeptFile } from '../papers/paper-files.ts';

/** One paper to photograph. `group` and `at` (from 1) name its row, where it stands in one. */
export interface ListedPaper {
  readonly path: string;
  readonly field: FieldOf<'paper'>;
  readonly group: LocalizedText | null;
  readonly at: number;
  readonly have: number;
  readonly required: boolean;
}

const isPaper = (field: Field): field is FieldOf<'paper'> => field.kind === 'paper';

/** The path that this page gives to a paper. */
export const pathOfPaper = ({ paperId, rowId }: Pick<PhonePaper, 'paperId' | 'rowId'>): string => (rowId === undefined ? paperId : `row/${rowId}/${paperId}`);

/** A paper that the office asks for by its name alone. */
const namedPaper = ({ paperId, label }: PhonePaper): FieldOf<'paper'> | undefined => (label === undefined ? undefined : { kind: 'paper', id: paperId, label: { vi: label } });

/** Papers in the order of the pass; those that neither the form knows any more nor the office has named are left out. */
export function listedPapers(definition: FormDefinition | null, papers: readonly PhonePaper[]): ListedPaper[] {
  const fields = definition?.steps.flatMap((step) => step.fields) ?? [];
  const rows = [...new Set(papers.map((paper) => paper.rowId))];
  return papers.flatMap((paper) => {
    const group = paper.rowId === undefined ? undefined : fields.find((field) => field.kind === 'group' && field.fields.some((inner) => inner.id === paper.paperId));
    const inside = group?.kind === 'group' ? (group.fields as readonly Field[]) : fields;
    const field = inside.filter(isPaper).find((one) => one.id === paper.paperId) ?? namedPaper(paper);
    if (field === undefined) return [];
    const ofGroup = rows.filter((row) => row !== undefined && papers.some((one) => one.rowId === row && one.paperId === paper.paperId));
    const name = group?.kind === 'group' ? (group.itemLabel ?? group.label) : null;
    return [{ path: pathOfPaper(paper), field, group: name, at: ofGroup.indexOf(paper.rowId) + 1, have: paper.have ?? 0, required: paper.required === true }];
  });
}

/** What this phone sent before a reload, as files of its queue; and what waits here to be sent. */
export function filesOfVisit({ uploads }: PhoneDraft, kept: readonly KeptFile[]): KeptFile[] {
  const whole = uploads.filter((upload) => upload.complete).map((upload): KeptFile => {
    const { id, name, type, size, sha256 } = upload;
    return { id, path: pathOfPaper(upload), name, type, size, originalSize: size, sent: { uploadId: id, name, type, size, ...(sha256 !== null && { sha256 }) } };
  });
  const there = new Set(whole.map((file) => file.sent?.uploadId));
  // The last answer may have been lost: what the gateway has whole is not sent again.
  return [...whole, ...kept.filter((file) => file.sent === undefined && !there.has(file.resume?.uploadId))];
}

/** Required papers without any file, here or there. */
export function missingOf(papers: readonly ListedPaper[], count: (path: string) => number): number {
  return papers.filter((paper) => paper.required && paper.have + count(paper.path) === 0).length;
}
