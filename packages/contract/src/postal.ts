/** Public postal service for papers and results (bưu chính công ích; QĐ 45/2016/QĐ-TTg, TT 17/2017/TT-BTTTT). */
import * as z from 'zod/mini';
import { AddressSchema, CommuneCodeSchema } from './unit.ts';
import { CalendarDateSchema, IdSchema, InstantSchema, MoneySchema, ShortTextSchema, SourceSchema } from './text.ts';

/** The three modes of the law: send papers, get the result, both; `none` where the law wants the person. */
export const PostalModeSchema = z.enum(['none', 'submit', 'return', 'both']);
export type PostalMode = z.infer<typeof PostalModeSchema>;

/** Somebody who sends or receives (người gửi, người nhận). */
export const PostalPartySchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  phone: z.string().check(z.minLength(8), z.maxLength(20)),
  email: z.optional(z.string().check(z.maxLength(200))),
  address: AddressSchema,
});
export type PostalParty = z.infer<typeof PostalPartySchema>;

/** How the result comes back: at the counter, as an electronic file, or by post. */
export const ResultDeliverySchema = z.enum(['counter', 'electronic', 'post']);

/** Presets of a parcel: a few sheets, a folder, a box. */
export const ParcelSizeSchema = z.enum(['envelope', 'folder', 'box']);
export type ParcelSize = z.infer<typeof ParcelSizeSchema>;

/**
 * The choice of the citizen. `papersBy` says how paper originals travel to the office; `party` is needed as soon as
 * either way is post. It sends the papers (người gửi) and gets the result (người nhận), unless `receiver` names another.
 */
export const DeliveryChoiceSchema = z.strictObject({
  resultBy: ResultDeliverySchema,
  papersBy: z.optional(z.enum(['none', 'counter', 'post'])),
  party: z.optional(PostalPartySchema),
  /** Who gets the result when it is not `party` (người khác nhận), with a letter of authority. */
  receiver: z.optional(PostalPartySchema),
  /** Where `receiver` meets the post, as `pickUpAt` and `postOffice` say it of `party`; at the address when not said. */
  receiverPickUpAt: z.optional(z.enum(['home', 'post-office'])),
  receiverPostOffice: z.optional(IdSchema),
  /** Somebody else may take the result, with a letter of authority (giấy ủy quyền). */
  authorisedReceiver: z.optional(ShortTextSchema),
  copies: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  /** Where `party` meets the post. */
  pickUpAt: z.optional(z.enum(['home', 'post-office'])),
  /** Id of one of the site's post offices (bưu cục), when the parcel is handed over there. */
  postOffice: z.optional(IdSchema),
  /** How thick the papers are, instead of grams (phong bì, tập hồ sơ, hộp). */
  size: z.optional(ParcelSizeSchema),
  /** Papers to be given back when the result is delivered (giấy tờ phải thu hồi), TT 17/2017 Đ.5.2d–đ. */
  handBack: z.optional(ShortTextSchema),
  note: z.optional(ShortTextSchema),
});
export type DeliveryChoice = z.infer<typeof DeliveryChoiceSchema>;

/** `weight` in grams, 100 when not said (a few sheets in an envelope). */
export const PostalQuoteQuerySchema = z.object({ to: CommuneCodeSchema, mode: z.enum(['submit', 'return', 'both']), weight: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(30_000))) });
export type PostalQuoteQuery = z.infer<typeof PostalQuoteQuerySchema>;

/**
 * Transit in working days (J+n) and charge. Without a supplied tariff `charge` is null and the carrier says it
 * (`chargeReason`); a tariff is never invented.
 */
export const PostalQuoteSchema = z.object({
  transitDays: z.int(),
  scope: z.enum(['same-province', 'special-cities', 'inter-province']),
  earliestOn: z.nullable(CalendarDateSchema),
  charge: z.nullable(MoneySchema),
  chargeReason: z.enum(['tariff', 'carrier-will-say']),
  tariffSource: z.optional(SourceSchema),
  legalBasis: z.string(),
});
export type PostalQuote = z.infer<typeof PostalQuoteSchema>;

/**
 * `invited` and `invited-again`: nobody took it, the post asks to come (mời nhận lần một, lần hai, TT 17/2017/TT-BTTTT Đ.5.2h);
 * `returned`: back where it was sent from.
 */
export const ParcelStatusSchema = z.enum(['registered', 'collected', 'in-transit', 'delivering', 'delivered', 'failed', 'invited', 'invited-again', 'returned']);
export type ParcelStatus = z.infer<typeof ParcelStatusSchema>;

/** A parcel on its way, as the carrier or an officer reported it. */
export const ParcelEventSchema = z.object({
  at: InstantSchema,
  status: ParcelStatusSchema,
  place: z.optional(z.string()),
});
export const ParcelSchema = z.object({
  direction: z.enum(['submit', 'return']),
  carrier: z.string(),
  waybill: z.nullable(z.string()),
  events: z.array(ParcelEventSchema),
  /** When the citizen said what shall become of a result that came back, or took it at the counter. */
  answeredAt: z.optional(InstantSchema),
});
export type Parcel = z.infer<typeof ParcelSchema>;
export type ParcelEvent = z.infer<typeof ParcelEventSchema>;

/**
 * The post could not hand over the result: it invites (`nextOn`: the day of the second invitation, two working days after the
 * first), brought it back to the office (`came-back`), or shall bring it once more (`asked-again`). `place`: where it lies.
 */
export const PostalNewsSchema = z.object({
  state: z.enum(['invited', 'invited-again', 'came-back', 'asked-again']),
  since: InstantSchema,
  nextOn: z.nullable(CalendarDateSchema),
  place: z.optional(z.string()),
});
export type PostalNews = z.infer<typeof PostalNewsSchema>;

/** A price list of the carrier, supplied by the operator with its source and date; never made up. Whole đồng, one way. */
export const PostalTariffSchema = z.object({
  rows: z.array(z.object({ scope: z.enum(['same-province', 'special-cities', 'inter-province']), uptoGram: z.int(), amount: MoneySchema })),
  source: SourceSchema,
});
export type PostalTariff = z.infer<typeof PostalTariffSchema>;
