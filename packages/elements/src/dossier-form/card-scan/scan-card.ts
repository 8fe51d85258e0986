/** Opens the window that scans a card and waits for what comes of it. */
import './motcua-card-scan.ts';
import type { CardFacts } from '@motcua/domain/identity';

/** The card, or null when the person would rather type. `root`: where the window belongs, for words and colours. */
export function scanCard(root: ShadowRoot): Promise<CardFacts | null> {
  const element = document.createElement('motcua-card-scan');
  return new Promise((resolve) => {
    element.done = (card) => {
      element.remove();
      resolve(card);
    };
    root.append(element);
  });
}
