/** Tables of reference data (sites, procedures, forms, everyday words, units). */

/** Table name → row. JSON stands as text, booleans as 0 and 1. */
export interface ReferenceTables {
  sites: SitesTable;
}

/** `data` is the JSON of `SiteSchema`; `origins` a JSON list of exact web origins. */
export interface SitesTable {
  id: string;
  data: string;
  origins: string;
}
