/** What a draft brings into the form of today, and which step closes it. */
import type { Answers } from '@motcua/contract/answers';
import type { Step } from '@motcua/contract/form';
import type { DossierFormController } from './dossier-form.controller.ts';
import type { DraftData } from '../internal/drafts/draft.model.ts';
import type { DraftContent } from './drafts/form-draft.ts';
import type { FormUpdate, Loaded } from './form-host.ts';

/** Answers of a draft; `update` tells what a newer form changed. `today` in Vietnam. */
export async function answersOf(found: DraftData, { definition }: Loaded, today: string): Promise<{ answers: Answers; update: FormUpdate | null }> {
  if (found.formVersion === definition.version) return { answers: found.answers, update: null };
  const { updateAnswers } = await import('./form-update.ts');
  return updateAnswers(definition, found.answers, today);
}

/** The last step, when it holds nothing but declarations and consent: it is part of the summary. */
export function closingOf(steps: readonly Step[]): Step | null {
  const last = steps[steps.length - 1];
  const closes = last?.fields.every((field) => field.kind === 'consent' || field.kind === 'statement') === true;
  return closes && last !== undefined ? last : null;
}

/** The form as its draft keeps it; null while nothing is filled in. `before`: what the draft knew of files before their code is here. */
export function contentOf(form: DossierFormController, before: Pick<DraftData, 'files'>): DraftContent | null {
  const { session, loaded, screen, stepId, handedOver } = form;
  if (session === null || loaded === null) return null;
  return {
    procedureCode: loaded.procedure.code, formVersion: loaded.definition.version, answers: session.answers,
    stepId: screen === 'summary' ? 'summary' : stepId, files: session.files?.kept() ?? before.files, handedOver,
    ...(session.files?.lent === true && { lent: true }),
  };
}
