/** Administrative units (đơn vị hành chính hai cấp) and what old communes became. */
import type { LegacyMatch, Province, ProvinceUnits } from '@motcua/contract/unit';
import type { Caller, CallOptions } from '../core/call.ts';

/** `ofProvince` takes the two-digit code; `legacy` searches old communes of every province by name. */
export interface UnitsResource {
  provinces(options?: CallOptions): Promise<Province[]>;
  ofProvince(provinceCode: string, options?: CallOptions): Promise<ProvinceUnits>;
  legacy(name: string, options?: CallOptions): Promise<LegacyMatch[]>;
}

/** Binds the resource to a caller. */
export function unitsResource(caller: Caller): UnitsResource {
  return {
    provinces: (options) => caller.call('listProvinces', {}, options),
    ofProvince: (province, options) => caller.call('getProvinceUnits', { path: { province } }, options),
    legacy: (q, options) => caller.call('findLegacyUnits', { query: { q } }, options),
  };
}
