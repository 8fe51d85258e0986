import type { SupplementMessages } from '../vi/supplement.ts';
import { fieldsEn } from './fields.ts';
import { findingsEn } from './findings.ts';

/** The same words in English. */
export const supplementEn: SupplementMessages = {
  title: 'Answer here',
  intro: 'Mend only what the officer named. The rest of your dossier stays as it is.',
  why: { missing: 'Missing', wrong: 'Wrong', expired: 'Expired', unclear: 'Not readable' },
  help: {
    missing: 'Photograph this paper or choose a file.',
    wrong: 'Please do it again.',
    expired: 'Please send one that is still valid.',
    unclear: 'Photograph it in good light, all four corners, every word readable.',
  },
  example: (text) => `For example: ${text}`,
  dateExample: 'Day/month/year. For example: 23/11/2026.',
  explain: 'Please write it correctly',
  words: 'Anything else for the officer (optional)',
  send: 'Send the answer',
  sending: 'Sending…',
  uploading: 'Waiting for the files to arrive…',
  files: 'A file did not get through. Please try it again or remove it.',
  unsure: 'The line broke; it is not known whether your answer arrived. Press send again: it cannot be sent twice.',
  refused: 'This was not sent. Please look at the items above, or call the one-stop counter.',
  over: 'This dossier is no longer waiting for an answer.',
  wrong: 'Something needs another look. Please read the red lines.',
  empty: 'This is still empty. Please fill it in, or choose a file.',
  support: (code) => `Error code: ${code}.`,
  yes: fieldsEn.yes,
  no: fieldsEn.no,
  choose: fieldsEn.choose,
  findings: findingsEn,
  otherFinding: fieldsEn.otherFinding.error,
  fill: fieldsEn.fill,
};
