/**
 * The shapes of `@motcua/domain/data/administrative-units.json` and `legacy-units.json`, and how to unfold them.
 * Rows are short because the files travel; whoever loads them (gateway, demo) unfolds once.
 */
import type { Commune, LegacyCommune, Province } from '@motcua/contract/unit';

/** 34 provinces `[code, name, fullName]` and 3,321 communes, by province: `[code, kind, name]`. */
export interface AdministrativeUnitsData {
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly provinces: readonly (readonly string[])[];
  readonly communes: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Units before 1 July 2025, by old province; a commune is `[code, fullName, districtCode, new codes joined by space, mapping]`. */
export interface LegacyUnitsData {
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly provinces: Readonly<
    Record<
      string,
      {
        readonly fullName: string;
        readonly newProvinceCode: string;
        readonly districts: Readonly<Record<string, string>>;
        readonly communes: readonly (readonly string[])[];
      }
    >
  >;
}

const KINDS: Readonly<Record<string, string>> = { x: 'Xã', p: 'Phường', d: 'Đặc khu' };
const MAPPINGS: Readonly<Record<string, LegacyCommune['mapping']>> = { '1': 'one-to-one', m: 'merged', s: 'split' };

/** All provinces of the data. */
export function readProvinces(data: AdministrativeUnitsData): Province[] {
  return data.provinces.map(([code = '', name = '', fullName = '']) => ({ code, name, fullName }));
}

/** Communes of one province, or of all. */
export function readCommunes(data: AdministrativeUnitsData, provinceCode?: string): Commune[] {
  const provinces = provinceCode === undefined ? Object.keys(data.communes).sort() : [provinceCode];
  return provinces.flatMap((province) =>
    (data.communes[province] ?? []).map(([code = '', kind = '', name = '']) => ({
      code,
      name,
      fullName: `${KINDS[kind] ?? ''} ${name}`.trim(),
      provinceCode: province,
    })),
  );
}

/** Old communes whose territory lies in a province of today, or all. */
export function readLegacyCommunes(data: LegacyUnitsData, newProvinceCode?: string): LegacyCommune[] {
  return Object.values(data.provinces)
    .filter((province) => newProvinceCode === undefined || province.newProvinceCode === newProvinceCode)
    .flatMap((province) =>
      province.communes.map(([code = '', fullName = '', districtCode = '', newCodes = '', mapping = '']) => ({
        code,
        fullName,
        district: province.districts[districtCode] ?? '',
        province: province.fullName,
        newCodes: newCodes.split(' '),
        mapping: MAPPINGS[mapping] ?? 'split',
      })),
    );
}
