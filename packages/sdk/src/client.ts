/** Composition of the client: one transport, one resource for each noun of the contract. */
import { DOSSIER_OUTPUTS } from '@motcua/contract/outputs-dossier';
import { REFERENCE_OUTPUTS } from '@motcua/contract/outputs-reference';
import { createHttp } from './core/http.ts';
import { createCaller } from './core/operation.ts';
import { dossierResources, type DossierClient } from './dossier.ts';
import { connectionOf, type ClientOptions } from './options.ts';
import { formsResource, type FormsResource } from './resources/forms.ts';
import { postalResource, type PostalResource } from './resources/postal.ts';
import { proceduresResource, type ProceduresResource } from './resources/procedures.ts';
import { sitesResource, type SitesResource } from './resources/sites.ts';
import { statisticsResource, type StatisticsResource } from './resources/statistics.ts';
import { unitsResource, type UnitsResource } from './resources/units.ts';

/** The whole client of one site. Its reads have the shape of `Reader`, so it can stand wherever a reader is asked for. */
export interface MotcuaClient extends DossierClient {
  sites: SitesResource;
  procedures: ProceduresResource;
  forms: FormsResource;
  postal: PostalResource;
  units: UnitsResource;
  statistics: StatisticsResource;
}

/** Makes a client. Sends nothing. Throws `TypeError` when the gateway's address is not safe (see `connectionOf`). */
export function createClient(options: ClientOptions): MotcuaClient {
  const connection = connectionOf(options);
  const caller = createCaller(createHttp(connection), options.site, { ...REFERENCE_OUTPUTS, ...DOSSIER_OUTPUTS });
  return {
    ...dossierResources(caller, connection),
    sites: sitesResource(caller),
    procedures: proceduresResource(caller),
    forms: formsResource(caller),
    postal: postalResource(caller),
    units: unitsResource(caller),
    statistics: statisticsResource(caller),
  };
}
