/** Papers of the form with the files that are here, in the order of the form. */
import type { Answers } from '@motcua/contract/answers';
import type { Field } from '@motcua/contract/form';
import type { PaperFile } from '../../internal/papers/paper-files.ts';
import { isRows } from '../answer-path.model.ts';
import type { FormSession } from '../form-session.ts';

/** One paper and its files; rows of a group have papers of their own. */
export interface PaperOnDevice {
  readonly name: string;
  readonly files: readonly PaperFile[];
}

function among(fields: readonly Field[], base: string, answers: Answers, session: FormSession): PaperOnDevice[] {
  return fields.flatMap((field): PaperOnDevice[] => {
    if (field.kind === 'group') {
      const rows = answers[field.id];
      return (isRows(rows) ? rows : []).flatMap((row) => among(field.fields as Field[], `${field.id}/${row.rowId}/`, row.answers, session));
    }
    if (field.kind !== 'paper') return [];
    const files = session.files?.of(base + field.id).filter(({ state }) => state === 'arrived') ?? [];
    return files.length === 0 ? [] : [{ name: field.label.vi, files }];
  });
}

/** Only shown steps: a paper that is asked no more is not handed over. */
export function papersOf(session: FormSession): PaperOnDevice[] {
  return among(session.steps.flatMap((step) => step.fields), '', session.answers, session);
}
