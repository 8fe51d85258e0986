/** Pure wording of a procedure's facts. Words come in, text goes out; a fact that is not known is never guessed. */
import type { TimeLimit } from '@motcua/contract/calendar';
import type { FeeExemption, FeeRule } from '@motcua/contract/payment';
import type { ChannelKind, PaperRequirement, Procedure, ProcedureCase, ProcedureChannel } from '@motcua/contract/procedure';
import type { SheetMessages } from '../localization/vi/sheet.ts';

const ORDER: readonly ChannelKind[] = ['counter', 'online', 'post'];

/** The time limit in words. A bare number without its unit says nothing and is not shown. */
export function timeText(time: TimeLimit, words: SheetMessages): string {
  const { unit, value, raw } = time;
  if (unit === 'same-day') return words.sameDay;
  if (value !== undefined) {
    if (unit === 'working-day') return words.workingDays(value);
    if (unit === 'calendar-day') return words.days(value);
    if (unit === 'hour') return words.hoursLimit(value);
  }
  return raw === undefined || /^[\d.,\s]*$/.test(raw) ? words.askTime : words.asPrinted(raw);
}

/** The price of one rule in words. */
export function feeText({ amount }: FeeRule, words: SheetMessages): string {
  switch (amount.type) {
    case 'free':
      return words.free;
    case 'fixed':
      return amount.amount === 0 ? words.free : words.dong(amount.amount);
    case 'per-copy':
      return words.perCopy(words.dong(amount.amount));
    case 'per-page': {
      const tiers = amount.tiers.map(({ fromPage, amount: each }) =>
        fromPage === 1 ? words.perPage(words.dong(each)) : words.fromPage(fromPage, words.dong(each)),
      );
      return [...tiers, ...(amount.maxPerCopy === undefined ? [] : [words.maxPerCopy(words.dong(amount.maxPerCopy))])].join('; ');
    }
    case 'unknown':
      return words.askFee;
  }
}

/** Channels with the same time and fees: one card says it for all of them. */
export interface AlikeChannels extends Omit<ProcedureChannel, 'kind'> {
  readonly kinds: ChannelKind[];
}

/** Channels in the order people know them (counter, online, post), equal ones together. */
export function alike(channels: readonly ProcedureChannel[]): AlikeChannels[] {
  const sorted = [...channels].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const groups = new Map<string, AlikeChannels>();
  for (const { kind, ...facts } of sorted) {
    const key = JSON.stringify(facts);
    const group = groups.get(key) ?? { ...facts, kinds: [] };
    if (!group.kinds.includes(kind)) group.kinds.push(kind);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Exemptions that give the same are said in one line. */
export function byFactor(exemptions: readonly FeeExemption[]): { factor: number; exemptions: FeeExemption[] }[] {
  const factors = [...new Set(exemptions.map(({ factor }) => factor))];
  return factors.map((factor) => ({ factor, exemptions: exemptions.filter((one) => one.factor === factor) }));
}

/** The price depends on something a person can count, or on who the person is: worth a small calculator. */
export function canBeReckoned(channels: readonly ProcedureChannel[]): boolean {
  const known = ({ amount, exemptions = [] }: FeeRule): boolean =>
    amount.type === 'per-copy' || amount.type === 'per-page' || (amount.type === 'fixed' && amount.amount > 0 && exemptions.length > 0);
  return channels.some(({ fees }) => fees.some(known));
}

/** A limit that a calendar can count. */
export function canBeDated({ unit, value }: TimeLimit): boolean {
  return unit === 'same-day' || (unit !== 'unknown' && value !== undefined);
}

/** «1 bản chính, 2 bản sao», and whether it is wanted only sometimes. */
export function paperFacts({ originals = 0, copies = 0, required }: PaperRequirement, words: SheetMessages): string {
  const counts = [originals > 0 ? words.originals(originals) : '', copies > 0 ? words.copies(copies) : ''];
  return [...counts, required ? '' : words.ifAny].filter(Boolean).join(', ');
}

/**
 * What everybody brings, and the cases that differ. A case without a title is for all; with one titled case there is
 * nothing to choose.
 */
export function splitCases(cases: readonly ProcedureCase[]): { general: ProcedureCase[]; choices: ProcedureCase[] } {
  const titled = cases.filter(({ title }) => title !== null);
  if (titled.length < 2) return { general: [...cases], choices: [] };
  return { general: cases.filter(({ title }) => title === null), choices: titled };
}

/** `2026-07-01` → `01/07/2026`, `2026-07` → `07/2026`. */
export function printedDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** What is read aloud: what it is, the papers of the chosen case, time and money at the first channel. Vietnamese, as voices speak it. */
export function spokenSentences(procedure: Procedure, chosen: string | null, words: SheetMessages): string[] {
  const { general, choices } = splitCases(procedure.cases);
  const cases = [...general, ...choices.filter(({ id }) => id === chosen)];
  const papers = cases.flatMap((one) => one.papers.filter(({ isNote }) => !isNote).map(({ name }) => name));
  const [channel] = alike(procedure.channels);
  const money = channel?.fees.map((fee) => feeText(fee, words)).join('; ');
  return [
    procedure.plainName?.vi ?? procedure.name,
    procedure.summary?.vi ?? '',
    papers.length > 0 ? `${words.papers}:` : '',
    ...papers,
    channel ? `${words.time}: ${timeText(channel.time, words)}` : '',
    money ? `${words.fee}: ${money}` : '',
  ].filter((sentence) => sentence !== '');
}
