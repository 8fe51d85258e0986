/** What is read aloud of a screen, in its order: headings, questions, hints, what is wrong. Never what somebody typed. */

const SPOKEN = 'h2, h3, legend, label, .hint, .finding, .statement p, .errors li, form > p:not(.actions), section > p';

/** One sentence for each piece; words for assistive technology alone are left out, so are hidden parts. */
export function spokenSentences(root: ParentNode): string[] {
  const pieces = [...root.querySelectorAll<HTMLElement>(SPOKEN)].filter((piece) => piece.closest('.no-print, dialog') === null && piece.getClientRects().length > 0);
  const texts = pieces.map((piece) => (piece.textContent ?? '').replace(/\s+/g, ' ').trim());
  return texts.filter((text, index) => text !== '' && text !== texts[index - 1]);
}
