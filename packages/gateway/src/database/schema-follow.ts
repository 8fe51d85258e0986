/** Tables of what comes after sending. Same rules as the dossiers: text ids, instants as UTC ISO text, personal words sealed. */

/** An intent to pay; `lines` is the JSON of fee lines as they stood. Amounts are whole đồng. */
export interface PaymentsTable {
  id: string;
  dossier_id: string;
  method: string;
  state: string;
  provider: string;
  lines: string;
  amount: number;
  created_at: string;
  paid_at: string | null;
  failed_at: string | null;
  final_at: string | null;
  receipt_number: string | null;
}

/** A provider's word, kept so that the same one counts once. */
export interface PaymentNoticesTable {
  provider: string;
  notice: string;
  payment_id: string;
  state: string;
  amount: number;
  received_at: string;
}

/** A parcel ordered at a carrier. */
export interface CarrierOrdersTable {
  id: string;
  dossier_id: string;
  carrier: string;
  waybill: string;
  created_at: string;
  cancelled_at: string | null;
}

/** How far the events of a carrier were read. */
export interface CarrierCursorsTable {
  carrier: string;
  last_id: string;
  updated_at: string;
}

/** An electronic result; the bytes are in the file store under `id`. */
export interface DossierResultsTable {
  id: string;
  dossier_id: string;
  sealed_name: string;
  type: string;
  size: number;
  sha256: string;
  added_at: string;
}

/** Who did what, when. Append-only. */
export interface AuditTable {
  id: string;
  at: string;
  site: string;
  officer_id: string;
  officer_name: string;
  role: string;
  action: string;
  dossier_id: string | null;
  dossier_code: string | null;
  outcome: string;
}

/** An address that hears of the dossiers of a site. */
export interface WebhooksTable {
  id: string;
  site: string;
  url: string;
  sealed_secret: string;
  created_at: string;
  disabled_at: string | null;
}

/** One message on its way to one address; `next_at` null: arrived, or given up. */
export interface WebhookDeliveriesTable {
  webhook_id: string;
  message_id: string;
  attempts: number;
  next_at: string | null;
  sent_at: string | null;
}

/** A dossier prepared for the counter; `code_hash` is a keyed hash, the code itself is derived from `id` and stored nowhere. */
export interface PreparedTable {
  id: string;
  site: string;
  draft_id: string;
  code_hash: string;
  /** JSON of `PreparedContent`. */
  sealed_content: string;
  prepared_at: string;
  expires_at: string;
  opened_at: string | null;
  opened_by: string | null;
  dossier_id: string | null;
}

/** Table name → row. */
export interface FollowTables {
  payments: PaymentsTable;
  payment_notices: PaymentNoticesTable;
  carrier_orders: CarrierOrdersTable;
  carrier_cursors: CarrierCursorsTable;
  dossier_results: DossierResultsTable;
  audit: AuditTable;
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
  prepared: PreparedTable;
}
