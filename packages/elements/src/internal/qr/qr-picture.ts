/** A QR code as one SVG path: no markup from strings, sharp on paper, dark on light whatever the theme. */
import { svg, html, type TemplateResult } from 'lit';
import { encodeQR } from 'qr';

/** Empty modules around the code, as the standard wants. */
const QUIET = 4;

/** Path of the dark modules, one run of a row at a time. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`);
    }
  });
  return runs.join('');
}

/** The code of a text, with its name for people who do not see it. */
export function qrPicture(text: string, name: string): TemplateResult {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const side = modules.length;
  return html`<svg class="qr" role="img" aria-label=${name} viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
    ${svg`<rect width="100%" height="100%" fill="#fff"></rect><path d=${qrPath(modules)} fill="#000"></path>`}
  </svg>`;
}
