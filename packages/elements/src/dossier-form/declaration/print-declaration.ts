/** Prints the official declaration, filled in, on paper of its own. */
import { render } from 'lit';
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import { printAlone } from '../../internal/print-alone.ts';
import { declarationVi } from '../../localization/vi/declaration.ts';
import { summaryVi } from '../../localization/vi/summary.ts';
import { declarationOf } from './declaration.model.ts';
import { declarationSheet, type SheetCode } from './declaration-sheet.ts';
import { declarationStyles, SHEET } from './declaration.styles.ts';

/** What is printed. `preparedCode`: the officer opens the dossier with it; `dossierCode`: after sending. Neither tells anything of the person. */
export interface DeclarationToPrint {
  readonly definition: FormDefinition;
  readonly answers: Answers;
  readonly today: string;
  readonly preparedCode: string | null;
  readonly dossierCode: string | null;
}

function codeOf({ preparedCode, dossierCode }: DeclarationToPrint): SheetCode | null {
  if (dossierCode !== null) return { text: dossierCode, shown: dossierCode, sent: true };
  return preparedCode === null ? null : { text: preparedCode, shown: preparedCode, sent: false };
}

/** The sheet in a shadow root of its own, outside of the page. */
export function declarationRoot(input: DeclarationToPrint): ShadowRoot {
  const { definition, answers, today, dossierCode } = input;
  const sheet = declarationOf({ definition, answers, today, labels: summaryVi.labels, signer: declarationVi.signer, sent: dossierCode !== null });
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  render(declarationSheet(sheet, codeOf(input)), root);
  return root;
}

/** Opens the print dialog with the sheet. */
export function printDeclaration(input: DeclarationToPrint): void {
  printAlone(declarationRoot(input), [declarationStyles], 'vi', SHEET);
}
