import type { PostalNewsMessages } from '../vi/postal-news.ts';

/** The same words in English. */
export const postalNewsEn: PostalNewsMessages = {
  title: {
    invited: 'The post invites you to collect the result, first time',
    'invited-again': 'The post invites you to collect the result, second time',
    'came-back': 'The result is back at the commune',
    'asked-again': 'Another delivery was asked for',
  },
  since: (time, place) => (place === '' ? `The post said so at ${time}.` : `The post said so at ${time}. The result is at ${place}.`),
  collect: 'Please collect it at the post office with an identity paper. Somebody else also needs a letter of authority.',
  next: (date) => `If it is not collected, the post invites a second time on about ${date}.`,
  nextSoon: 'If it is not collected, the post invites a second time after two working days.',
  last: 'This is the last invitation. If nobody collects it, the post returns the result to the commune.',
  cameBack: (unit, ask) => `Collect it at ${unit} with an identity paper, or ask for another delivery. Questions: ${ask}.`,
  cost: 'Another delivery may cost postage again.',
  again: 'Ask the post to deliver again',
  asking: 'Sending…',
  asked: (time) => `Asked at ${time}. The commune will give it to the post again.`,
  failed: 'This was not sent. Please try again.',
  basis: 'Basis: TT 17/2017/TT-BTTTT, article 5.',
};
