/** The address line of a card («Ấp 1, Thới Bình, Thới Bình, Cà Mau») as a place of today, as far as the lists allow it. */
import type { Address, Commune, LegacyMatch, Province } from '@motcua/contract/unit';

const KINDS = /^(tỉnh|thành phố|tp\.?|quận|huyện|thị xã|tx\.?|xã|phường|thị trấn|tt\.?|đặc khu)\s+/u;

/** Name without its kind, for comparing: «Xã Thới Bình» and «Thới Bình» are one. */
export function bareName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().replace(KINDS, '');
}

/** Parts of the line from the small to the large. */
export function addressParts(line: string): string[] {
  return line.split(',').map((part) => part.trim()).filter((part) => part !== '');
}

/** Old communes of the line among the answers to its commune's name: right province and, where the card names it, right district. */
export function legacyOfLine(line: string, matches: readonly LegacyMatch[]): LegacyMatch[] {
  const [commune = '', district = '', province = ''] = addressParts(line).slice(-3).map(bareName);
  return matches.filter(({ legacy }) => bareName(legacy.fullName) === commune && bareName(legacy.district) === district && bareName(legacy.province) === province);
}

/**
 * The address of a line that ends with commune (and district) and province. Null when it is not certain: a wrong commune
 * that nobody looks at is worse than one that has to be chosen.
 */
export function placeOfLine(line: string, matches: readonly LegacyMatch[], provinces: readonly Province[], communes: readonly Commune[]): Address | null {
  const parts = addressParts(line);
  const old = legacyOfLine(line, matches).flatMap(({ legacy, communes: now }) => now.map((commune) => ({ legacy, commune })));
  const only = old.length === 1 ? old[0] : undefined;
  if (only !== undefined) {
    const text = [only.legacy.fullName, only.legacy.district, only.legacy.province].join(', ');
    return withDetail(parts.slice(0, -3), only.commune, provinces, { communeCode: only.legacy.code, text });
  }
  if (old.length > 1) return null;
  const [commune = '', province = ''] = parts.slice(-2).map(bareName);
  const home = provinces.find((one) => bareName(one.name) === province);
  const now = communes.filter((one) => one.provinceCode === home?.code && bareName(one.name) === commune);
  return now.length === 1 && now[0] !== undefined ? withDetail(parts.slice(0, -2), now[0], provinces) : null;
}

function withDetail(rest: readonly string[], commune: Commune, provinces: readonly Province[], legacy?: Address['legacy']): Address {
  const province = provinces.find(({ code }) => code === commune.provinceCode);
  return {
    provinceCode: commune.provinceCode,
    ...(province && { provinceName: province.fullName }),
    communeCode: commune.code,
    communeName: commune.fullName,
    ...(rest.length > 0 && { detail: rest.join(', ') }),
    ...(legacy && { legacy }),
  };
}
