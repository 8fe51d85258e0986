/** Addresses in two tiers (province, commune) with detail, or abroad. */
import type { FieldOf } from '@motcua/contract/form';
import type { Address } from '@motcua/contract/unit';
import type { Spot } from '../finding.ts';
import { isEmpty } from '../value.ts';
import { checkLength, LINE, type Check } from './check.ts';

type Rules = Pick<FieldOf<'address'>, 'allowAbroad' | 'detailRequired' | 'parts'>;

/** Is the address in another country? */
export function isAbroad(address: Address): boolean {
  return Boolean(address.country) && address.country !== 'VN';
}

/** Parts that are wanted and missing or malformed, outermost first. */
function missingParts(address: Address, rules: Rules): string[] {
  if (isAbroad(address)) return isEmpty(address.detail) ? ['detail'] : [];
  const missing: string[] = [];
  if (!/^\d{2}$/.test(address.provinceCode ?? '')) missing.push('provinceCode');
  if (rules.parts !== 'province' && !/^\d{5}$/.test(address.communeCode ?? '')) missing.push('communeCode');
  if (rules.detailRequired && isEmpty(address.detail)) missing.push('detail');
  return missing;
}

function checkLengths(address: Address, at: Spot): void {
  for (const [part, text] of Object.entries(address)) {
    if (typeof text === 'string') checkLength(text, LINE, at, part);
  }
  if (address.legacy?.text) checkLength(address.legacy.text, LINE, at, 'legacy.text');
}

function checkCommune({ communeCode, provinceCode }: Address, at: Spot): void {
  if (!communeCode || !provinceCode) return;
  if (at.context.isKnownCommune?.(communeCode, provinceCode) === false) at.error('commune-unknown', 'communeCode');
}

/** `address-incomplete` at each missing part, `commune-unknown`, `not-an-option` for a country that is not offered. */
export function checkAddressValue(address: Address, rules: Rules, at: Spot): void {
  checkLengths(address, at);
  const abroad = isAbroad(address);
  if (abroad && !(rules.allowAbroad && /^[A-Z]{2}$/.test(address.country ?? ''))) {
    at.error('not-an-option', 'country');
    return;
  }
  const missing = missingParts(address, rules);
  for (const part of missing) at.error('address-incomplete', part);
  if (!abroad && missing.length === 0) checkCommune(address, at);
}

/** An address field. */
export const checkAddress: Check<'address', Address> = (field, value, at) => checkAddressValue(value, field, at);
