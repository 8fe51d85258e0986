import type { CounterMessages } from '../vi/counter.ts';
import { commonEn } from './common.ts';

export const counterEn: CounterMessages = {
  ...commonEn,
  nav: 'One-stop counter',
  make: 'Apply',
  find: 'Find a procedure',
  track: 'Follow',
  form: 'Application',
  opening: 'Opening…',
};
