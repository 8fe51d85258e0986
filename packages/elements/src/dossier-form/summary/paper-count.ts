/** How many of the required papers are there, said before the dossier is sent. */
import type { PaperAnswer } from '@motcua/contract/answers';
import type { FormSession } from '../form-session.ts';

/** Required papers of this case, those with a file, and those that will be brought to the counter; null when none is required. */
export function paperCount(session: FormSession): { readonly there: number; readonly brought: number; readonly of: number } | null {
  const papers = session.steps.flatMap((step) => step.fields).filter((field) => field.kind === 'paper' && session.isRequired(field, field.id));
  const answers = papers.map((field) => session.value(field.id) as PaperAnswer | undefined);
  const there = answers.filter((answer) => (answer?.files?.length ?? 0) > 0).length;
  const brought = answers.filter((answer) => (answer?.files?.length ?? 0) === 0 && answer?.handInAtCounter === true).length;
  return papers.length === 0 ? null : { there, brought, of: papers.length };
}
