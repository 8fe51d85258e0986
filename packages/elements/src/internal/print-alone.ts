/** Prints one element without the page around it: no menu and no footer of the host lands on the paper. */
import type { CSSResultOrNative } from 'lit';

/** Ink on paper, whatever the theme on the screen. */
const PAPER: Readonly<Record<string, string>> = {
  text: '#000', muted: '#333', surface: '#fff', raised: '#fff', line: '#999', control: '#555', accent: '#000', 'on-accent': '#fff',
  link: '#000', focus: '#000', good: '#000', warning: '#000', error: '#000', radius: '0.25em', space: '1em',
};

/** The paper nearly everybody has. */
const A4 = 'size:A4;margin:12mm';

/**
 * A hidden frame with a copy of the element's content and styles; null where the browser cannot (Safari before 16.4), then
 * the whole page has to do. The copy has no scripts and asks for nothing.
 */
export function paperFrame(root: ShadowRoot, styles: readonly CSSResultOrNative[], language: string, page = A4): HTMLIFrameElement | null {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  for (const [name, value] of [['position', 'fixed'], ['inset', 'auto 0 0 auto'], ['inline-size', '0'], ['block-size', '0'], ['border', '0']] as const) frame.style.setProperty(name, value);
  document.body.append(frame);
  const inner = frame.contentDocument;
  const Sheet = (frame.contentWindow as (Window & { CSSStyleSheet?: typeof CSSStyleSheet }) | null)?.CSSStyleSheet;
  if (inner === null || Sheet === undefined || !('adoptedStyleSheets' in inner)) {
    frame.remove();
    return null;
  }
  inner.documentElement.lang = language;
  inner.title = document.title;
  const sheet = new Sheet();
  sheet.replaceSync(`@page{${page}}body{margin:0}`);
  // Page sizes count in the document alone, not in a shadow root.
  inner.adoptedStyleSheets = [sheet];
  const host = inner.createElement('div');
  for (const [name, value] of Object.entries(PAPER)) host.style.setProperty(`--_${name}`, value);
  const paper = host.attachShadow({ mode: 'open' });
  paper.adoptedStyleSheets = styles.map((style) => {
    const sheet = new Sheet();
    sheet.replaceSync('cssText' in style ? style.cssText : Array.from(style.cssRules, (rule) => rule.cssText).join('\n'));
    return sheet;
  });
  paper.append(...Array.from(root.childNodes, (node) => inner.importNode(node, true)));
  inner.body.append(host);
  return frame;
}

/** Opens the print dialog for one element alone, or for the page where a frame cannot be printed. `page`: what its `@page` rule says. */
export function printAlone(root: ShadowRoot, styles: readonly CSSResultOrNative[], language: string, page = A4): void {
  let frame: HTMLIFrameElement | null = null;
  try {
    frame = paperFrame(root, styles, language, page);
  } catch {
    frame = null;
  }
  const inner = frame?.contentWindow;
  if (frame === null || inner === null || inner === undefined) return window.print();
  inner.addEventListener('afterprint', () => frame?.remove());
  inner.focus();
  inner.print();
}
