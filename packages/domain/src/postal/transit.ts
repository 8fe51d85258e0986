/**
 * How long the post takes, in working days after the day of posting: J+n (TT 17/2017/TT-BTTTT Đ.7).
 * The law's shortest step, «inside one district» J+1, has no unit any more; inside a province it is J+2.
 */
import type { PostalMode, PostalQuote } from '@motcua/contract/postal';

/** Where the parcel goes, as the law tells distances apart. */
export type PostalScope = PostalQuote['scope'];

const DAYS: Readonly<Record<PostalScope, number>> = { 'same-province': 2, 'special-cities': 3, 'inter-province': 4 };

/**
 * Provinces whose city was of the special class or class I and under central government: Hà Nội, Hải Phòng, Huế,
 * Đà Nẵng, Thành phố Hồ Chí Minh, Cần Thơ. The class belongs to the old city, so this is an estimate for the rest.
 */
export const SPECIAL_CITY_CODES: readonly string[] = ['01', '31', '46', '48', '79', '92'];

/** The legal distance between two provinces (two-digit codes). */
export function transitScope(fromProvince: string, toProvince: string): PostalScope {
  if (fromProvince === toProvince) return 'same-province';
  const special = SPECIAL_CITY_CODES.includes(fromProvince) && SPECIAL_CITY_CODES.includes(toProvince);
  return special ? 'special-cities' : 'inter-province';
}

/** Working days of one way; twice as many when a delivery slip has to come back (phiếu báo phát). */
export function transitDays(scope: PostalScope, withDeliverySlip = false): number {
  return withDeliverySlip ? DAYS[scope] * 2 : DAYS[scope];
}

/** Does a procedure that offers `offered` serve the mode a person wants? `both` serves everything. */
export function offersMode(offered: PostalMode, wanted: Exclude<PostalMode, 'none'>): boolean {
  return offered === 'both' || offered === wanted;
}
