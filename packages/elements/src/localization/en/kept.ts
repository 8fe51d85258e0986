import type { KeptMessages } from '../vi/kept.ts';

export const keptEn: KeptMessages = {
  list: (day) => `The commune's server cannot be reached. This list was kept on this device ${day}; things may have changed since.`,
  sheet: (day) => `The commune's server cannot be reached. This guide was kept on this device ${day}; please call before you go.`,
  day: (clock, date, age) => `at ${clock} on ${date}${age > 1 ? ` (${age} days ago)` : ''}`,
  again: 'Load again',
};
