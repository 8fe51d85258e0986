/** Pure rules of entering a paper dossier (nhập hồ sơ giấy): what is typed, what is missing, what travels. */
import type { PaperDossier } from '@motcua/contract/officer';
import type { FeeExemption, FeeQuote } from '@motcua/contract/payment';
import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';
import type { CatalogueEntry, PaperRequirement, Procedure } from '@motcua/contract/procedure';
import { channelOf, feeQuote } from '@motcua/domain/fees';
import { partyOn, postalWays } from '@motcua/domain/postal';

/** Sheets of one paper that were handed in. */
export interface PaperLine {
  readonly paperId: string;
  readonly name: string;
  readonly required: boolean;
  readonly there: boolean;
  readonly originals: number;
  readonly copies: number;
}

/** What stands in the form. `receivedAt` is local time as a browser writes it, empty for now. */
export interface Entry {
  readonly channel: PaperDossier['channel'];
  readonly name: string;
  readonly phone: string;
  /** Who hands it in with a written authorisation; empty when the applicant does. */
  readonly declarant: string;
  readonly receivedAt: string;
  readonly caseId: string;
  readonly papers: readonly PaperLine[];
  /** Ids of reasons to pay less whose proof was seen. */
  readonly exemptions: readonly string[];
  readonly delivery: DeliveryChoice;
  readonly accept: boolean;
}

/** An empty form. */
export const NEW_ENTRY: Entry = { channel: 'counter', name: '', phone: '', declarant: '', receivedAt: '', caseId: '', papers: [], exemptions: [], delivery: { resultBy: 'counter' }, accept: true };

/** What has to be filled in before it can be sent. */
export type EntryMissing = 'name' | 'phone' | 'papers' | 'party' | 'receivedAt';

const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
const MOST = 8;

/** Procedures whose code and names hold every word, accents or not; those that people need often first. */
export function findProcedures(query: string, entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = entries.filter(({ code, name, plainName }) => {
    const text = plain(`${code} ${name} ${plainName?.vi ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return [...found].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.name.length - b.name.length).slice(0, MOST);
}

const lineOf = ({ id, name, required, originals = 0, copies = 0 }: PaperRequirement): PaperLine =>
  ({ paperId: id, name, required, there: required, originals: originals === 0 && copies === 0 ? 1 : originals, copies });

/** The lines of a case: what the law wants is ticked, with the numbers it names. */
export const linesOf = (procedure: Procedure, caseId: string): readonly PaperLine[] =>
  (procedure.cases.find(({ id }) => id === caseId) ?? procedure.cases[0])?.papers.filter(({ isNote }) => isNote !== true).map(lineOf) ?? [];

/** Vietnam is seven hours ahead, whatever the machine thinks. Null for a time that is none. */
export function instantOf(local: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const time = Date.parse(`${local}:00+07:00`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const digits = (phone: string): string => phone.replace(/\D/g, '');

const isReachable = (party: PostalParty | undefined): boolean =>
  party !== undefined && party.name.trim() !== '' && digits(party.phone).length >= 8 && (party.address.communeCode !== undefined || (party.address.country ?? 'VN') !== 'VN');

/** What is missing, in the order of the form. A paper that the law wants and nobody ticked is a warning, not a stop: the officer asks for it later. */
export function missingIn(entry: Entry): readonly EntryMissing[] {
  const { name, phone, papers, delivery, receivedAt } = entry;
  const badParty = postalWays(delivery).some((way) => !isReachable(partyOn(delivery, way)));
  const wrong: readonly (readonly [EntryMissing, boolean])[] = [
    ['receivedAt', receivedAt !== '' && instantOf(receivedAt) === null],
    ['name', name.trim() === ''],
    ['phone', phone.trim() !== '' && digits(phone).length < 8],
    ['papers', papers.length > 0 && papers.every(({ there }) => !there)],
    ['party', badParty],
  ];
  return wrong.filter(([, is]) => is).map(([what]) => what);
}

/** Papers that the law wants and that did not come. */
export const lacking = ({ papers }: Entry): readonly string[] => papers.filter(({ required, there }) => required && !there).map(({ name }) => name);

/** Reasons to pay less that the fees of the channel know, each once. */
export function exemptionsOf(procedure: Procedure, { channel }: Pick<Entry, 'channel'>): readonly FeeExemption[] {
  const all = (channelOf(procedure, channel)?.fees ?? []).flatMap(({ exemptions = [] }) => exemptions);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** What was ticked and is still on offer: another channel may know other reasons. */
const confirmedIds = (entry: Entry, procedure: Procedure): string[] =>
  exemptionsOf(procedure, entry).map(({ id }) => id).filter((id) => entry.exemptions.includes(id));

/** What it will cost as it stands in the form. */
export function feesOf(entry: Entry, procedure: Procedure): FeeQuote {
  const { copies } = entry.delivery;
  return feeQuote(channelOf(procedure, entry.channel)?.fees ?? [], { confirmedIds: confirmedIds(entry, procedure), ...(copies !== undefined && { copies }) });
}

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The dossier as it travels. */
export function dossierOf(entry: Entry, procedure: Procedure): PaperDossier {
  const receivedAt = instantOf(entry.receivedAt);
  const exemptionIds = confirmedIds(entry, procedure);
  return {
    procedureCode: procedure.code, channel: entry.channel, accept: entry.accept, delivery: entry.delivery,
    applicant: { name: clean(entry.name), ...(clean(entry.phone) !== '' && { phone: clean(entry.phone) }) },
    ...(clean(entry.declarant) !== '' && { declarant: { name: clean(entry.declarant) } }), ...(exemptionIds.length > 0 && { exemptionIds }),
    papers: entry.papers.filter(({ there }) => there).map(({ paperId, name, originals, copies }) => ({ paperId, name, originals, copies })),
    ...(receivedAt !== null && { receivedAt }),
  };
}
