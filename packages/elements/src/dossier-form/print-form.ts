/** The official declaration on paper: what is filled in now, or what was sent. Its code is loaded when somebody asks for it. */
import type { DossierFormController } from './dossier-form.controller.ts';

/** Opens the print dialog. A code leads back to it only where the dossier was prepared for the counter, or sent. */
export async function printForm({ session, loaded, today, handedOver, receipt }: DossierFormController): Promise<void> {
  if (session === null || loaded === null) return;
  const { printDeclaration } = await import('./declaration/print-declaration.ts');
  printDeclaration({
    definition: loaded.definition,
    answers: session.answers,
    today,
    preparedCode: handedOver.prepared?.code ?? null,
    dossierCode: receipt?.dossierCode ?? null,
  });
}
