/**
 * The one table of operations: query, input, output and status by operation. The SDK's resources, the gateway's routes,
 * `openapi.json`, the API page and the conformance test all read it. Sentences and problem codes stand
 * apart (`summaries.ts`, `operation-problems.ts`): no client needs them.
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
}

const HealthSchema = z.object({ status: z.enum(['ok', 'unavailable']) });


const SHAPES = {
  getSite: { output: SiteSchema, status: 200 },
  getCatalogue: { output: CatalogueSchema, status: 200 },
  getGuide: { output: GuideSchema, status: 200 },
  listProcedures: { query: ProcedureQuerySchema, output: pageOf(CatalogueEntrySchema), status: 200 },
  getProcedure: { output: ProcedureSchema, status: 200 },
  getForm: { output: FormDefinitionSchema, status: 200 },
  quoteFees: { input: FeeQuoteRequestSchema, output: FeeQuoteSchema, status: 200 },
  quotePostal: { query: PostalQuoteQuerySchema, output: PostalQuoteSchema, status: 200 },
  getStatistics: { query: StatisticsQuerySchema, output: StatisticsSchema, status: 200 },
  listProvinces: { output: z.array(ProvinceSchema), status: 200 },
  getProvinceUnits: { output: ProvinceUnitsSchema, status: 200 },
  findLegacyUnits: { query: z.object({ q: z.string().check(z.minLength(1), z.maxLength(200)) }), output: z.array(LegacyMatchSchema), status: 200 },
  openDraft: { input: OpenDraftSchema, output: DraftSchema, status: 200 },
  getDraft: { output: DraftSchema, status: 200 },
  discardDraft: { status: 204 },
  createPhonePass: { input: CreatePhonePassSchema, output: PhonePassSchema, status: 201 },
  revokePhonePass: { status: 204 },
  claimPhonePass: { input: ClaimPhonePassSchema, output: PhoneDraftSchema, status: 200 },
  getPhonePass: { output: PhoneDraftSchema, status: 200 },
  createUpload: { status: 201 },
  headUpload: { status: 200 },
  patchUpload: { status: 204 },
  deleteUpload: { status: 204 },
  submitDossier: { input: SubmissionRequestSchema, output: ReceiptSchema, status: 201, idempotent: true },
  getReceipt: { output: ReceiptSchema, status: 200 },
  prepareDossier: { input: SubmissionRequestSchema, output: PreparedDossierSchema, status: 200 },
  getPrepared: { output: PreparedDossierSchema, status: 200 },
  withdrawPrepared: { status: 204 },
  getTracking: { output: TrackingSchema, status: 200 },
  requestTrackingCode: { input: CodeRequestSchema, output: CodeSentSchema, status: 202 },
  redeemTrackingCode: { input: CodeRedemptionSchema, output: TrackingKeySchema, status: 200 },
  answerSupplement: { input: SupplementAnswerSchema, output: TrackingSchema, status: 200, idempotent: true },
  withdrawDossier: { input: WithdrawalRequestSchema, output: TrackingSchema, status: 200 },
  rateDossier: { input: RatingRequestSchema, output: TrackingSchema, status: 200 },
  changeDelivery: { input: DeliveryChoiceSchema, output: TrackingSchema, status: 200 },
  getLetter: { output: LetterSchema, status: 200 },
  downloadResult: { status: 200 },
  createPayment: { input: PaymentRequestSchema, output: PaymentSchema, status: 201, idempotent: true },
  getPayment: { output: PaymentSchema, status: 200 },
  noticePayment: { status: 204 },
  getOfficer: { output: OfficerSchema, status: 200 },
  listAudit: { query: AuditQuerySchema, output: pageOf(AuditEntrySchema), status: 200 },
  registerPaper: { input: PaperDossierSchema, output: ReceiptSchema, status: 201, idempotent: true },
  openPrepared: { input: OpenPreparedSchema, output: OpenedPreparedSchema, status: 200 },
  getOfficerLetter: { output: LetterSchema, status: 200 },
  addResult: { output: OfficerDossierSchema, status: 200 },
  listOfficerDossiers: { query: OfficerQuerySchema, output: pageOf(OfficerDossierSummarySchema), status: 200 },
  getOfficerDossier: { output: OfficerDossierSchema, status: 200 },
  downloadPaper: { status: 200 },
  actOnDossier: { input: OfficerActSchema, output: OfficerDossierSchema, status: 200 },
  getHealth: { output: HealthSchema, status: 200 },
  getReadiness: { output: HealthSchema, status: 200 },
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
