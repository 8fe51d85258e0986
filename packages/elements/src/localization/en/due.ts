import type { DueMessages } from '../vi/due.ts';

const unitEn: Record<string, (value: number) => string> = {
  'working-day': (value) => `${value} working days`,
  'calendar-day': (value) => `${value} days`,
  hour: (value) => `${value} working hours`,
  'same-day': () => 'the same day',
};

const limitOf = (unit: string, value: number): string => unitEn[unit]?.(value) ?? 'the number of days is not stated';

export const dueEn: DueMessages = {
  title: 'Why this day?',
  unknown: 'The time limit of this procedure is not stated. The officer will tell you the day.',
  paused: 'Waiting for what is missing from you. The date is worked out again when the office has it all.',
  unpaid: 'Waiting for the payment. Once it is made, the date is worked out further.',
  dueOn: (date, time) => `Result due by ${time} on ${date}`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  reason: {
    received: (date, { time }) => `The dossier arrived at ${time ?? ''} on ${date}.`,
    'received-outside-hours': (date, { time }) => `That was outside working hours, so time counts from ${time ?? ''} on ${date}.`,
    'received-after-cutoff': (date, { cutoff }) => `After ${cutoff ?? '15:00'} the next working day counts: ${date}.`,
    'counting-starts': (date) => `Counting starts on ${date}.`,
    limit: (_date, { value, unit }) => `Time limit of the procedure: ${limitOf(String(unit), Number(value))}.`,
    'day-off-skipped': (date, { kind, name, count }) => (kind === 'weekly' ? `${count ?? ''} weekend days do not count.` : `${date} does not count: ${name ?? 'holiday'}.`),
    'make-up-day-counted': (date, { name }) => `${date} is a make-up working day and counts${name === undefined ? '' : ` (${name})`}.`,
    'moved-to-working-day': (date, { from }) => `${from ?? ''} is a day off, so it moves to ${date}.`,
    paused: (date, { from, why }) => `Waiting for ${why === 'payment' ? 'the payment' : 'more papers'} (since ${from ?? date}) does not count.`,
    restarted: (date) => `The papers were complete on ${date}. The limit starts again.`,
    'postal-days': (date, { days }) => `Plus ${days ?? ''} working days for the post, until ${date}.`,
    extended: (date, { from }) => `The office says sorry: the day moves from ${from ?? ''} to ${date}.`,
    'holidays-not-announced': () => 'The official holidays of that time are not announced yet; the day may change.',
    due: (date, { time }) => `Due: ${time ?? ''} on ${date}.`,
  },
};
