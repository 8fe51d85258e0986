/**
 * What the elements need from the outside, as a type. `connect.ts` builds it from the SDK; tests and storybook give the
 * same thing over the in-page gateway. Elements never import the SDK as a value.
 */
import type { DossierClient } from '@motcua/sdk/dossier';
import type { TrackingAnswer, TrackingCredentials, TrackingOptions } from '@motcua/sdk/read';
import type { FormDefinition } from '@motcua/contract/form';
import type { Guide } from '@motcua/contract/guide';
import type { PostalQuote, PostalQuoteQuery } from '@motcua/contract/postal';
import type { Catalogue, Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';
import type { LegacyMatch, Province, ProvinceUnits } from '@motcua/contract/unit';

/** Options of one read. */
export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

/** Public reads: small, cached for the life of the page, no schema library. Without a line they give what was kept on the device. */
export interface CounterReads {
  /** When an answer that was kept on the device had been fetched (milliseconds); undefined: it has just come over the line. */
  keptAt?(answer: object): number | undefined;
  site(options?: ReadOptions): Promise<Site>;
  catalogue(options?: ReadOptions): Promise<Catalogue>;
  guide(options?: ReadOptions): Promise<Guide>;
  procedure(code: string, options?: ReadOptions): Promise<Procedure>;
  form(code: string, options?: ReadOptions): Promise<FormDefinition>;
  provinces(options?: ReadOptions): Promise<Province[]>;
  provinceUnits(province: string, options?: ReadOptions): Promise<ProvinceUnits>;
  legacyUnits(query: string, options?: ReadOptions): Promise<LegacyMatch[]>;
  postalQuote(query: PostalQuoteQuery, options?: ReadOptions): Promise<PostalQuote>;
  /** Public figures of the unit; both days are included. */
  statistics(query: StatisticsQuery, options?: ReadOptions): Promise<Statistics>;
  /** Never cached: one dossier for the holder of code and key. */
  tracking(credentials: TrackingCredentials, options?: TrackingOptions): Promise<TrackingAnswer>;
}

/** One gateway and one unit. `client()` loads the client of dossiers (ky, schemas) when something is about to be sent or followed. */
export interface CounterPort {
  readonly gateway: string;
  readonly unit: string;
  readonly read: CounterReads;
  client(): Promise<DossierClient>;
}
