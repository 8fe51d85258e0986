/**
 * The one table of operations: query, input, output and status by operation. The gateway's routes, `openapi.json`, the API page
 * and the conformance test read it; a client takes from it the types alone and brings the outputs it checks (`outputs-*.ts`).
 * Sentences and problem codes stand apart (`summaries.ts`, `operation-problems.ts`).
 */
import * as z from 'zod/mini';
import { SubmissionRequestSchema } from './dossier.ts';
import { AuditQuerySchema, OfficerActSchema, OfficerQuerySchema, PaperDossierSchema } from './officer.ts';
import { DOSSIER_OUTPUTS } from './outputs-dossier.ts';
import { OFFICER_OUTPUTS } from './outputs-officer.ts';
import { REFERENCE_OUTPUTS } from './outputs-reference.ts';
import { FeeQuoteRequestSchema, PaymentRequestSchema } from './payment.ts';
import { ClaimPhonePassSchema, CreatePhonePassSchema } from './phone-pass.ts';
import { DeliveryChoiceSchema, PostalQuoteQuerySchema } from './postal.ts';
import { OpenPreparedSchema } from './prepared.ts';
import { ProcedureQuerySchema } from './procedure.ts';
import { ROUTES, type OperationName } from './routes.ts';
import { StatisticsQuerySchema } from './statistics.ts';
import { CodeRedemptionSchema, CodeRequestSchema, RatingRequestSchema, SupplementAnswerSchema, WithdrawalRequestSchema } from './tracking.ts';
import { OpenDraftSchema } from './upload.ts';

/**
 * What an operation takes and gives. `input` is the JSON body; `status` the success status. Words are in `summaries.ts`.
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

/** Kept in parts of their own: a client checks what it is given, and loads no more than that. */
const OUTPUTS = { ...REFERENCE_OUTPUTS, ...DOSSIER_OUTPUTS, ...OFFICER_OUTPUTS, getHealth: HealthSchema, getReadiness: HealthSchema } as const;

const SHAPES = {
  getSite: { status: 200 },
  getCatalogue: { status: 200 },
  getGuide: { status: 200 },
  listProcedures: { query: ProcedureQuerySchema, status: 200 },
  getProcedure: { status: 200 },
  getForm: { status: 200 },
  quoteFees: { input: FeeQuoteRequestSchema, status: 200 },
  quotePostal: { query: PostalQuoteQuerySchema, status: 200 },
  getStatistics: { query: StatisticsQuerySchema, status: 200 },
  listProvinces: { status: 200 },
  getProvinceUnits: { status: 200 },
  findLegacyUnits: { query: z.object({ q: z.string().check(z.minLength(1), z.maxLength(200)) }), status: 200 },
  openDraft: { input: OpenDraftSchema, status: 200 },
  getDraft: { status: 200 },
  discardDraft: { status: 204 },
  createPhonePass: { input: CreatePhonePassSchema, status: 201 },
  revokePhonePass: { status: 204 },
  claimPhonePass: { input: ClaimPhonePassSchema, status: 200 },
  getPhonePass: { status: 200 },
  createUpload: { status: 201 },
  headUpload: { status: 200 },
  patchUpload: { status: 204 },
  deleteUpload: { status: 204 },
  submitDossier: { input: SubmissionRequestSchema, status: 201, idempotent: true },
  getReceipt: { status: 200 },
  prepareDossier: { input: SubmissionRequestSchema, status: 200 },
  getPrepared: { status: 200 },
  withdrawPrepared: { status: 204 },
  getTracking: { status: 200 },
  requestTrackingCode: { input: CodeRequestSchema, status: 202 },
  redeemTrackingCode: { input: CodeRedemptionSchema, status: 200 },
  answerSupplement: { input: SupplementAnswerSchema, status: 200, idempotent: true },
  withdrawDossier: { input: WithdrawalRequestSchema, status: 200 },
  rateDossier: { input: RatingRequestSchema, status: 200 },
  changeDelivery: { input: DeliveryChoiceSchema, status: 200 },
  getLetter: { status: 200 },
  downloadResult: { status: 200 },
  createPayment: { input: PaymentRequestSchema, status: 201, idempotent: true },
  getPayment: { status: 200 },
  noticePayment: { status: 204 },
  getOfficer: { status: 200 },
  listAudit: { query: AuditQuerySchema, status: 200 },
  registerPaper: { input: PaperDossierSchema, status: 201, idempotent: true },
  openPrepared: { input: OpenPreparedSchema, status: 200 },
  getOfficerLetter: { status: 200 },
  addResult: { status: 200 },
  listOfficerDossiers: { query: OfficerQuerySchema, status: 200 },
  getOfficerDossier: { status: 200 },
  downloadPaper: { status: 200 },
  actOnDossier: { input: OfficerActSchema, status: 200 },
  getHealth: { status: 200 },
  getReadiness: { status: 200 },
} as const satisfies Record<OperationName, Omit<OperationShape, 'output'>>;

type Outputs = typeof OUTPUTS;
type Shapes = typeof SHAPES;
type Joined = { [K in OperationName]: (typeof ROUTES)[K] & Shapes[K] & (K extends keyof Outputs ? { output: Outputs[K] } : unknown) };

/** Operation → route and shapes. */
export const OPERATIONS: Joined = Object.fromEntries(
  (Object.keys(ROUTES) as OperationName[]).map((name) => {
    const output = (OUTPUTS as Partial<Record<OperationName, z.ZodMiniType>>)[name];
    return [name, { ...ROUTES[name], ...SHAPES[name], ...(output !== undefined && { output }) }];
  }),
) as Joined;

type InferOr<T, F> = T extends z.ZodMiniType ? z.output<T> : F;
/** Type of the JSON body of an operation. */
export type InputOf<K extends OperationName> = Shapes[K] extends { input: infer T } ? InferOr<T, undefined> : undefined;
/** Type of the JSON answer of an operation. */
export type OutputOf<K extends OperationName> = K extends keyof Outputs ? InferOr<Outputs[K], undefined> : undefined;
/** Type of the query of an operation. */
export type QueryOf<K extends OperationName> = Shapes[K] extends { query: infer T } ? InferOr<T, undefined> : undefined;
