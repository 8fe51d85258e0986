import type { FeesMessages } from '../vi/fees.ts';
import { commonEn } from './common.ts';

export const feesEn: FeesMessages = {
  free: commonEn.free,
  dong: commonEn.dong,
  title: 'Work out the fee',
  copies: 'How many copies?',
  pages: 'How many pages has the original?',
  pagesHint: 'Count sides with writing.',
  who: 'Is the person one of these?',
  proof: (paper) => `Bring: ${paper}`,
  sum: (amount) => `To pay: ${amount}`,
  unknown: 'It cannot be worked out yet. Fill in pages and copies, or ask the one-stop counter.',
  note: 'This is for your information. The officer collects by receipt.',
};
