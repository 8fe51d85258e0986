/** The official declaration on paper: what is filled in now, or what was sent. Its code is loaded when somebody asks for it. */
import type { DossierFormController } from './dossier-form.controller.ts';

/** Opens the print dialog. `helper`: nothing of this draft is kept, so no code leads back to it. */
export async function printForm({ session, loaded, today, draftId, receipt }: DossierFormController, helper: boolean): Promise<void> {
  if (session === null || loaded === null) return;
  const { printDeclaration } = await import('./declaration/print-declaration.ts');
  printDeclaration({
    definition: loaded.definition,
    procedureCode: loaded.procedure.code,
    answers: session.answers,
    today,
    draftId: helper ? null : draftId,
    dossierCode: receipt?.dossierCode ?? null,
  });
}
