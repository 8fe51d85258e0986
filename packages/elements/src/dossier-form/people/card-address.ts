/** Looks up the address line of a card. Only lists of whole provinces are asked for: the address itself stays on the device. */
import type { Address, LegacyMatch, Province, ProvinceUnits } from '@motcua/contract/unit';
import { addressParts, bareName, placeOfLine } from './card-address.model.ts';

/** The two reads that are needed. */
export interface AddressLists {
  provinces(): Promise<Province[]>;
  provinceUnits(province: string): Promise<ProvinceUnits>;
}

function matchesOf(units: ProvinceUnits): LegacyMatch[] {
  return units.legacy.map((legacy) => ({ legacy, communes: units.communes.filter((commune) => legacy.newCodes.includes(commune.code)) }));
}

/** The address, or null when the lists cannot be had or the line is not certain. `nearProvince`: where merged provinces are looked for. */
export async function readCardAddress(line: string, lists: AddressLists, nearProvince: string): Promise<Address | null> {
  try {
    const provinces = await lists.provinces();
    const last = bareName(addressParts(line).pop() ?? '');
    const named = provinces.find((province) => bareName(province.name) === last)?.code;
    const codes = named === undefined || named === nearProvince ? [nearProvince] : [named];
    const units = await Promise.all(codes.map((code) => lists.provinceUnits(code)));
    return placeOfLine(line, units.flatMap(matchesOf), provinces, units.flatMap((one) => one.communes));
  } catch {
    return null;
  }
}
