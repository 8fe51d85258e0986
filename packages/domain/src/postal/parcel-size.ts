/** Grams for people who have no scales. */
import type { ParcelSize } from '@motcua/contract/postal';

/** Upper ends of what such a parcel weighs, so that a charge is rather said too high than too low; ours, not the carrier's. */
export const PARCEL_GRAMS: Readonly<Record<ParcelSize, number>> = { envelope: 100, folder: 500, box: 2000 };
