/** The officer's door: kept apart, so that nothing of it travels to a citizen's phone. */
import { createHttp } from './core/http.ts';
import { createCaller } from './core/operation.ts';
import { connectionOf, type ConnectionOptions } from './options.ts';
import { officerDossiersResource, type OfficerDossiersResource } from './resources/officer-dossiers.ts';

export type { OfficerDossiersResource } from './resources/officer-dossiers.ts';

/** `token`: the bearer token, or a function that gives the present one. */
export interface OfficerClientOptions extends ConnectionOptions {
  token: string | (() => string);
}

/** What an officer may do at a gateway. */
export interface OfficerClient {
  dossiers: OfficerDossiersResource;
}

/** Makes an officer's client. Sends nothing. Throws `TypeError` when the gateway's address is not safe. */
export function createOfficerClient(options: OfficerClientOptions): OfficerClient {
  const { token } = options;
  const authorization = (): string => `Bearer ${typeof token === 'string' ? token : token()}`;
  return { dossiers: officerDossiersResource(createCaller(createHttp(connectionOf(options)), ''), authorization) };
}
