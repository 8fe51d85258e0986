/** Tables of reference data (sites, procedures, forms, everyday words, units). */

/** Table name → row. JSON stands as text, booleans as 0 and 1. */
export interface ReferenceTables {
  sites: SitesTable;
  procedures: ProceduresTable;
  forms: FormsTable;
  catalogues: CataloguesTable;
  guides: GuidesTable;
  province_units: ProvinceUnitsTable;
  communes: CommunesTable;
  reference_versions: ReferenceVersionsTable;
}

/** `data` is the JSON of `SiteSchema`; `origins` a JSON list of exact web origins. */
export interface SitesTable {
  id: string;
  data: string;
  origins: string;
}

/** `data` is the JSON of `ProcedureSchema` as it is sent; `etag` its hash. */
export interface ProceduresTable {
  site: string;
  code: string;
  data: string;
  etag: string;
}

/** A declaration (`FormDefinitionSchema`), without the steps that every dossier has. */
export interface FormsTable {
  site: string;
  id: string;
  data: string;
}

/** The compact catalogue of a site, ready to send. */
export interface CataloguesTable {
  site: string;
  version: string;
  updated_at: string;
  data: string;
}

/** Life events and look-alikes of a site (`GuideSchema`), ready to send. */
export interface GuidesTable {
  site: string;
  version: string;
  data: string;
}

/** One of the 34 provinces; `data` is the JSON of `ProvinceUnitsSchema`, ready to send. */
export interface ProvinceUnitsTable {
  code: string;
  position: number;
  province: string;
  data: string;
  etag: string;
}

/** One of the 3,321 communes. */
export interface CommunesTable {
  code: string;
  province_code: string;
  data: string;
}

/** What was imported last: a hash by subject (`units`), so that what is kept in memory knows when it is old. */
export interface ReferenceVersionsTable {
  subject: string;
  version: string;
}
