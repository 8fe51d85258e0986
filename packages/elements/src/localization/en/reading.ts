import type { ReadingMessages } from '../vi/reading.ts';

export const readingEn: ReadingMessages = {
  group: 'Reading',
  read: 'Read aloud',
  stop: 'Stop reading',
  smaller: 'Smaller text',
  larger: 'Larger text',
};
