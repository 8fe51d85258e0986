/**
 * The one table of operations: path parameters, query, input, output and problem codes by operation. The SDK's resources, the
 * gateway's routes, `openapi.json`, the API page and the conformance test all read it.
 */
import * as z from 'zod/mini';
import { ReceiptSchema, SubmissionRequestSchema } from './dossier.ts';
import { FormDefinitionSchema } from './form.ts';
import { GuideSchema } from './guide.ts';
import { LetterSchema } from './letter.ts';
import {
  AuditEntrySchema, AuditQuerySchema, OfficerActSchema, OfficerDossierSchema, OfficerDossierSummarySchema, OfficerQuerySchema,
  OfficerSchema, PaperDossierSchema,
} from './officer.ts';
import { pageOf } from './page.ts';
import { FeeQuoteRequestSchema, FeeQuoteSchema, PaymentRequestSchema, PaymentSchema } from './payment.ts';
import { ClaimPhonePassSchema, CreatePhonePassSchema, PhoneDraftSchema, PhonePassSchema } from './phone-pass.ts';
import { DeliveryChoiceSchema, PostalQuoteQuerySchema, PostalQuoteSchema } from './postal.ts';
import { OpenedPreparedSchema, OpenPreparedSchema, PreparedDossierSchema } from './prepared.ts';
import { CatalogueEntrySchema, CatalogueSchema, ProcedureQuerySchema, ProcedureSchema } from './procedure.ts';
import type { ProblemCode } from './problem-codes.ts';
import { ROUTES, type OperationName } from './routes.ts';
import { SiteSchema } from './site.ts';
import { StatisticsQuerySchema, StatisticsSchema } from './statistics.ts';
import {
  CodeRedemptionSchema, CodeRequestSchema, CodeSentSchema, RatingRequestSchema, SupplementAnswerSchema, TrackingKeySchema, TrackingSchema,
  WithdrawalRequestSchema,
} from './tracking.ts';
import { LegacyMatchSchema, ProvinceSchema, ProvinceUnitsSchema } from './unit.ts';
import { DraftSchema, OpenDraftSchema } from './upload.ts';

/**
 * What an operation takes and gives. `input` is the JSON body; `status` the success status. Words are in `summaries.ts`: this
 * table travels to phones.
 */
export interface OperationShape {
  query?: z.ZodMiniType;
  input?: z.ZodMiniType;
  output?: z.ZodMiniType;
  status: number;
  /** Needs an `Idempotency-Key` header. */
  idempotent?: boolean;
  problems: readonly ProblemCode[];
}

const HealthSchema = z.object({ status: z.enum(['ok', 'unavailable']) });
const reads = ['site-not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const tus = ['unauthorized', 'upload-not-found', 'upload-gone', 'tus-version', 'rate-limited', 'unavailable', 'internal'] as const;
const officer = ['unauthorized', 'forbidden', 'not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const tracked = ['unauthorized', 'tracking-not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const drafted = ['unauthorized', 'site-not-found', 'draft-not-found', 'rate-limited', 'unavailable', 'internal'] as const;

const phone = ['unauthorized', 'pass-not-found', 'rate-limited', 'unavailable', 'internal'] as const;

const SHAPES = {
  getSite: { output: SiteSchema, status: 200, problems: reads },
  getCatalogue: { output: CatalogueSchema, status: 200, problems: reads },
  getGuide: { output: GuideSchema, status: 200, problems: reads },
  listProcedures: { query: ProcedureQuerySchema, output: pageOf(CatalogueEntrySchema), status: 200, problems: [...reads, 'validation-failed'] },
  getProcedure: { output: ProcedureSchema, status: 200, problems: [...reads, 'procedure-not-found'] },
  getForm: { output: FormDefinitionSchema, status: 200, problems: [...reads, 'procedure-not-found'] },
  quoteFees: { input: FeeQuoteRequestSchema, output: FeeQuoteSchema, status: 200, problems: [...reads, 'procedure-not-found', 'bad-request', 'validation-failed'] },
  quotePostal: { query: PostalQuoteQuerySchema, output: PostalQuoteSchema, status: 200, problems: [...reads, 'validation-failed'] },
  getStatistics: { query: StatisticsQuerySchema, output: StatisticsSchema, status: 200, problems: [...reads, 'validation-failed'] },
  listProvinces: { output: z.array(ProvinceSchema), status: 200, problems: ['rate-limited', 'unavailable', 'internal'] },
  getProvinceUnits: { output: ProvinceUnitsSchema, status: 200, problems: ['not-found', 'rate-limited', 'unavailable', 'internal'] },
  findLegacyUnits: { query: z.object({ q: z.string().check(z.minLength(1), z.maxLength(200)) }), output: z.array(LegacyMatchSchema), status: 200, problems: ['validation-failed', 'rate-limited', 'unavailable', 'internal'] },
  openDraft: { input: OpenDraftSchema, output: DraftSchema, status: 200, problems: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed'] },
  getDraft: { output: DraftSchema, status: 200, problems: drafted },
  discardDraft: { status: 204, problems: drafted },
  createPhonePass: { input: CreatePhonePassSchema, output: PhonePassSchema, status: 201, problems: [...drafted, 'bad-request', 'validation-failed'] },
  revokePhonePass: { status: 204, problems: drafted },
  claimPhonePass: { input: ClaimPhonePassSchema, output: PhoneDraftSchema, status: 200, problems: [...phone, 'pass-taken', 'bad-request', 'validation-failed'] },
  getPhonePass: { output: PhoneDraftSchema, status: 200, problems: phone },
  createUpload: { status: 201, problems: [...tus, 'draft-not-found', 'pass-not-found', 'bad-request', 'payload-too-large', 'file-type-not-allowed', 'storage-full'] },
  headUpload: { status: 200, problems: tus },
  patchUpload: { status: 204, problems: [...tus, 'bad-request', 'upload-offset-conflict', 'unsupported-media-type', 'upload-locked', 'checksum-mismatch', 'payload-too-large', 'file-type-not-allowed', 'storage-full'] },
  deleteUpload: { status: 204, problems: tus },
  submitDossier: { input: SubmissionRequestSchema, output: ReceiptSchema, status: 201, idempotent: true, problems: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running', 'upload-incomplete', 'submission-not-here', 'payload-too-large', 'storage-full'] },
  getReceipt: { output: ReceiptSchema, status: 200, problems: drafted },
  prepareDossier: { input: SubmissionRequestSchema, output: PreparedDossierSchema, status: 200, problems: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed', 'upload-incomplete', 'draft-already-submitted', 'payload-too-large'] },
  getPrepared: { output: PreparedDossierSchema, status: 200, problems: [...drafted, 'prepared-not-found'] },
  withdrawPrepared: { status: 204, problems: [...drafted, 'prepared-not-found', 'draft-already-submitted'] },
  getTracking: { output: TrackingSchema, status: 200, problems: tracked },
  requestTrackingCode: { input: CodeRequestSchema, output: CodeSentSchema, status: 202, problems: ['bad-request', 'validation-failed', 'messages-not-possible', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'] },
  redeemTrackingCode: { input: CodeRedemptionSchema, output: TrackingKeySchema, status: 200, problems: ['bad-request', 'validation-failed', 'tracking-not-found', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'] },
  answerSupplement: { input: SupplementAnswerSchema, output: TrackingSchema, status: 200, idempotent: true, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed', 'upload-incomplete', 'draft-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'] },
  withdrawDossier: { input: WithdrawalRequestSchema, output: TrackingSchema, status: 200, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'] },
  rateDossier: { input: RatingRequestSchema, output: TrackingSchema, status: 200, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'] },
  changeDelivery: { input: DeliveryChoiceSchema, output: TrackingSchema, status: 200, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'] },
  getLetter: { output: LetterSchema, status: 200, problems: [...tracked, 'not-found'] },
  downloadResult: { status: 200, problems: [...tracked, 'not-found'] },
  createPayment: { input: PaymentRequestSchema, output: PaymentSchema, status: 201, idempotent: true, problems: [...tracked, 'bad-request', 'validation-failed', 'payment-not-possible', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'] },
  getPayment: { output: PaymentSchema, status: 200, problems: [...tracked, 'not-found'] },
  noticePayment: { status: 204, problems: ['bad-request', 'unauthorized', 'not-found', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'] },
  getOfficer: { output: OfficerSchema, status: 200, problems: officer },
  listAudit: { query: AuditQuerySchema, output: pageOf(AuditEntrySchema), status: 200, problems: [...officer, 'validation-failed'] },
  registerPaper: { input: PaperDossierSchema, output: ReceiptSchema, status: 201, idempotent: true, problems: [...officer, 'bad-request', 'validation-failed', 'procedure-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'] },
  openPrepared: { input: OpenPreparedSchema, output: OpenedPreparedSchema, status: 200, problems: [...officer, 'bad-request', 'validation-failed', 'prepared-not-found', 'procedure-not-found'] },
  getOfficerLetter: { output: LetterSchema, status: 200, problems: officer },
  addResult: { output: OfficerDossierSchema, status: 200, problems: [...officer, 'bad-request', 'payload-too-large', 'file-type-not-allowed', 'dossier-version-conflict', 'dossier-transition-not-allowed', 'storage-full'] },
  listOfficerDossiers: { query: OfficerQuerySchema, output: pageOf(OfficerDossierSummarySchema), status: 200, problems: [...officer, 'validation-failed'] },
  getOfficerDossier: { output: OfficerDossierSchema, status: 200, problems: officer },
  downloadPaper: { status: 200, problems: officer },
  actOnDossier: { input: OfficerActSchema, output: OfficerDossierSchema, status: 200, problems: [...officer, 'bad-request', 'validation-failed', 'dossier-version-conflict', 'dossier-transition-not-allowed'] },
  getHealth: { output: HealthSchema, status: 200, problems: [] },
  getReadiness: { output: HealthSchema, status: 200, problems: ['unavailable'] },
} as const satisfies Record<OperationName, OperationShape>;

type Shapes = typeof SHAPES;
type Joined = { [K in OperationName]: (typeof ROUTES)[K] & Shapes[K] };

/** Operation → route and shapes. */
export const OPERATIONS: Joined = Object.fromEntries(
  (Object.keys(ROUTES) as OperationName[]).map((name) => [name, { ...ROUTES[name], ...SHAPES[name] }]),
) as Joined;

type InferOr<T, F> = T extends z.ZodMiniType ? z.output<T> : F;
/** Type of the JSON body of an operation. */
export type InputOf<K extends OperationName> = Shapes[K] extends { input: infer T } ? InferOr<T, undefined> : undefined;
/** Type of the JSON answer of an operation. */
export type OutputOf<K extends OperationName> = Shapes[K] extends { output: infer T } ? InferOr<T, undefined> : undefined;
/** Type of the query of an operation. */
export type QueryOf<K extends OperationName> = Shapes[K] extends { query: infer T } ? InferOr<T, undefined> : undefined;
