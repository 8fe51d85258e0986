import type { PickerMessages } from '../vi/picker.ts';
import { commonEn } from './common.ts';

export const pickerEn: PickerMessages = {
  ...commonEn,
  slow: 'The network is slow. Please wait a little longer.',
  label: 'What do you need to do?',
  hint: 'Use everyday Vietnamese words, with or without accents. For example: làm giấy khai sinh (birth certificate).',
  search: 'Search',
  featured: 'What many people come for',
  found: (count, all) => (all ? (count === 1 ? '1 procedure' : `${count} procedures`) : `More than ${count} procedures`),
  spoken: (found, first) => `${found}. First: ${first}.`,
  more: 'Show more procedures',
  none: (query) => `Nothing found for “${query}”.`,
  hotline: 'To talk to somebody, call',
  submission: {
    gateway: 'Can be done on this page',
    'national-portal': 'Sent on the National Public Service Portal',
    counter: 'Handed in at the one-stop counter',
  },
  officialName: 'Official name',
};
