/** The officer's side (cán bộ một cửa): work list, one dossier, its files, and the acts that move it. */
import type { Receipt } from '@motcua/contract/dossier';
import type { Letter } from '@motcua/contract/letter';
import type { OfficerAct, OfficerDossier, OfficerDossierSummary, OfficerQuery, OpenedPrepared, PaperDossier } from '@motcua/contract/officer';
import type { LetterKind } from '@motcua/contract/tracking';
import type { Caller, CallOptions, WriteOptions } from '../core/call.ts';
import { pagedList, type PagedList } from '../core/page.ts';
import { newUuid } from '../ports/credentials.ts';

/**
 * `act` carries the `version` the officer saw; problem `dossier-version-conflict` when somebody was faster. It is never
 * repeated by itself. `file` is the stored file, to be offered as a download. `register` enters a paper dossier: keep the key
 * beside the filled-in form, the same key gives the same dossier. `addResult` takes PDF, JPEG or PNG. `openPrepared` takes the code
 * on a printed declaration as it was scanned or typed: `isFirst` false means that somebody opened it before, nothing was made.
 */
export interface OfficerDossiersResource {
  list(query?: OfficerQuery, options?: CallOptions): PagedList<OfficerDossierSummary>;
  get(dossierId: string, options?: CallOptions): Promise<OfficerDossier>;
  act(dossierId: string, act: OfficerAct, options?: CallOptions): Promise<OfficerDossier>;
  file(dossierId: string, uploadId: string, options?: CallOptions): Promise<Blob>;
  register(paper: PaperDossier, options?: WriteOptions): Promise<Receipt>;
  openPrepared(code: string, options?: CallOptions): Promise<OpenedPrepared>;
  letter(dossierId: string, kind: LetterKind, options?: CallOptions): Promise<Letter>;
  addResult(dossierId: string, file: Blob, name: string, options?: CallOptions): Promise<OfficerDossier>;
}

/** Binds the resource to a caller; `authorization` is asked for at each call, so that a token may be renewed. */
export function officerDossiersResource(caller: Caller, authorization: () => string): OfficerDossiersResource {
  const at = (dossier: string) => ({ path: { dossier }, authorization: authorization() });
  return {
    list: (query = {}, options) =>
      pagedList((cursor = query.cursor) => caller.call('listOfficerDossiers', { authorization: authorization(), query: { ...query, cursor } }, options)),
    get: (dossier, options) => caller.call('getOfficerDossier', at(dossier), options),
    act: (dossier, body, options) => caller.call('actOnDossier', { ...at(dossier), body }, options),
    file: (dossier, upload, options) =>
      caller.bytes('downloadPaper', { path: { dossier, upload }, authorization: authorization() }, options),
    register: (body, options = {}) => {
      const idempotencyKey = options.idempotencyKey ?? newUuid();
      return caller.call('registerPaper', { body, idempotencyKey, authorization: authorization() }, options);
    },
    openPrepared: (code, options) => caller.call('openPrepared', { body: { code }, authorization: authorization() }, options),
    letter: (dossier, letter, options) =>
      caller.call('getOfficerLetter', { path: { dossier, letter }, authorization: authorization() }, options),
    addResult: (dossier, bytes, name, options) => caller.call('addResult', { ...at(dossier), file: { bytes, name } }, options),
  };
}
