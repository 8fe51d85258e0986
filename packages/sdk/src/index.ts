/**
 * The client of a Một Cửa gateway for browsers, Node and workers. Smaller doors: `@motcua/sdk/read` (first paint),
 * `@motcua/sdk/dossier` (what is done with one dossier), `@motcua/sdk/uploads` (files), `@motcua/sdk/officer` (the officer's side).
 */
export { createClient, type MotcuaClient } from './client.ts';
export type { DossierClient } from './dossier.ts';
export type { ClientOptions, ConnectionOptions, RetryPolicy } from './options.ts';
export type { CallOptions, WriteOptions } from './core/call.ts';
export type { PagedList } from './core/page.ts';

export type { DossiersResource, Submission } from './resources/dossiers.ts';
export type { DraftsResource } from './resources/drafts.ts';
export type { FormsResource } from './resources/forms.ts';
export type { PaymentsResource } from './resources/payments.ts';
export { newPhoneCredentials, type PhonePassesResource } from './resources/phone-passes.ts';
export type { PostalResource } from './resources/postal.ts';
export type { ProceduresResource } from './resources/procedures.ts';
export type { SitesResource } from './resources/sites.ts';
export type { StatisticsResource } from './resources/statistics.ts';
export type { TrackingAnswer, TrackingOptions, TrackingResource } from './resources/tracking.ts';
export type { UnitsResource } from './resources/units.ts';
export type { FileSource, SendUpload, SentUpload, UploadProgress, UploadState, UploadsResource } from './uploads/types.ts';

export { newDraftCredentials, newUuid, type DraftCredentials, type PhoneCredentials, type TrackingCredentials } from './ports/credentials.ts';
export type { Clock } from './ports/clock.ts';
export type { Fetch } from './ports/fetch.ts';
export type { Random } from './ports/random.ts';

export { MotcuaError } from './errors/motcua-error.ts';
export { ProblemError, type ProblemErrorCode } from './errors/problem-error.ts';
export { NetworkError } from './errors/network-error.ts';
export { TimeoutError } from './errors/timeout-error.ts';
export { AbortedError } from './errors/aborted-error.ts';
export { ResponseShapeError } from './errors/response-shape-error.ts';
export { FileEmptyError, FileUnreadableError } from './errors/file-errors.ts';
export {
  isAbortedError, isFileEmptyError, isFileUnreadableError, isMotcuaError, isNetworkError, isProblemError, isResponseShapeError,
  isTimeoutError,
} from './errors/guards.ts';
