import type { WaysMessages } from '../vi/ways.ts';

export const waysEn: WaysMessages = {
  recent: 'Seen on this device',
  keep: 'Remember what was seen on this device',
  keepHint: 'Only the names of procedures are kept, nothing about anybody. Turn it off on a shared device.',
  events: 'Choose by what happened in life',
  fields: 'Choose by subject',
  audience: 'Choose by who it is for',
  audiences: { citizen: 'Citizens', business: 'Businesses', organisation: 'Organisations' },
  count: (count) => (count === 1 ? '1 procedure' : `${count.toLocaleString('en')} procedures`),
  moreFields: (count) => `Show ${count} more subjects`,
  question: 'Some procedures have similar names',
  differs: 'The first procedures have similar names. What differs is marked.',
  noneHelp: 'Try fewer words, or choose something below.',
  alsoSaid: (phrase) => `Also called: ${phrase}`,
};
