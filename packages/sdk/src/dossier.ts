/** The door of one dossier: drafts, papers, sending, following, paying. For pages that read by the small door (`@motcua/sdk/read`). */
import { DOSSIER_OUTPUTS } from '@motcua/contract/outputs-dossier';
import type { Caller } from './core/call.ts';
import { createHttp } from './core/http.ts';
import { createCaller } from './core/operation.ts';
import { connectionOf, type ClientOptions, type Connection } from './options.ts';
import { dossiersResource, type DossiersResource } from './resources/dossiers.ts';
import { draftsResource, type DraftsResource } from './resources/drafts.ts';
import { paymentsResource, type PaymentsResource } from './resources/payments.ts';
import { phonePassesResource, type PhonePassesResource } from './resources/phone-passes.ts';
import { trackingResource, type TrackingResource } from './resources/tracking.ts';
import type { UploadsOptions } from './uploads.ts';
import type { UploadsResource } from './uploads/types.ts';

/** What a citizen does with a dossier; the part of `MotcuaClient` that writes. */
export interface DossierClient {
  drafts: DraftsResource;
  phonePasses: PhonePassesResource;
  uploads: UploadsResource;
  dossiers: DossiersResource;
  tracking: TrackingResource;
  payments: PaymentsResource;
}

/** Makes a client of dossiers. Sends nothing. Throws `TypeError` when the gateway's address is not safe (see `connectionOf`). */
export function createDossierClient(options: ClientOptions): DossierClient {
  const connection = connectionOf(options);
  return dossierResources(createCaller(createHttp(connection), options.site, DOSSIER_OUTPUTS), connection);
}

/** The resources of a dossier over a caller that knows their outputs. */
export function dossierResources(caller: Caller, connection: Connection): DossierClient {
  return {
    drafts: draftsResource(caller),
    phonePasses: phonePassesResource(caller),
    uploads: lazyUploads(connection),
    dossiers: dossiersResource(caller),
    tracking: trackingResource(caller),
    payments: paymentsResource(caller),
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
