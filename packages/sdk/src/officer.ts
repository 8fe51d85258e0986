/** The officer's door: kept apart, so that nothing of it travels to a citizen's phone. */
import type { AuditEntry, AuditQuery, Officer } from '@motcua/contract/officer';
import { OFFICER_OUTPUTS } from '@motcua/contract/outputs-officer';
import type { CallOptions } from './core/call.ts';
import { createHttp } from './core/http.ts';
import { createCaller } from './core/operation.ts';
import { pagedList, type PagedList } from './core/page.ts';
import { connectionOf, type ConnectionOptions } from './options.ts';
import { officerDossiersResource, type OfficerDossiersResource } from './resources/officer-dossiers.ts';

export type { OfficerDossiersResource } from './resources/officer-dossiers.ts';

/**
 * `token`: the bearer token, or a function that gives the present one. `unit`: the site to work for, for people with a role at
 * several (`session().units`); absent: where the person usually works.
 */
export interface OfficerClientOptions extends ConnectionOptions {
  token: string | (() => string);
  unit?: string;
}

/** What an officer may do at a gateway. */
export interface OfficerClient {
  dossiers: OfficerDossiersResource;
  /** Who is signed in. */
  session(options?: CallOptions): Promise<Officer>;
  /** What officers did, newest first; `forbidden` for everybody but leaders. */
  audit(query?: AuditQuery, options?: CallOptions): PagedList<AuditEntry>;
}

/** Makes an officer's client. Sends nothing. Throws `TypeError` when the gateway's address is not safe. */
export function createOfficerClient(options: OfficerClientOptions): OfficerClient {
  const { token, unit } = options;
  const authorization = (): string => `Bearer ${typeof token === 'string' ? token : token()}`;
  const caller = createCaller(createHttp(connectionOf(options)), '', OFFICER_OUTPUTS, unit === undefined ? {} : { 'x-officer-site': unit });
  return {
    dossiers: officerDossiersResource(caller, authorization),
    session: (call) => caller.call('getOfficer', { authorization: authorization() }, call),
    audit: (query = {}, call) =>
      pagedList((cursor = query.cursor) => caller.call('listAudit', { authorization: authorization(), query: { ...query, cursor } }, call)),
  };
}
