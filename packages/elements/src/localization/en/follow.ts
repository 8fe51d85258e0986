import type { FollowMessages } from '../vi/follow.ts';
import { commonEn } from './common.ts';

/** The same words in English. */
export const followEn: FollowMessages = {
  ...commonEn,
  title: 'More',
  keep: 'Remember this dossier on this device, with the last news for when there is no network (never the tracking key)',
  kept: 'This device remembers the code.',
  forgotten: 'This device no longer remembers the code.',
  notKept: 'This device does not keep anything.',
  calendar: 'Add the day to my calendar',
  calendarTitle: (code) => `Collect the result of dossier ${code}`,
  calendarText: (procedure, phone) => `${procedure}\nBring an identity paper. Questions: ${phone}.`,
  share: 'Tell somebody',
  shareText: (code, status, due, page) => `Dossier ${code}: ${status}.${due === '' ? '' : ` Due ${due}.`} See ${page}`,
  sms: 'Send as SMS',
  qr: 'QR code for another device',
  qrHelp: 'It holds the tracking key too. Show it only to people you trust.',
  qrName: 'QR code with dossier code and tracking key',
  notify: 'Tell me when there is news (while this page is on the screen)',
  notifyOn: 'While this page is on the screen you will be told when there is news. When the device is put away or another page is open it says nothing; open this page again and the news is there at once.',
  postal: { invited: 'The post invites you to collect the result, first time', 'invited-again': 'The post invites you to collect the result, second time', 'came-back': 'The result is back at the commune', 'asked-again': 'Another delivery was asked for' },
  notifyOff: 'This device does not allow it.',
  results: 'Electronic result',
  download: (name) => `Download ${name}`,
  letters: 'Letters of the office to print',
  letter: {
    receipt: 'Receipt and appointment', supplement: 'Supplement request', refusal: 'Refusal', apology: 'Apology with a new day', stop: 'Notice of stopping', control: 'Control sheet',
  },
};
