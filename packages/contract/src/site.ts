/** A site: one unit's counter on one or more web origins, and what a page needs to know of it at once. */
import * as z from 'zod/mini';
import { WorkingCalendarSchema } from './calendar.ts';
import { BankAccountSchema } from './payment.ts';
import { PostalTariffSchema } from './postal.ts';
import { IdSchema, LocalizedTextSchema } from './text.ts';
import { UnitSchema } from './unit.ts';

/** A post office that takes papers and hands out results (bưu cục). */
export const PostOfficeSchema = z.object({ id: IdSchema, name: z.string(), address: z.string(), hours: z.optional(z.string()) });

/**
 * Where officers sign in (OpenID Connect, authorization code with PKCE). It names no person and holds no secret: a desk is a public
 * client. `scope` begins with `openid`; `resource` is the audience that some providers want to be asked for (RFC 8707).
 */
export const OfficerSignInSchema = z.object({
  issuer: z.string().check(z.regex(/^https?:\/\/[^\s?#]+$/), z.maxLength(300)),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  scope: z.optional(z.string().check(z.regex(/^openid( [!#-[\]-~]+)*$/), z.maxLength(300))),
  resource: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
});
export type OfficerSignIn = z.infer<typeof OfficerSignInSchema>;

export const SiteSchema = z.object({
  id: IdSchema,
  name: LocalizedTextSchema,
  unit: UnitSchema,
  languages: z.array(z.string()),
  /** Spoken help: phone and when it is answered. */
  hotline: z.optional(z.string()),
  openingHours: z.optional(LocalizedTextSchema),
  calendar: WorkingCalendarSchema,
  postOffices: z.optional(z.array(PostOfficeSchema)),
  /** Where fees are transferred to; absent: fees are paid at the counter or to the postman only. */
  bankAccount: z.optional(BankAccountSchema),
  /** Absent: «bưu điện sẽ báo cước». */
  postalTariff: z.optional(PostalTariffSchema),
  /** Absent: officers sign in with a token of the gateway. */
  officerSignIn: z.optional(OfficerSignInSchema),
  /** Codes offered first, before anything is typed. */
  featured: z.array(z.string()),
  uploadLimits: z.object({ maxFileBytes: z.int(), maxFilesPerDraft: z.int(), maxDraftBytes: z.int(), types: z.array(z.string()) }),
  /** Changes when any public data of the site changes. */
  version: z.string(),
});
export type Site = z.infer<typeof SiteSchema>;
