/**
 * Lines for the head of a page that let scripts and data travel beside the loader instead of after it. They are hints: the pasted
 * tag alone does the same a round trip later, and a line whose file is gone after an upgrade costs one short answer.
 */
import { needsOf } from './loader.model.ts';

/** Tag → files it needs, largest first: what `hints.json` beside the files says. */
export type HintFiles = Readonly<Record<string, readonly string[]>>;

/** One element on one page. Addresses as the page writes them, absolute or from its root. */
export interface HintPlace {
  /** `motcua-dossier-form`. */
  readonly tag: string;
  /** Folder of the scripts (`https://g.example/motcua/`). */
  readonly scripts: string;
  /** As in `data-gateway`. */
  readonly gateway: string;
  /** As in `data-unit`. */
  readonly unit: string;
  /** As in the element's `procedure`. */
  readonly procedure?: string | null;
}

/** Text as it stands between the quotes of an attribute. */
export const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** `<link>` lines for an element; none for a tag that is not known. */
export function hintLines(files: HintFiles, { tag, scripts, gateway, unit, procedure = null }: HintPlace): string[] {
  const known = new Map(Object.entries(files));
  if (!known.has(tag)) return [];
  const { tags, paths } = needsOf(tag, procedure, '');
  const folder = scripts.replace(/\/*$/, '/');
  const site = `${gateway.replace(/\/+$/, '')}/v1/sites/${encodeURIComponent(unit)}`;
  const wanted = new Set(tags.flatMap((each) => known.get(each) ?? []));
  return [
    ...[...wanted].map((file) => `<link rel="modulepreload" href="${attribute(folder + file)}">`),
    // As the loader asks, with the credentials of the page's own address only: otherwise the answer would be fetched twice.
    ...paths.map((path) => `<link rel="preload" as="fetch" crossorigin href="${attribute(site + path)}">`),
  ];
}
