/** A barcode as one SVG path, dark on light whatever the theme. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { barsOf } from './code-128.model.ts';

/** Empty modules on both sides, as the standard wants. */
const QUIET = 10;

/** Code 128 of a text with its name for people who do not see it; nothing when the text cannot be written so. */
export function barcode(text: string, name: string): TemplateResult | typeof nothing {
  const drawn = barsOf(text);
  if (drawn === null) return nothing;
  const path = drawn.bars.map(([start, width]) => `M${start + QUIET} 0h${width}v40h-${width}z`).join('');
  return html`<svg class="barcode" role="img" aria-label=${name} viewBox="0 0 ${drawn.length + 2 * QUIET} 40" preserveAspectRatio="none" shape-rendering="crispEdges">
    ${svg`<rect width="100%" height="100%" fill="#fff"></rect><path d=${path} fill="#000"></path>`}
  </svg>`;
}
