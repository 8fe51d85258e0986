/** Rows of one-time codes and text messages. */

/** The phone a dossier can be reached on, as a keyed hash of the normalized number. */
export interface DossierPhonesTable {
  dossier_id: string;
  phone_hash: string;
}

/** A request for a code; `dossier_id` null when nothing fits: such a row looks like any other from outside. */
export interface TrackingCodesTable {
  id: string;
  dossier_id: string | null;
  /** Keyed hash of dossier code and phone as asked: what the sends are counted by. */
  subject: string;
  code_hash: string;
  created_at: string;
  expires_at: string;
  tries: number;
  used_at: string | null;
}

/** A message to be sent; `next_at` null: sent, given up, or never meant to leave. */
export interface SmsMessagesTable {
  id: string;
  sealed_message: string;
  created_at: string;
  expires_at: string;
  next_at: string | null;
  sent_at: string | null;
  attempts: number;
}

/** Table name → row. */
export interface CodeTables {
  dossier_phones: DossierPhonesTable;
  tracking_codes: TrackingCodesTable;
  sms_messages: SmsMessagesTable;
}
