/**
 * A prepared dossier (hồ sơ chuẩn bị sẵn): filled in and checked at home, kept sealed at the gateway, opened once at the
 * counter from the code on the printed declaration. Until then it is no dossier: no number, no clock, nobody reads it.
 */
import * as z from 'zod/mini';
import { InstantSchema } from './text.ts';

/** Days that a prepared dossier waits for its citizen; preparing it again starts them anew. */
export const PREPARED_DAYS = 30;

/** `CB-7K3M-Q2ZD-9P4T-WX5Y`: 80 bits, whoever holds it at a counter of the site may open it. */
export const PreparedCodeSchema = z.string().check(z.regex(/^CB(-[0-9A-HJKMNP-TV-Z]{4}){4}$/));

/** What its own device may know. `dossierCode` once it was opened: the receipt is read with `getReceipt`. */
export const PreparedDossierSchema = z.object({
  code: PreparedCodeSchema,
  state: z.enum(['waiting', 'opened']),
  preparedAt: InstantSchema,
  expiresAt: InstantSchema,
  openedAt: z.nullable(InstantSchema),
  dossierCode: z.nullable(z.string()),
});
export type PreparedDossier = z.infer<typeof PreparedDossierSchema>;

/** The code as scanned or typed; spelling is forgiven. */
export const OpenPreparedSchema = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(80)) });
export type OpenPrepared = z.infer<typeof OpenPreparedSchema>;
