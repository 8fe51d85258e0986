/** The officer's commands: the same operations as over HTTP, at a running gateway or in this process. */
import type { OfficerAct, OfficerDossier, OfficerDossierSummary, OpenedPrepared } from '@motcua/contract/officer';
import type { Page } from '@motcua/contract/page';
import type { Problem } from '@motcua/contract/problem';
import { pathOf } from '@motcua/contract/routes';
import { UsageError } from './cli-settings.ts';

/** Sends a request to whichever gateway was chosen. */
export type Send = (path: string, init: { method: string; headers: Record<string, string>; body?: string }) => Promise<Response>;
/** Options of the acts, as typed. */
export interface ActOptions {
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  readonly section?: string | undefined;
  readonly item?: string[] | undefined;
  readonly 'respond-by'?: string | undefined;
  readonly by?: string | undefined;
  readonly waybill?: string | undefined;
  readonly carrier?: string | undefined;
  readonly status?: string | undefined;
}

/** A refusal of the gateway in words for the terminal. */
async function orProblem<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({ title: response.statusText, code: '' }))) as Problem;
  const fields = (problem.errors ?? []).map(({ pointer, code }) => `\n  ${pointer}: ${code}`).join('');
  throw new UsageError(`${problem.title} (${problem.code}, support code ${problem.supportCode})${fields}`);
}

/** `paper:giay-chung-sinh:Giấy chứng sinh[:unclear]` → an item; the reason is `missing` unless named. */
function parseItem(text: string): Record<string, string> {
  const [target = '', targetId = '', label = '', reason = 'missing'] = text.split(':');
  if (!['paper', 'field', 'other'].includes(target) || label === '') throw new UsageError(`--item must be paper:<id>:<label>[:missing|wrong|expired|unclear], not «${text}»`);
  return { target, label, reason, ...(targetId !== '' && { targetId }) };
}

function actOf(action: string, version: number, options: ActOptions): OfficerAct {
  const { note, reason, section, item, waybill, carrier, by = action === 'return' ? 'counter' : undefined } = options;
  const parts = { note, reason, section, waybill, carrier, by, items: item?.map(parseItem), respondBy: options['respond-by'] };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { action, version, ...given } as unknown as OfficerAct;
}

const line = (one: OfficerDossierSummary): string =>
  [one.dossierCode, one.status.padEnd(20), one.dueOn ?? '----------', String(one.workingDaysLeft ?? '').padStart(4), one.applicantName, one.procedure.name].join('  ');

/** `CB-7K3M-…` → the dossier it became, and whether it was opened now. */
async function openCode(send: Send, headers: Record<string, string>, code: string): Promise<string> {
  const body = JSON.stringify({ code });
  const { isFirst, openedAt, openedBy, dossier } = await orProblem<OpenedPrepared>(await send(pathOf('openPrepared'), { method: 'POST', headers, body }));
  const { dossierCode, applicantName, procedure } = dossier.tracking;
  return `${dossierCode}  ${applicantName}  ${procedure.name}\n${isFirst ? 'Opened now.' : `Opened before, by ${openedBy} at ${openedAt}.`}`;
}

/** Runs one command of `dossiers …`; answers the text to print. Throws {@link UsageError}. */
export async function runDossiers(send: Send, token: string, [action = 'list', dossier]: readonly string[], options: ActOptions): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const read = async <T>(path: string): Promise<T> => orProblem<T>(await send(path, { method: 'GET', headers }));
  const all = async (status: string | undefined): Promise<OfficerDossierSummary[]> => {
    const found: OfficerDossierSummary[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = new URLSearchParams({ limit: '100', ...(status !== undefined && { status }), ...(cursor !== '' && { cursor }) });
      const page: Page<OfficerDossierSummary> = await read(`${pathOf('listOfficerDossiers')}?${query}`);
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  };
  if (action === 'list') return (await all(options.status)).map(line).join('\n');
  if (dossier === undefined) throw new UsageError(`dossiers ${action} needs a dossier: its id or its code`);
  if (action === 'open') return openCode(send, headers, dossier);
  const id = dossier.includes('-') ? (await all(undefined)).find((one) => one.dossierCode === dossier.toUpperCase())?.dossierId : dossier;
  if (id === undefined) throw new UsageError(`There is no dossier ${dossier} at this site.`);
  const before = await read<OfficerDossier>(pathOf('getOfficerDossier', { dossier: id }));
  if (action === 'show') return JSON.stringify(before, null, 2);
  const body = JSON.stringify(actOf(action, before.version, options));
  const after = await orProblem<OfficerDossier>(await send(pathOf('actOnDossier', { dossier: id }), { method: 'POST', headers, body }));
  return `${after.tracking.dossierCode}: ${before.tracking.status} → ${after.tracking.status}${after.tracking.due.dueOn === null ? '' : `, due ${after.tracking.due.dueOn}`}`;
}
