/** Drawings of a good photograph: the whole paper, its four corners, words that can be read. Lines in the colours of the theme. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PaperDrawing } from '@motcua/contract/paper-check';

const lines = (x: number, width: number, from: number, count: number): SVGTemplateResult[] =>
  Array.from({ length: count }, (_, at) => svg`<path class="ink" d="M${x} ${from + at * 9}h${at % 3 === 2 ? width * 0.6 : width}"></path>`);

const sheet = svg`<rect class="paper" x="34" y="14" width="72" height="96" rx="2"></rect>
  <path class="ink heavy" d="M50 28h40"></path>${lines(44, 52, 42, 5)}<circle class="seal" cx="88" cy="94" r="9"></circle>`;

const DRAWINGS: Readonly<Record<PaperDrawing, SVGTemplateResult>> = {
  page: sheet,
  pages: svg`<rect class="paper" x="42" y="8" width="72" height="96" rx="2"></rect><rect class="paper" x="38" y="11" width="72" height="96" rx="2"></rect>${sheet}`,
  card: svg`<rect class="paper" x="18" y="30" width="104" height="66" rx="6"></rect><rect class="seal" x="28" y="46" width="28" height="36" rx="2"></rect>
    <circle class="ink" cx="42" cy="58" r="6"></circle><path class="ink" d="M32 78c2-10 18-10 20 0"></path><path class="ink heavy" d="M66 42h44"></path>${lines(66, 44, 56, 4)}`,
  photo: svg`<rect class="paper" x="42" y="18" width="56" height="84" rx="2"></rect><circle class="ink" cx="70" cy="50" r="14"></circle><path class="ink" d="M48 98c2-32 42-32 44 0"></path>`,
};

/** Marks of a camera's frame around all four corners. */
const FRAME = 'M6 22V6h16M118 6h16v16M134 102v16h-16M22 118H6v-16';

/** `name` is for people who do not see it. */
export function paperDrawing(drawing: PaperDrawing, name: string): TemplateResult {
  return html`<svg class="drawing" role="img" aria-label=${name} viewBox="0 0 140 124">${DRAWINGS[drawing]}${svg`<path class="frame" d=${FRAME}></path>`}</svg>`;
}
