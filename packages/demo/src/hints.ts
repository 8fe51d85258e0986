/** Pages that ask for it get lines in their head that let scripts and data travel beside the loader, as a plug-in of a CMS would do it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hintLines, type HintFiles } from '@motcua/elements/page-hints.js';

/** What a page writes where the lines shall stand. */
const MARK = '<!-- motcua:hints -->';
const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** The page with its lines; without a tag of ours, or without bundles, the mark just goes. */
export function withHints(html: string, bundles: string): string {
  if (!html.includes(MARK)) return html;
  const list = join(bundles, 'hints.json');
  const files: HintFiles = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as HintFiles) : {};
  const [script = ''] = /<script[^>]*motcua\.js[^>]*>/.exec(html) ?? [];
  const [gateway, unit] = [attribute(script, 'data-gateway'), attribute(script, 'data-unit')];
  const elements = gateway === null || unit === null ? [] : [...html.matchAll(/<(motcua-[a-z-]+)(?:\s[^>]*)?>/g)].map(([whole, tag = '']) => ({ tag, gateway, unit, scripts: '/motcua/', procedure: attribute(whole, 'procedure') }));
  return html.replace(MARK, [...new Set(elements.flatMap((element) => hintLines(files, element)))].join('\n'));
}
