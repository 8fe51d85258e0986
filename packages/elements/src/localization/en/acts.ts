import type { ActsMessages } from '../vi/acts.ts';

export const actsEn: ActsMessages = {
  rateTitle: 'Were you satisfied?',
  rates: { 3: 'Very satisfied', 2: 'Satisfied', 1: 'Not satisfied' },
  rateWords: 'Anything you want to add? (optional)',
  rated: (text) => `You answered: ${text}. Thank you.`,
  withdraw: 'Withdraw the dossier',
  withdrawMeans: 'Once withdrawn, the office no longer works on it. To start again you have to send a new dossier.',
  withdrawWhy: 'Why do you withdraw it?',
  withdrawEmpty: 'Please give a reason. A short sentence is enough.',
  withdrawSure: 'Withdraw now',
  withdrawKeep: 'Keep it',
  failed: 'This was not sent. Please try again.',
  over: 'The dossier has just changed, so this is no longer possible. The news is above.',
};
