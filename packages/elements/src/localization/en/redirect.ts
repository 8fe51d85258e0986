import type { RedirectMessages } from '../vi/redirect.ts';

/** The same words in English. */
export const redirectEn: RedirectMessages = {
  open: 'Get the result in another way',
  close: 'Keep it as it is',
  until: 'This can be changed until the result is on its way.',
  save: 'Save the new way',
  saving: 'Saving…',
  incomplete: 'Please give name, phone and address of the receiver.',
  tooLate: 'The result is on its way; this can no longer be changed.',
  failed: 'This was not saved. Please try again.',
};
