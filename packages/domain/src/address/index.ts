/** Addresses in two tiers, and the way from an old commune to the one of today. */
export {
  readCommunes,
  readLegacyCommunes,
  readProvinces,
  type AdministrativeUnitsData,
  type LegacyUnitsData,
} from './data.ts';
export { findCommune, type CommuneMatch, type FindCommuneOptions } from './find-commune.ts';
export { formatAddress, isCompleteAddress } from './format.ts';
export {
  createLegacyIndex,
  resolveLegacy,
  type LegacyAmbiguity,
  type LegacyCandidate,
  type LegacyIndex,
} from './resolve-legacy.ts';
