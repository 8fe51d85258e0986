import type { CheckMessages } from '../vi/checks.ts';

export const checksEn: CheckMessages = {
  title: (count) => (count === 0 ? 'See an example' : `See an example and ${count} questions before the photo`),
  drawing: {
    page: 'Lay the paper flat in good light. Photograph it straight, with all four corners, words and stamp readable.',
    pages: 'Several pages: photograph each in its order, with all four corners.',
    card: 'Photograph both sides of the card. Avoid glare.',
    photo: 'A portrait with the face clear, looking straight, on a light background.',
  },
  original: 'Original: photograph the paper with the red seal. Keep it, to be compared.',
  copy: 'Copy: a photocopy or a certified copy may be photographed.',
  electronic: 'Electronic with digital signature: choose the PDF file itself, do not print and photograph it.',
  yes: 'Yes',
  no: 'No',
  good: 'This paper looks fine.',
  doubtful: (count) => `To look at again: ${count}. You may still send it; the officer decides.`,
};
