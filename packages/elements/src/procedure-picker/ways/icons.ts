/** Own simple drawings for life events, 24 × 24, lines only: they take the colour of the text beside them. */
import { html, svg, type TemplateResult } from 'lit';

const SHAPES: Readonly<Record<string, string>> = {
  birth: 'M12 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M6 20c0-5 2-8 6-8s6 3 6 8zM9 16h6',
  marriage: 'M9 9a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M15 9a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M10 3h4l1 2-3 3-3-3z',
  land: 'M3 11l9-7 9 7M6 9v11h12V9M10 20v-6h4v6',
  business: 'M4 9l1-5h14l1 5M4 9c0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0M6 12v8h12v-8',
  death: 'M12 3c2 2 2 4 0 5-2-1-2-3 0-5M12 8v5M8 13h8v7H8zM5 20h14',
  moving: 'M2 7h11v9H2zM13 10h4l4 3v3h-8M6 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4M17 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  copies: 'M8 3h9l3 3v11H8zM8 7H4v14h12v-4M11 9h6M11 13h6',
  identity: 'M3 5h18v14H3zM8 9a2 2 0 1 0 0 4 2 2 0 0 0 0-4M5 17c0-3 6-3 6 0M14 10h4M14 14h4',
  correction: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3M12 20h8',
  hardship: 'M12 9c-3-4-7 0-3 3l3 3 3-3c4-3 0-7-3-3M3 17l4-2 5 2h5l-3 3H6z',
  disability: 'M11 3a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M11 8v6h5l3 5M11 10h5M9 11a5 5 0 1 0 6 7',
  elderly: 'M11 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4M9 21l2-6-1-6c4 0 4 3 6 4M11 15l3 2v4M17 12v9',
  adoption: 'M8 4a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M4 20c0-6 1-9 4-9s4 3 4 9M16 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4M13 20c0-4 1-5 3-5s3 1 3 5',
  school: 'M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6',
  work: 'M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v3',
  merit: 'M12 3l2.5 5 5.5.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9L9.5 8zM9 20h6',
  military: 'M12 3l7 3v6c0 5-3 7-7 9-4-2-7-4-7-9V6zM9 12l2 2 4-4',
};
const PLAIN = 'M6 3h9l4 4v14H6zM9 11h7M9 15h7';

/** The picture of a life event; a plain paper for one we do not know. */
export function eventIcon(id: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${svg`<path d=${SHAPES[id] ?? PLAIN}></path>`}</svg>`;
}
