/** One record of the crawled catalogue → `Procedure`, before hand-checked facts are laid over it. */
import { readFileSync } from 'node:fs';
import type { Procedure, ProcedureChannel } from '@motcua/contract/procedure';
import { portalSearchUrl } from '@motcua/domain/form';
import { toFeeRules } from './fees.ts';
import { toCases } from './papers.ts';
import type { SourceChannel, SourceProcedure } from './source.ts';
import { toTimeLimit } from './time.ts';

/** Links rot: they are data with the day somebody looked. */
const PORTAL = JSON.parse(readFileSync(new URL('./portal-links.json', import.meta.url), 'utf8')) as { checkedOn: string; links: Record<string, string> };

const OWN = new Set(['ubnd-xa', 'cong-an-xa', 'quan-su-xa']);
/** Filed under another body by the portal although the commune does it: it manages the civil-status database. */
export const ALSO_OWN: Readonly<Record<string, string[]>> = { '2.000635': ['ubnd-xa'] };

const CHANNELS = { 'truc-tiep': 'counter', 'truc-tuyen': 'online', 'buu-chinh': 'post' } as const;
const LEVELS = { xa: 'commune', tinh: 'province', bo: 'ministry', khac: 'other' } as const;
const AUDIENCES = { 'ca-nhan': 'citizen', 'doanh-nghiep': 'business', 'to-chuc': 'organisation' } as const;

/** Of the lists that provinces publish for themselves, only that of the commune's own province concerns its people. */
const PROVINCE = /^UBND (tỉnh|Thành phố) Cà Mau$/;

/** Is it handled by the commune itself? */
export function isOwn(procedure: SourceProcedure): boolean {
  if (procedure.scope === 'province' && !PROVINCE.test(procedure.issuer ?? '')) return false;
  return procedure.code in ALSO_OWN || (procedure.handledBy ?? []).some((body) => OWN.has(body));
}

function mapped<T extends Record<string, string>>(table: T, keys: readonly string[]): T[keyof T][] {
  return [...new Set(keys.flatMap((key) => (key in table ? [table[key as keyof T]] : [])))];
}

function toChannel(kind: ProcedureChannel['kind'], rows: readonly SourceChannel[], procedure: SourceProcedure): ProcedureChannel {
  const times = rows.map((row) => toTimeLimit(row.time, procedure));
  const distinct = [...new Map(times.map((time) => [JSON.stringify([time.unit, time.value]), time])).values()];
  const known = distinct.filter((time) => time.unit !== 'unknown');
  const notes = [...new Set(rows.map((row) => row.note?.trim()).filter((note) => note))].join('\n');
  const time = known.length === 1 && known[0] ? known[0] : distinct.length === 1 && distinct[0] ? distinct[0]
    : { unit: 'unknown' as const, raw: distinct.map((each) => each.raw).filter((raw) => raw).join(' / ') };
  const fees = toFeeRules(rows.flatMap((row) => row.fees.map((fee) => (fee.note ? fee : { ...fee, note: row.note && fee.amount !== 0 ? row.note : fee.note }))), notes);
  return { kind, time, ...(notes ? { timeNote: notes } : {}), fees };
}

function toChannels(procedure: SourceProcedure): ProcedureChannel[] {
  return (Object.keys(CHANNELS) as (keyof typeof CHANNELS)[]).flatMap((name) => {
    const rows = procedure.channels.filter((row) => row.channel === name);
    return rows.length > 0 ? [toChannel(CHANNELS[name], rows, procedure)] : [];
  });
}

/** Old exports joined several results with commas; cut only before a word that begins a new paper. */
function toResults(procedure: SourceProcedure): string[] {
  const names = procedure.results.flatMap((result) => result.name.split(/,\s+(?=(?:Quyết định|Giấy|Văn bản|Thông báo|Bản sao|Phiếu|Chứng nhận)\s)/));
  return [...new Set(names.map((name) => name.trim()).filter((name) => name))];
}

/** The page of a procedure on the national portal where one is known, with the day somebody looked; else a search there. */
function portalOf({ code, url, name }: SourceProcedure): Pick<Procedure, 'portalUrl' | 'portalCheckedOn'> {
  const id = PORTAL.links[code];
  if (id !== undefined) return { portalUrl: `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${id}`, portalCheckedOn: PORTAL.checkedOn };
  return { portalUrl: url ?? portalSearchUrl(name) };
}

/** Two that the demo does not take itself, so that handing over can be tried: signed in front of the officer, and sent on the national portal. */
const ELSEWHERE: Readonly<Record<string, Procedure['submission']>> = { '1.004837': 'counter', '1.004884': 'national-portal' };

/** `formId`: the declaration of the seed that belongs to it, or null. */
export function toProcedure(source: SourceProcedure, formId: string | null): Procedure {
  const channels = toChannels(source);
  const conditions = source.conditions?.trim() ?? '';
  return {
    code: source.code,
    name: source.name.trim(),
    field: source.field,
    levels: mapped(LEVELS, source.levels),
    handledBy: ALSO_OWN[source.code] ?? source.handledBy ?? [],
    agency: source.agency,
    audience: mapped(AUDIENCES, source.targetGroups),
    serviceLevel: source.serviceLevel === null ? null : /toàn/i.test(source.serviceLevel) ? 'full' : 'partial',
    submission: ELSEWHERE[source.code] ?? 'gateway',
    postal: channels.some((channel) => channel.kind === 'post') ? 'both' : 'none',
    channels,
    cases: toCases(source.papers, formId !== null),
    steps: source.steps.map((step) => step.trim()).filter((step) => step),
    results: toResults(source),
    conditions: /^(không|không có|không quy định)?\.?$/i.test(conditions) ? null : conditions,
    legalBasis: source.legalBasis.map(({ number, title, date, agency }) => ({ number, title, date, agency })),
    decision: source.decision,
    formId,
    ...portalOf(source),
    source: { name: 'Cổng Dịch vụ công quốc gia (nội dung lưu)', ...(source.url ? { url: source.url } : {}), checkedOn: source.asOf },
  };
}
