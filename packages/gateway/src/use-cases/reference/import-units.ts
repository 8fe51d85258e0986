/** Provinces, communes and what old communes became: the same for every site of a gateway. */
import type { ProvinceUnits } from '@motcua/contract/unit';
import { readCommunes, readLegacyCommunes, readProvinces, type AdministrativeUnitsData, type LegacyUnitsData } from '@motcua/domain/address';
import type { Tx } from '../../ports/database.ts';
import { sha256 } from '../bytes.ts';
import { inBatches, type Report } from './batches.ts';
import type { ReferenceBundle } from './bundle.ts';

interface UnitCounts {
  readonly communes: number;
  readonly legacyUnits: number;
}

/** Everything a device needs for the addresses of one province. */
function provinceUnits(units: AdministrativeUnitsData, legacy: LegacyUnitsData | undefined): ProvinceUnits[] {
  return readProvinces(units).map((province) => ({
    province,
    communes: readCommunes(units, province.code),
    legacy: legacy === undefined ? [] : readLegacyCommunes(legacy, province.code),
    validFrom: '2025-07-01',
  }));
}

/** Replaces the units when the bundle brings some; counts what it brought. */
export async function importUnits(tx: Tx, bundle: ReferenceBundle, report: Report): Promise<UnitCounts> {
  if (bundle.units === undefined) return { communes: 0, legacyUnits: 0 };
  const provinces = provinceUnits(bundle.units, bundle.legacyUnits);
  const communes = provinces.flatMap((province) => province.communes);
  const counts = { communes: communes.length, legacyUnits: provinces.reduce((sum, province) => sum + province.legacy.length, 0) };
  const rows = await Promise.all(provinces.map(async (province, position) => {
    const data = JSON.stringify(province);
    return { code: province.province.code, position, province: JSON.stringify(province.province), data, etag: (await sha256(data)).slice(0, 20) };
  }));
  const version = (await sha256(rows.map((row) => row.etag).join(' '))).slice(0, 20);
  const before = await tx.selectFrom('reference_versions').select('version').where('subject', '=', 'units').executeTakeFirst();
  if (before?.version === version) {
    report('units', communes.length, communes.length);
    return counts;
  }
  await tx.deleteFrom('communes').execute();
  await tx.deleteFrom('province_units').execute();
  await inBatches(rows, (slice) => tx.insertInto('province_units').values(slice).execute(), () => undefined);
  const communeRows = communes.map((commune) => ({ code: commune.code, province_code: commune.provinceCode, data: JSON.stringify(commune) }));
  await inBatches(communeRows, (slice) => tx.insertInto('communes').values(slice).execute(), (done) => report('units', done, communes.length));
  await tx.insertInto('reference_versions').values({ subject: 'units', version })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ version })).execute();
  return counts;
}
