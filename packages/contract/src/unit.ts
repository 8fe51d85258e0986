/** Administrative units and addresses (đơn vị hành chính hai cấp, địa chỉ). */
import * as z from 'zod/mini';
import { IdSchema, ShortTextSchema } from './text.ts';

/** Two digits. */
export const ProvinceCodeSchema = z.string().check(z.regex(/^\d{2}$/));
/** Five digits. */
export const CommuneCodeSchema = z.string().check(z.regex(/^\d{5}$/));

/** One of the 34 provinces (tỉnh, thành phố trực thuộc trung ương). */
export const ProvinceSchema = z.object({ code: ProvinceCodeSchema, name: z.string(), fullName: z.string() });
export type Province = z.infer<typeof ProvinceSchema>;

/** One of the 3,321 communes (xã, phường, đặc khu) since 1 July 2025. */
export const CommuneSchema = z.object({
  code: CommuneCodeSchema,
  name: z.string(),
  fullName: z.string(),
  provinceCode: ProvinceCodeSchema,
});
export type Commune = z.infer<typeof CommuneSchema>;

/** A commune before 1 July 2025 and what became of it; `newCodes` has several entries when it was split. */
export const LegacyCommuneSchema = z.object({
  code: CommuneCodeSchema,
  fullName: z.string(),
  district: z.string(),
  province: z.string(),
  newCodes: z.array(CommuneCodeSchema),
  mapping: z.enum(['one-to-one', 'merged', 'split']),
});
export type LegacyCommune = z.infer<typeof LegacyCommuneSchema>;

/** Everything a device needs for the addresses of one province; loaded once, works offline afterwards. */
export const ProvinceUnitsSchema = z.object({
  province: ProvinceSchema,
  communes: z.array(CommuneSchema),
  legacy: z.array(LegacyCommuneSchema),
  validFrom: z.string(),
});
export type ProvinceUnits = z.infer<typeof ProvinceUnitsSchema>;

/** An old commune found by name in any province, with the communes it became. */
export const LegacyMatchSchema = z.object({ legacy: LegacyCommuneSchema, communes: z.array(CommuneSchema) });
export type LegacyMatch = z.infer<typeof LegacyMatchSchema>;

/**
 * An address in Vietnam (two tiers + detail) or abroad (`country` other than `VN`, then only `detail`).
 * Names are stored beside codes: codes were reused in 2025, a code without its date is ambiguous.
 */
export const AddressSchema = z.strictObject({
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  provinceCode: z.optional(ProvinceCodeSchema),
  provinceName: z.optional(ShortTextSchema),
  communeCode: z.optional(CommuneCodeSchema),
  communeName: z.optional(ShortTextSchema),
  /** House, street, hamlet (số nhà, đường, ấp/thôn). */
  detail: z.optional(ShortTextSchema),
  /** The old address as written on paper, when the person started from it. */
  legacy: z.optional(z.strictObject({ communeCode: z.optional(CommuneCodeSchema), text: ShortTextSchema })),
});
export type Address = z.infer<typeof AddressSchema>;

/** The office that runs a site: a commune's one-stop counter (Bộ phận Một cửa / Trung tâm Phục vụ hành chính công). */
export const UnitSchema = z.object({
  id: IdSchema,
  name: z.string(),
  /** First part of its dossier codes (`H12.12`), QĐ 20/2020/QĐ-TTg. */
  agencyCode: z.string(),
  level: z.enum(['commune', 'province', 'ministry']),
  communeCode: z.optional(CommuneCodeSchema),
  provinceCode: ProvinceCodeSchema,
  provinceName: z.string(),
  address: z.string(),
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  website: z.optional(z.string()),
});
export type Unit = z.infer<typeof UnitSchema>;
