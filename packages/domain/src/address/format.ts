/** Addresses in two tiers, in one line, from the smallest part to the largest. */
import type { Address } from '@motcua/contract/unit';

/** «Ấp 3, Xã Thới Bình, Tỉnh Cà Mau». Missing parts are left out; abroad only the detail and the country code. */
export function formatAddress(address: Address): string {
  const abroad = address.country !== undefined && address.country !== 'VN';
  const parts = abroad
    ? [address.detail, address.country]
    : [address.detail, address.communeName, address.provinceName];
  return parts.map((part) => part?.trim()).filter(Boolean).join(', ');
}

/** Is the address complete enough for a form: commune and province in Vietnam, or a detail abroad? */
export function isCompleteAddress(address: Address): boolean {
  if (address.country !== undefined && address.country !== 'VN') return Boolean(address.detail?.trim());
  return Boolean(address.provinceCode && address.communeCode);
}
