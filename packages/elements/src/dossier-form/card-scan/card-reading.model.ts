/** What a QR code that was read means for somebody who wanted to scan a card. */
import { parseCardText, type CardFacts } from '@motcua/domain/identity';

/** `old`: a nine-digit paper. `damaged`: looks like a card, but does not fit together. `other`: something else. */
export type CardTrouble = 'old' | 'damaged' | 'link' | 'other';

/** A card, or why it is none. The text holds personal data: it goes no further than here. */
export function readCard(text: string): { readonly card: CardFacts } | { readonly trouble: CardTrouble } {
  const card = parseCardText(text);
  if (card !== null) return { card };
  const [number = '', ...rest] = text.trim().split('|');
  if (/^\d{9}$/.test(number.trim())) return { trouble: 'old' };
  if (/^\d{10,14}$/.test(number.trim()) && rest.length >= 3) return { trouble: 'damaged' };
  return { trouble: /^https?:/i.test(text.trim()) ? 'link' : 'other' };
}
