/** The officer's side, behind a bearer token that belongs to one site. Every act, every opened dossier, every refusal is written down. */
import type { OperationName } from '@motcua/contract/routes';
import { UPLOAD_LIMITS } from '@motcua/contract/upload';
import { readBytes } from '../middleware/json-body.ts';
import { ProblemError } from '../problem-error.ts';
import { letterOf } from '../use-cases/dossier/letters.ts';
import { actOnDossier, requireOfficerDossier } from '../use-cases/dossier/officer-acts.ts';
import { registerPaper } from '../use-cases/dossier/register-paper.ts';
import { addResult } from '../use-cases/dossier/results.ts';
import { officerView } from '../use-cases/dossier/view.ts';
import { workList } from '../use-cases/dossier/work-list.ts';
import { auditRefusals, listAudit, writeAudit } from '../use-cases/officer/audit.ts';
import { requireActing } from '../use-cases/officers.ts';
import { idempotencyKey } from './dossiers.ts';
import { download } from './download.ts';
import type { Call, Routes } from './register.ts';
import { signedIn } from './signed-in.ts';

/** The name of a result, percent-encoded in its header; a name that cannot be read is no reason to refuse. */
function fileName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '') || 'ket-qua.pdf';
  } catch {
    return 'ket-qua.pdf';
  }
}

export function officerRoutes({ add, deps }: Routes): void {
  type Any = Pick<Call<OperationName>, 'header' | 'facts' | 'parameters'>;
  const officerOf = (call: Any) => signedIn(deps, call);
  const dossierId = (call: Any): string => call.parameters['dossier'] ?? '';
  /** Opens a dossier and writes down that it was opened. */
  const opened = async (call: Any, action: string) => {
    const officer = await officerOf(call);
    const row = await auditRefusals(deps, officer, action, () => requireOfficerDossier(deps, officer, dossierId(call)));
    await writeAudit(deps, deps.database.db, officer, { action, dossier: row });
    return { officer, row };
  };

  add('getOfficer', async (call) => {
    const { id, name, role, site, signedInBy, grants } = await officerOf(call);
    const units = await Promise.all(grants.map(async (grant) => ({ ...grant, unit: (await deps.reference.site(grant.site))?.unit })));
    const here = units.find((one) => one.site === site)?.unit;
    if (here === undefined) throw new ProblemError('unavailable');
    return { body: { id, name, role, site, unit: here, signedInBy, units: units.map((one) => ({ site: one.site, role: one.role, name: one.unit?.name ?? one.site })) } };
  });
  add('listOfficerDossiers', async (call) => ({ body: await workList(deps, await officerOf(call), call.query) }));
  add('getOfficerDossier', async (call) => {
    const { officer, row } = await opened(call, 'open');
    return { body: await officerView(deps, row, officer), etag: true };
  });
  add('actOnDossier', async (call) => {
    const officer = await officerOf(call);
    const row = await auditRefusals(deps, officer, call.body.action, () => actOnDossier(deps, officer, dossierId(call), call.body));
    return { body: await officerView(deps, row, officer) };
  });
  add('registerPaper', async (call) => {
    const officer = await officerOf(call);
    const key = idempotencyKey(call.header('idempotency-key'));
    return { body: await auditRefusals(deps, officer, 'register-paper', () => registerPaper(deps, officer, key, call.body)) };
  });
  add('getOfficerLetter', async (call) => {
    const { row } = await opened(call, 'letter');
    return { body: await letterOf(deps, row, call.parameters['letter'] ?? '', false) };
  });
  add('addResult', async (call) => {
    const officer = await officerOf(call);
    // Who may not add one is told so before ten megabytes are read.
    await auditRefusals(deps, officer, 'add-result', async () => requireActing(officer));
    const row = await requireOfficerDossier(deps, officer, dossierId(call));
    const file = { name: fileName(call.header('x-file-name')), bytes: await readBytes(call.request, UPLOAD_LIMITS.maxFileBytes) };
    return { body: await officerView(deps, await auditRefusals(deps, officer, 'add-result', () => addResult(deps, officer, row, file)), officer) };
  });
  add('listAudit', async (call) => {
    const officer = await officerOf(call);
    return { body: await auditRefusals(deps, officer, 'audit', () => listAudit(deps, officer, call.query)) };
  });
  add('downloadPaper', async (call) => {
    const { row } = await opened(call, 'file');
    const file = await deps.database.db.selectFrom('dossier_files').selectAll()
      .where('dossier_id', '=', row.id).where('upload_id', '=', call.parameters['upload'] ?? '').executeTakeFirst();
    const bytes = file === undefined ? null : await deps.files.read(file.upload_id, file.size);
    if (file === undefined || bytes === null) throw new ProblemError('not-found');
    return download({ name: await deps.keys.unseal(file.sealed_name), type: file.type, bytes });
  });
}
