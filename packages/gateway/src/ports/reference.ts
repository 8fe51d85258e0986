/** Reference data as the moving parts need it: sites, procedures, forms. Filled by `motcua-gateway import`. */
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';

/** Reads reference data; every method answers null for what is not there. */
export interface ReferenceReader {
  site(siteId: string): Promise<Site | null>;
  procedure(siteId: string, code: string): Promise<Procedure | null>;
  /** The whole form as the citizen fills it in (declaration, papers, delivery, consent). */
  form(siteId: string, code: string): Promise<FormDefinition | null>;
  /** Web origins that may call: of one site, or of every site when `siteId` is null. Exact strings (`https://xa.gov.vn`). */
  origins(siteId: string | null): Promise<readonly string[]>;
}
