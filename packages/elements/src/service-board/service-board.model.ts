/** Pure figures of the board: periods, groups by the identity of QĐ 766/QĐ-TTg, shares, and the lines of a CSV file. */
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';

/** Periods a reader may choose; `given` is the one the page fixed with `from` and `to`. */
export type PeriodName = 'month' | 'quarter' | 'last-quarter' | 'year' | 'given';

/** Choices in the order of the screen. */
export const PERIODS: readonly Exclude<PeriodName, 'given'>[] = ['month', 'quarter', 'last-quarter', 'year'];

const pad = (value: number): string => String(value).padStart(2, '0');
/** First day of a month and last day of another; months count from 0 and may run over the year. */
function months(year: number, first: number, last: number): StatisticsQuery {
  const from = new Date(Date.UTC(year, first, 1));
  const to = new Date(Date.UTC(year, last + 1, 0));
  return { from: from.toISOString().slice(0, 10), to: `${to.getUTCFullYear()}-${pad(to.getUTCMonth() + 1)}-${pad(to.getUTCDate())}` };
}

/** Days of a period, both included. `today` is `YYYY-MM-DD` in Vietnam; a running period ends today. */
export function daysOf(name: Exclude<PeriodName, 'given'>, today: string): StatisticsQuery {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const quarter = month - (month % 3);
  if (name === 'last-quarter') return months(year, quarter - 3, quarter - 1);
  const { from } = months(year, name === 'month' ? month : name === 'quarter' ? quarter : 0, month);
  return { from, to: today };
}

/** Where a dossier of the period stands: exactly one of these for each. */
export const OUTCOMES = ['doneEarly', 'doneOnTime', 'doneLate', 'inProcessWithinLimit', 'inProcessLate', 'paused', 'refused', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** How a dossier came. */
export const CHANNELS = ['online', 'counter', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One line of a table: how many, and which part of the whole (0 … 1, null when the whole is 0). */
export interface Line<K extends string> {
  readonly key: K;
  readonly count: number;
  readonly share: number | null;
}

/** Levels of TT 32/2017. */
export const LEVELS = ['verySatisfied', 'satisfied', 'unsatisfied'] as const;
export type Level = (typeof LEVELS)[number];

/** One row of the tables by field and by month. */
export interface Row {
  /** Name of the field, or the month as `MM/YYYY`. */
  readonly name: string;
  readonly received: number;
  readonly earlyOrOnTime: number;
  readonly late: number;
}

/** The figures as the board shows them. */
export interface Figures {
  /** Received in the period and carried over from before. */
  readonly intake: number;
  readonly outcomes: readonly Line<Outcome>[];
  readonly channels: readonly Line<Channel>[];
  readonly earlyOrOnTime: number;
  readonly inProcess: number;
  /** QĐ 766, 2.1: finished in time, or still within the limit, of all that were finished or are in process. */
  readonly onTimeShare: number | null;
  /** Empty when nobody rated. */
  readonly satisfaction: readonly Line<Level>[];
  readonly byField: readonly Row[];
  readonly byMonth: readonly Row[];
  /** The identity holds: every dossier that came stands in exactly one line. */
  readonly adds: boolean;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const rowOf = ({ received, doneEarly, doneOnTime, doneLate }: Pick<Statistics, 'received' | 'doneEarly' | 'doneOnTime' | 'doneLate'>): Omit<Row, 'name'> => ({ received, earlyOrOnTime: doneEarly + doneOnTime, late: doneLate });

function satisfactionOf({ satisfaction }: Statistics): readonly Line<Level>[] {
  const rated = satisfaction === undefined ? 0 : LEVELS.reduce((sum, key) => sum + satisfaction[key], 0);
  return satisfaction === undefined || rated === 0 ? [] : LEVELS.map((key) => ({ key, count: satisfaction[key], share: share(satisfaction[key], rated) }));
}

/** Groups and shares of one answer of the gateway. */
export function figuresOf(numbers: Statistics): Figures {
  const intake = numbers.received + numbers.carriedOver;
  const earlyOrOnTime = numbers.doneEarly + numbers.doneOnTime;
  const inProcess = numbers.inProcessWithinLimit + numbers.inProcessLate;
  const counts: Readonly<Record<Channel, number>> = {
    online: numbers.receivedOnline,
    counter: Math.max(0, numbers.received - numbers.receivedOnline - numbers.receivedByPost),
    post: numbers.receivedByPost,
  };
  return {
    intake,
    outcomes: OUTCOMES.map((key) => ({ key, count: numbers[key], share: share(numbers[key], intake) })),
    channels: CHANNELS.map((key) => ({ key, count: counts[key], share: share(counts[key], numbers.received) })),
    earlyOrOnTime,
    inProcess,
    onTimeShare: share(earlyOrOnTime + numbers.inProcessWithinLimit, earlyOrOnTime + numbers.doneLate + inProcess),
    satisfaction: satisfactionOf(numbers),
    byField: (numbers.byField ?? []).map((one) => ({ name: one.field, ...rowOf(one) })),
    byMonth: (numbers.byMonth ?? []).map((one) => ({ name: one.month.split('-').reverse().join('/'), ...rowOf(one) })),
    adds: intake === OUTCOMES.reduce((sum, key) => sum + numbers[key], 0),
  };
}

/** One decimal, never rounded up to 100 or down to 0: «99,9» stays when one dossier was late. */
export function percentOf(part: number | null): number | null {
  if (part === null) return null;
  const tenths = Math.round(part * 1000);
  if (tenths === 1000 && part < 1) return 99.9;
  return tenths === 0 && part > 0 ? 0.1 : tenths / 10;
}

/** A field of a CSV file (RFC 4180); a leading sign would be a formula in a table program, full-width ones in some, too. */
const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** Words of the file. */
interface CsvWords {
  readonly what: string;
  readonly count: string;
  readonly share: string;
  readonly days: string;
  readonly sum: string;
  readonly field: string;
  readonly month: string;
  readonly received: string;
  readonly carried: string;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly procedures: (count: string) => string;
}

type Cells = readonly (string | number)[];
const DONE = ['doneEarly', 'doneOnTime', 'doneLate'] as const;

/** Three tables one under the other: the period, every group by field, what each month brought. */
export function csvLines(numbers: Statistics, figures: Figures, words: CsvWords): readonly Cells[] {
  const line = (name: string, { count, share: part }: Line<string>): Cells => [name, count, percentOf(part) ?? ''];
  const { byField = [], byMonth = [], proceduresWithDossiers } = numbers;
  const counter = (one: { received: number; receivedOnline: number; receivedByPost: number }): number => Math.max(0, one.received - one.receivedOnline - one.receivedByPost);
  const channels = [words.channel.online, words.channel.counter, words.channel.post];
  return [
    [words.what, words.count, `${words.share} (%)`],
    [words.days, figures.intake, ''], [words.received, numbers.received, ''], [words.carried, numbers.carriedOver, ''],
    ...figures.outcomes.map((one) => line(words.outcome[one.key], one)),
    ...figures.channels.map((one) => line(words.channel[one.key], one)),
    ...(proceduresWithDossiers === undefined ? [] : [[words.procedures('').replace(/[\s:.]+$/, ''), proceduresWithDossiers, '']]),
    ...figures.satisfaction.map((one) => line(words.level[one.key], one)),
    ...(byField.length === 0 ? [] : [
      [], [words.field, words.received, ...channels, words.carried, ...OUTCOMES.map((key) => words.outcome[key])],
      ...byField.map((one): Cells => [one.field, one.received, one.receivedOnline, counter(one), one.receivedByPost, one.carriedOver, ...OUTCOMES.map((key) => one[key])]),
    ]),
    ...(byMonth.length === 0 ? [] : [
      [], [words.month, words.received, ...channels, ...DONE.map((key) => words.outcome[key])],
      ...byMonth.map((one): Cells => [one.month, one.received, one.receivedOnline, counter(one), one.receivedByPost, ...DONE.map((key) => one[key])]),
    ]),
  ];
}

/** Lines of text for a CSV file; the mark in front tells table programs that it is UTF-8. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
