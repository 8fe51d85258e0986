/** Pure decisions of the address field. */
import type { Address, Commune, LegacyMatch, Province } from '@motcua/contract/unit';

/** Which tiers are asked. */
export type AddressParts = 'full' | 'commune' | 'province';

/** A choice offered for an old commune: one row per new commune it became. */
export interface LegacyChoice {
  legacyCode: string;
  oldText: string;
  commune: Commune;
  split: boolean;
}

/** Removes keys without a value: an address travels with what is known, nothing else. */
export function compact(address: Address): Address {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined && value !== '')) as Address;
}

/** Another province empties the commune; the detail stays. */
export function withProvince(address: Address, province: Province | undefined): Address {
  const { communeCode: _c, communeName: _n, legacy: _l, ...rest } = address;
  return compact({ ...rest, provinceCode: province?.code, provinceName: province?.fullName });
}

/** The chosen commune; an old address belonged to the previous choice and goes. */
export function withCommune(address: Address, commune: Commune | undefined): Address {
  const { legacy: _l, ...rest } = address;
  return compact({ ...rest, communeCode: commune?.code, communeName: commune?.fullName });
}

/** New commune found through an old name; keeps the old words as written on paper. */
export function withLegacy(address: Address, choice: LegacyChoice, province: Province | undefined): Address {
  return compact({
    ...address,
    country: undefined,
    provinceCode: choice.commune.provinceCode,
    provinceName: province?.fullName,
    communeCode: choice.commune.code,
    communeName: choice.commune.fullName,
    legacy: { communeCode: choice.legacyCode, text: choice.oldText },
  });
}

/** Abroad: country and one line; at home again: both tiers empty. */
export function withCountry(address: Address, country: string | undefined): Address {
  return compact({ country, detail: address.detail });
}

/** Rows to press, nearest province first; an old unit that was divided gives several. */
export function legacyChoices(matches: readonly LegacyMatch[], nearProvince: string | undefined): LegacyChoice[] {
  const rows = matches.flatMap(({ legacy, communes }) =>
    communes.map((commune) => ({
      legacyCode: legacy.code,
      oldText: [legacy.fullName, legacy.district, legacy.province].filter((part) => part !== '').join(', '),
      commune,
      split: legacy.mapping === 'split',
    })),
  );
  const near = (row: LegacyChoice) => (row.commune.provinceCode === nearProvince ? 0 : 1);
  return rows.map((row, index) => ({ row, index })).sort((a, b) => near(a.row) - near(b.row) || a.index - b.index).map(({ row }) => row);
}
