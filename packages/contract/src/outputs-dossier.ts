/**
 * What a citizen's dossier answers, from the draft to the receipt line: operation → schema of the JSON body. All that a page needs
 * beside the reads; nothing in here may lead to what a citizen sends, to forms or to the officer's side.
 */
import { LetterSchema } from './letter.ts';
import { PaymentSchema } from './payment.ts';
import { PhoneDraftSchema, PhonePassSchema } from './phone-pass.ts';
import { PreparedDossierSchema } from './prepared.ts';
import { ReceiptSchema } from './dossier.ts';
import { CodeSentSchema, TrackingKeySchema, TrackingSchema } from './tracking.ts';
import { DraftSchema } from './upload.ts';

export const DOSSIER_OUTPUTS = {
  openDraft: DraftSchema,
  getDraft: DraftSchema,
  createPhonePass: PhonePassSchema,
  claimPhonePass: PhoneDraftSchema,
  getPhonePass: PhoneDraftSchema,
  submitDossier: ReceiptSchema,
  getReceipt: ReceiptSchema,
  prepareDossier: PreparedDossierSchema,
  getPrepared: PreparedDossierSchema,
  getTracking: TrackingSchema,
  requestTrackingCode: CodeSentSchema,
  redeemTrackingCode: TrackingKeySchema,
  answerSupplement: TrackingSchema,
  withdrawDossier: TrackingSchema,
  rateDossier: TrackingSchema,
  changeDelivery: TrackingSchema,
  getLetter: LetterSchema,
  createPayment: PaymentSchema,
  getPayment: PaymentSchema,
} as const;
