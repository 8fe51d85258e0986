/** How many of the required papers are there, said before the dossier is sent. Papers of rows count like any other. */
import type { PaperAnswer } from '@motcua/contract/answers';
import { askedPapers } from '../../internal/papers/asked-papers.ts';
import type { FormSession } from '../form-session.ts';

/** Required papers of this case, those with a file, and those that will be brought to the counter; null when none is required. */
export function paperCount(session: FormSession): { readonly there: number; readonly brought: number; readonly of: number } | null {
  const answers = askedPapers(session).filter(({ required }) => required).map(({ path }) => session.value(path) as PaperAnswer | undefined);
  const there = answers.filter((answer) => (answer?.files?.length ?? 0) > 0).length;
  const brought = answers.filter((answer) => (answer?.files?.length ?? 0) === 0 && answer?.handInAtCounter === true).length;
  return answers.length === 0 ? null : { there, brought, of: answers.length };
}
