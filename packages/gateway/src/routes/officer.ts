/** The officer's side, behind a bearer token that belongs to one site. */
import type { OperationName } from '@motcua/contract/routes';
import { ProblemError } from '../problem-error.ts';
import { bearerToken } from '../use-cases/credentials.ts';
import { actOnDossier, requireOfficerDossier } from '../use-cases/dossier/officer-acts.ts';
import { officerView } from '../use-cases/dossier/view.ts';
import { workList } from '../use-cases/dossier/work-list.ts';
import { requireOfficer } from '../use-cases/officers.ts';
import type { Call, Routes } from './register.ts';

/** `attachment` with the name in ASCII and, exactly, in UTF-8 (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const ascii = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

/** What a browser must never do with a file of a stranger: run it, guess its type, keep it. */
const DOWNLOAD_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export function officerRoutes({ add, deps }: Routes): void {
  const officerOf = (call: Pick<Call<OperationName>, 'header' | 'facts'>) => requireOfficer(deps, bearerToken(call.header('authorization')), call.facts.address);

  add('listOfficerDossiers', async (call) => ({ body: await workList(deps, await officerOf(call), call.query) }));
  add('getOfficerDossier', async (call) => {
    const row = await requireOfficerDossier(deps, await officerOf(call), call.parameters['dossier'] ?? '');
    return { body: await officerView(deps, row), etag: true };
  });
  add('actOnDossier', async (call) => {
    const officer = await officerOf(call);
    return { body: await officerView(deps, await actOnDossier(deps, officer, call.parameters['dossier'] ?? '', call.body)) };
  });
  add('downloadPaper', async (call) => {
    const row = await requireOfficerDossier(deps, await officerOf(call), call.parameters['dossier'] ?? '');
    const file = await deps.database.db.selectFrom('dossier_files').selectAll()
      .where('dossier_id', '=', row.id).where('upload_id', '=', call.parameters['upload'] ?? '').executeTakeFirst();
    const bytes = file === undefined ? null : await deps.files.read(file.upload_id, file.size);
    if (file === undefined || bytes === null) throw new ProblemError('not-found');
    const headers = { ...DOWNLOAD_HEADERS, 'Content-Type': file.type, 'Content-Disposition': attachment(await deps.keys.unseal(file.sealed_name)) };
    return new Response(bytes as Uint8Array<ArrayBuffer>, { status: 200, headers });
  });
}
