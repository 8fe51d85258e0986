/** What public reads and quotes answer: operation → schema of the JSON body. */
import * as z from 'zod/mini';
import { FormDefinitionSchema } from './form.ts';
import { GuideSchema } from './guide.ts';
import { pageOf } from './page.ts';
import { FeeQuoteSchema } from './payment.ts';
import { PostalQuoteSchema } from './postal.ts';
import { CatalogueEntrySchema, CatalogueSchema, ProcedureSchema } from './procedure.ts';
import { SiteSchema } from './site.ts';
import { StatisticsSchema } from './statistics.ts';
import { LegacyMatchSchema, ProvinceSchema, ProvinceUnitsSchema } from './unit.ts';

export const REFERENCE_OUTPUTS = {
  getSite: SiteSchema,
  getCatalogue: CatalogueSchema,
  getGuide: GuideSchema,
  listProcedures: pageOf(CatalogueEntrySchema),
  getProcedure: ProcedureSchema,
  getForm: FormDefinitionSchema,
  quoteFees: FeeQuoteSchema,
  quotePostal: PostalQuoteSchema,
  getStatistics: StatisticsSchema,
  listProvinces: z.array(ProvinceSchema),
  getProvinceUnits: ProvinceUnitsSchema,
  findLegacyUnits: z.array(LegacyMatchSchema),
} as const;
