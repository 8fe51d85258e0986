/** What the officer's side answers: operation → schema of the JSON body. */
import { LetterSchema } from './letter.ts';
import { AuditEntrySchema, OfficerDossierSchema, OfficerDossierSummarySchema, OfficerSchema, OpenedPreparedSchema } from './officer.ts';
import { ReceiptSchema } from './dossier.ts';
import { pageOf } from './page.ts';

export const OFFICER_OUTPUTS = {
  getOfficer: OfficerSchema,
  listAudit: pageOf(AuditEntrySchema),
  registerPaper: ReceiptSchema,
  openPrepared: OpenedPreparedSchema,
  getOfficerLetter: LetterSchema,
  addResult: OfficerDossierSchema,
  listOfficerDossiers: pageOf(OfficerDossierSummarySchema),
  getOfficerDossier: OfficerDossierSchema,
  actOnDossier: OfficerDossierSchema,
} as const;
