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
import { DeliveryChoiceSchema, PostalQuoteQuerySchema, PostalQuoteSchema } from './postal.ts';
import { CatalogueEntrySchema, CatalogueSchema, ProcedureQuerySchema, ProcedureSchema } from './procedure.ts';
import type { ProblemCode } from './problem-codes.ts';
import { ROUTES, type OperationName } from './routes.ts';
import { SiteSchema } from './site.ts';
import { StatisticsQuerySchema, StatisticsSchema } from './statistics.ts';
import { RatingRequestSchema, SupplementAnswerSchema, TrackingSchema, WithdrawalRequestSchema } from './tracking.ts';
import { LegacyMatchSchema, ProvinceSchema, ProvinceUnitsSchema } from './unit.ts';
import { DraftSchema, OpenDraftSchema } from './upload.ts';

/** What an operation takes and gives. `input` is the JSON body; `status` the success status. */
export interface OperationShape {
  summary: string;
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

const SHAPES = {
  getSite: { summary: 'The site: unit, working calendar, limits, featured procedures', output: SiteSchema, status: 200, problems: reads },
  getCatalogue: { summary: 'The compact catalogue with everyday words, for search on the device', output: CatalogueSchema, status: 200, problems: reads },
  getGuide: { summary: 'Life events and questions that tell look-alikes apart', output: GuideSchema, status: 200, problems: reads },
  listProcedures: { summary: 'Procedures by page; `q` ranks as the device does', query: ProcedureQuerySchema, output: pageOf(CatalogueEntrySchema), status: 200, problems: [...reads, 'validation-failed'] },
  getProcedure: { summary: 'The sheet of one procedure', output: ProcedureSchema, status: 200, problems: [...reads, 'procedure-not-found'] },
  getForm: { summary: 'The form of one procedure: declaration, papers, delivery, consent', output: FormDefinitionSchema, status: 200, problems: [...reads, 'procedure-not-found'] },
  quoteFees: { summary: 'The fee in parts for given copies, pages and exemptions', input: FeeQuoteRequestSchema, output: FeeQuoteSchema, status: 200, problems: [...reads, 'procedure-not-found', 'bad-request', 'validation-failed'] },
  quotePostal: { summary: 'Transit time and charge of the postal service', query: PostalQuoteQuerySchema, output: PostalQuoteSchema, status: 200, problems: [...reads, 'validation-failed'] },
  getStatistics: { summary: 'Public figures of the unit between two days', query: StatisticsQuerySchema, output: StatisticsSchema, status: 200, problems: [...reads, 'validation-failed'] },
  listProvinces: { summary: 'The 34 provinces', output: z.array(ProvinceSchema), status: 200, problems: ['rate-limited', 'unavailable', 'internal'] },
  getProvinceUnits: { summary: 'Communes of a province and what old communes became', output: ProvinceUnitsSchema, status: 200, problems: ['not-found', 'rate-limited', 'unavailable', 'internal'] },
  findLegacyUnits: { summary: 'Old communes by name, in every province', query: z.object({ q: z.string().check(z.minLength(1), z.maxLength(200)) }), output: z.array(LegacyMatchSchema), status: 200, problems: ['validation-failed', 'rate-limited', 'unavailable', 'internal'] },
  openDraft: { summary: 'Open a draft made on the device; the secret is chosen by the device', input: OpenDraftSchema, output: DraftSchema, status: 200, problems: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed'] },
  getDraft: { summary: 'The draft and its uploads as stored', output: DraftSchema, status: 200, problems: drafted },
  discardDraft: { summary: 'Forget a draft and its uploads', status: 204, problems: drafted },
  createUpload: { summary: 'tus creation; Upload-Metadata: filename, filetype, paper, draft', status: 201, problems: [...tus, 'draft-not-found', 'bad-request', 'payload-too-large', 'file-type-not-allowed', 'storage-full'] },
  headUpload: { summary: 'tus offset; Upload-Held: bytes after it that the next chunk may prove', status: 200, problems: tus },
  patchUpload: { summary: 'tus chunk, with Upload-Checksum; Upload-Held-Checksum proves held bytes before it', status: 204, problems: [...tus, 'bad-request', 'upload-offset-conflict', 'unsupported-media-type', 'upload-locked', 'checksum-mismatch', 'payload-too-large', 'file-type-not-allowed', 'storage-full'] },
  deleteUpload: { summary: 'tus termination', status: 204, problems: tus },
  submitDossier: { summary: 'Send the dossier; one draft gives one dossier', input: SubmissionRequestSchema, output: ReceiptSchema, status: 201, idempotent: true, problems: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running', 'upload-incomplete', 'submission-not-here', 'payload-too-large', 'storage-full'] },
  getReceipt: { summary: 'The receipt again: did it arrive?', output: ReceiptSchema, status: 200, problems: drafted },
  getTracking: { summary: 'One dossier for the holder of code and key; ETag', output: TrackingSchema, status: 200, problems: tracked },
  answerSupplement: { summary: 'Answer a supplement request', input: SupplementAnswerSchema, output: TrackingSchema, status: 200, idempotent: true, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed', 'upload-incomplete', 'draft-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'] },
  withdrawDossier: { summary: 'Withdraw the dossier', input: WithdrawalRequestSchema, output: TrackingSchema, status: 200, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'] },
  rateDossier: { summary: 'Rate the service', input: RatingRequestSchema, output: TrackingSchema, status: 200, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'] },
  changeDelivery: { summary: 'Choose another way to get the result, while it is not on its way', input: DeliveryChoiceSchema, output: TrackingSchema, status: 200, problems: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'] },
  getLetter: { summary: 'A letter of the office as data for printing', output: LetterSchema, status: 200, problems: [...tracked, 'not-found'] },
  downloadResult: { summary: 'An electronic result, as attachment', status: 200, problems: [...tracked, 'not-found'] },
  createPayment: { summary: 'Begin to pay the open fee; the same key gives the same payment', input: PaymentRequestSchema, output: PaymentSchema, status: 201, idempotent: true, problems: [...tracked, 'bad-request', 'validation-failed', 'payment-not-possible', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'] },
  getPayment: { summary: 'One payment: did the money come?', output: PaymentSchema, status: 200, problems: [...tracked, 'not-found'] },
  noticePayment: { summary: 'Word from a payment provider, signed by it; taken once however often it comes', status: 204, problems: ['bad-request', 'unauthorized', 'not-found', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'] },
  getOfficer: { summary: 'Who is signed in', output: OfficerSchema, status: 200, problems: officer },
  listAudit: { summary: 'What officers did, newest first; for leaders', query: AuditQuerySchema, output: pageOf(AuditEntrySchema), status: 200, problems: [...officer, 'validation-failed'] },
  registerPaper: { summary: 'Enter a paper dossier for a citizen', input: PaperDossierSchema, output: ReceiptSchema, status: 201, idempotent: true, problems: [...officer, 'bad-request', 'validation-failed', 'procedure-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'] },
  getOfficerLetter: { summary: 'A letter as data for printing', output: LetterSchema, status: 200, problems: officer },
  addResult: { summary: 'Add an electronic result: the bytes of one file, `Content-Type` its type, `X-File-Name` its percent-encoded name', output: OfficerDossierSchema, status: 200, problems: [...officer, 'bad-request', 'payload-too-large', 'file-type-not-allowed', 'dossier-version-conflict', 'dossier-transition-not-allowed', 'storage-full'] },
  listOfficerDossiers: { summary: 'Work list', query: OfficerQuerySchema, output: pageOf(OfficerDossierSummarySchema), status: 200, problems: [...officer, 'validation-failed'] },
  getOfficerDossier: { summary: 'One dossier with answers', output: OfficerDossierSchema, status: 200, problems: officer },
  downloadPaper: { summary: 'A stored file, always as attachment', status: 200, problems: officer },
  actOnDossier: { summary: 'Move the dossier', input: OfficerActSchema, output: OfficerDossierSchema, status: 200, problems: [...officer, 'bad-request', 'validation-failed', 'dossier-version-conflict', 'dossier-transition-not-allowed'] },
  getHealth: { summary: 'The process lives', output: HealthSchema, status: 200, problems: [] },
  getReadiness: { summary: 'Database and storage answer', output: HealthSchema, status: 200, problems: ['unavailable'] },
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
