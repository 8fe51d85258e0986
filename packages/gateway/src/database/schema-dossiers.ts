/**
 * Tables of everything that moves. Portable: text ids, JSON as text, 0 and 1 for booleans, instants as UTC ISO text (they
 * sort as text). Columns named `sealed_…` hold AES-GCM text: nothing about a person lies open in the file.
 */

/** A draft of a device; `secret_hash` is the SHA-256 of the secret the device chose. */
export interface DraftsTable {
  id: string;
  site: string;
  procedure_code: string;
  secret_hash: string;
  state: 'open' | 'submitted';
  created_at: string;
  expires_at: string;
}

/** A tus upload. `lock_token` names the request that writes; `sealed_name` is the cleaned file name. */
export interface UploadsTable {
  id: string;
  draft_id: string;
  paper_id: string;
  /** Row of a repeated group that the paper belongs to. */
  row_id: string | null;
  /** The phone pass it came by; null: from the device of the draft. */
  pass_id: string | null;
  sealed_name: string;
  type: string;
  size: number;
  received: number;
  sha256: string | null;
  lock_token: string | null;
  lock_until: string | null;
  /** A newer request wants the upload: the writer stops at its next piece. */
  lock_wanted: number;
  created_at: string;
  completed_at: string | null;
  expires_at: string;
}

/**
 * The one phone pass of a draft. `secret_hash`: of the secret in the QR code; `phone_hash`: of the secret of the phone that
 * took it, null until then. `papers`: JSON list of field and row ids.
 */
export interface PhonePassesTable {
  draft_id: string;
  id: string;
  secret_hash: string;
  phone_hash: string | null;
  papers: string;
  created_at: string;
  expires_at: string;
}

/** The projection of a dossier's events. `version` grows by one with each event. */
export interface DossiersTable {
  id: string;
  site: string;
  unit: string;
  code: string;
  draft_id: string;
  tracking_hash: string;
  request_hash: string;
  procedure_code: string;
  procedure_name: string;
  /** JSON of `DossierSnapshot`: form version, case, time limit, papers – frozen at submission. */
  snapshot: string;
  channel: string;
  status: string;
  /** Status to go back to after a supplement or a payment. */
  resume_status: string | null;
  version: number;
  sealed_answers: string;
  sealed_applicant: string;
  /** JSON list, sealed: notes of officers may name people. */
  sealed_supplements: string;
  sealed_receipt: string;
  due: string;
  due_on: string | null;
  parcels: string;
  /** Is one of `parcels` with the post? Kept by `appendEvent`, so that the work list can ask for it. */
  parcel_under_way: number;
  rating: number | null;
  submitted_at: string;
  accepted_at: string | null;
  finished_at: string | null;
  closed_at: string | null;
  updated_at: string;
  /** Section or person that works on it; null: the one-stop counter. */
  held_by: string | null;
  /** JSON of `StoredExtension`; null: the day was never moved. */
  extension: string | null;
  /** The citizen's newer choice of delivery; null: as in the receipt. */
  sealed_delivery: string | null;
  /** The quote with decided claims; null: that of the receipt holds. */
  sealed_fees: string | null;
  /** JSON list of `Wait`: times of waiting for money. */
  waits: string | null;
  /** The due day the office was reminded of. */
  reminded_for: string | null;
  /** Đồng that an officer added to the fees of the procedure. */
  extra_fee: number | null;
}

/** Append-only; unique (dossier_id, sequence). */
export interface DossierEventsTable {
  dossier_id: string;
  sequence: number;
  at: string;
  action: string;
  status: string;
  agency: string;
  person: string | null;
  section: string | null;
  sealed_text: string | null;
}

/** A file of a dossier as it was received; the bytes are in the file store under `upload_id`. */
export interface DossierFilesTable {
  upload_id: string;
  dossier_id: string;
  position: number;
  paper_id: string;
  paper_name: string;
  sealed_name: string;
  type: string;
  size: number;
  sha256: string;
  received_at: string;
}

/** What an `Idempotency-Key` was used for. Kept 30 days; `dossiers.draft_id` stays unique for ever. */
export interface IdempotencyTable {
  scope: string;
  key: string;
  request_hash: string;
  created_at: string;
}

/** Running numbers: one row a unit and day. */
export interface CountersTable {
  scope: string;
  day: string;
  value: number;
}

/** Messages to be sent after the commit (webhooks, national sync, SMS). Thin: ids and statuses, no personal data. */
export interface OutboxTable {
  id: string;
  topic: string;
  payload: string;
  created_at: string;
  sent_at: string | null;
}

/** Requests counted in a window; `subject` is a keyed hash, never an address. */
export interface RateLimitsTable {
  subject: string;
  window_start: string;
  count: number;
}

/** Officers and their tokens (hashed). `role`: `officer` and `leader` may act, `leader` reads the audit, `viewer` only reads. */
export interface OfficersTable {
  id: string;
  site: string;
  name: string;
  role: 'officer' | 'leader' | 'viewer';
  token_hash: string;
  created_at: string;
  revoked_at: string | null;
}

/** Table name → row. */
export interface DossierTables {
  drafts: DraftsTable;
  uploads: UploadsTable;
  phone_passes: PhonePassesTable;
  dossiers: DossiersTable;
  dossier_events: DossierEventsTable;
  dossier_files: DossierFilesTable;
  idempotency: IdempotencyTable;
  counters: CountersTable;
  outbox: OutboxTable;
  rate_limits: RateLimitsTable;
  officers: OfficersTable;
}
