/** Composition of the client: one transport, one resource for each noun of the contract. */
import type { Caller } from './core/call.ts';
import { createHttp } from './core/http.ts';
import { createCaller } from './core/operation.ts';
import { connectionOf, type ClientOptions, type Connection } from './options.ts';
import { dossiersResource, type DossiersResource } from './resources/dossiers.ts';
import { draftsResource, type DraftsResource } from './resources/drafts.ts';
import { formsResource, type FormsResource } from './resources/forms.ts';
import { paymentsResource, type PaymentsResource } from './resources/payments.ts';
import { phonePassesResource, type PhonePassesResource } from './resources/phone-passes.ts';
import { postalResource, type PostalResource } from './resources/postal.ts';
import { proceduresResource, type ProceduresResource } from './resources/procedures.ts';
import { sitesResource, type SitesResource } from './resources/sites.ts';
import { statisticsResource, type StatisticsResource } from './resources/statistics.ts';
import { trackingResource, type TrackingResource } from './resources/tracking.ts';
import { unitsResource, type UnitsResource } from './resources/units.ts';
import type { UploadsOptions } from './uploads.ts';
import type { UploadsResource } from './uploads/types.ts';

/** The whole client of one site. Its reads have the shape of `Reader`, so it can stand wherever a reader is asked for. */
export interface MotcuaClient {
  sites: SitesResource;
  procedures: ProceduresResource;
  forms: FormsResource;
  drafts: DraftsResource;
  phonePasses: PhonePassesResource;
  uploads: UploadsResource;
  dossiers: DossiersResource;
  tracking: TrackingResource;
  payments: PaymentsResource;
  postal: PostalResource;
  units: UnitsResource;
  statistics: StatisticsResource;
}

/** Makes a client. Sends nothing. Throws `TypeError` when the gateway's address is not safe (see `connectionOf`). */
export function createClient(options: ClientOptions): MotcuaClient {
  const connection = connectionOf(options);
  const caller = createCaller(createHttp(connection), options.site);
  return { ...resourcesOf(caller), uploads: lazyUploads(connection) };
}

function resourcesOf(caller: Caller): Omit<MotcuaClient, 'uploads'> {
  return {
    sites: sitesResource(caller),
    procedures: proceduresResource(caller),
    forms: formsResource(caller),
    drafts: draftsResource(caller),
    phonePasses: phonePassesResource(caller),
    dossiers: dossiersResource(caller),
    tracking: trackingResource(caller),
    payments: paymentsResource(caller),
    postal: postalResource(caller),
    units: unitsResource(caller),
    statistics: statisticsResource(caller),
  };
}

// The upload code is fetched when the first file is picked, not before.
function lazyUploads({ gateway, fetch, clock, random }: Connection): UploadsResource {
  const uploading = { gateway, fetch, clock, random };
  let loaded: Promise<UploadsResource> | undefined;
  const load = (): Promise<UploadsResource> => (loaded ??= importUploads(uploading).catch(forget));
  // A chunk that could not be fetched now may be fetched with the next file.
  const forget = (error: unknown): never => {
    loaded = undefined;
    throw error;
  };
  return {
    send: async (upload) => (await load()).send(upload),
    remove: async (draft, uploadId, options) => (await load()).remove(draft, uploadId, options),
  };
}

async function importUploads(options: UploadsOptions): Promise<UploadsResource> {
  return (await import('./uploads.ts')).createUploads(options);
}
