/**
 * The small values everything else is made of: languages, texts, instants, dates, money.
 * All text travels in Unicode NFC; instants are UTC; money is whole đồng.
 */
import * as z from 'zod/mini';

/** BCP 47 primary tag of a text. Vietnamese is always there; Khmer and others may be added as data. */
export const LanguageSchema = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/));
export type Language = z.infer<typeof LanguageSchema>;

/** One text in several languages. `vi` is never missing; the reader falls back to it. */
export type LocalizedText = { vi: string; en?: string | undefined; [language: string]: string | undefined };
export const LocalizedTextSchema = z.catchall(
  z.object({ vi: z.string().check(z.maxLength(8000)), en: z.optional(z.string().check(z.maxLength(8000))) }),
  z.string().check(z.maxLength(8000)),
) as unknown as z.ZodMiniType<LocalizedText>;

/** A moment, UTC, ISO 8601 with `Z` (`2026-11-23T01:15:00.000Z`). */
export const InstantSchema = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/));
export type Instant = z.infer<typeof InstantSchema>;

/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export const CalendarDateSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export type CalendarDate = z.infer<typeof CalendarDateSchema>;

/** A day known only in part, as on old papers: `1952`, `1952-03` or `1952-03-14`. */
export const PartialDateSchema = z
  .string()
  .check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
export type PartialDate = z.infer<typeof PartialDateSchema>;

/** Time of day at the office, `HH:mm`, 24 hours. */
export const TimeOfDaySchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = z.infer<typeof TimeOfDaySchema>;

/** Whole đồng, never negative. */
export const MoneySchema = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000));
export type Money = z.infer<typeof MoneySchema>;

/** A short machine name: letters, digits, dot, dash, underscore; starts with a letter or digit. */
export const IdSchema = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/));
export type Id = z.infer<typeof IdSchema>;

/** One line of text a person typed; longer input is refused, never cut. */
export const ShortTextSchema = z.string().check(z.maxLength(500));
/** Several lines of text a person typed. */
export const LongTextSchema = z.string().check(z.maxLength(8000));

/** Lower-case hexadecimal SHA-256, 64 characters. */
export const Sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type Sha256 = z.infer<typeof Sha256Schema>;

/** Where a fact comes from and when somebody last looked (quyết định công bố, trang nguồn). */
export const SourceSchema = z.object({
  name: z.string().check(z.maxLength(500)),
  url: z.optional(z.string().check(z.maxLength(500))),
  checkedOn: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/))),
});
export type Source = z.infer<typeof SourceSchema>;

/** Code of a procedure (mã thủ tục): the national code `1.001193`, local variants with an agency part (`1.012796.H36`). */
export const ProcedureCodeSchema = z.string().check(z.regex(/^\d\.\d{6}(\.[A-Z0-9]{1,4}){0,5}$/));
