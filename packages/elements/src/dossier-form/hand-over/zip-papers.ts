/** All papers of the form as one file, made on this device. Photographs and PDF are packed already: stored, not squeezed again. */
import { zip, type AsyncZippable } from 'fflate';

/** A paper and its files, in the order of the list. */
export interface PaperToPack {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: Blob }[];
}

/** Longest part of a path that every system takes, in letters. */
const LONGEST = 60;

/** A name that Windows, Android and old unpackers take: no separators, no control letters, not reserved, not hidden. */
export function safeName(text: string): string {
  const plain = text.normalize('NFC').replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^[. ]+|[. ]+$/g, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain || 'tep';
}

const cut = (name: string): string => [...name].slice(0, LONGEST).join('').trim();

/** `1 Giấy chứng sinh/1 anh.jpg`: the order of the list, and no two alike. */
export function pathOf(paper: PaperToPack, at: number, index: number): string {
  const name = safeName(paper.files[index]?.name ?? '');
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot).slice(0, 8)] : [name, ''];
  return `${at + 1} ${cut(safeName(paper.name))}/${index + 1} ${cut(stem)}${ending}`;
}

/** Packs; papers without files are left out. */
export async function zipPapers(papers: readonly PaperToPack[]): Promise<Blob> {
  const entries: AsyncZippable = {};
  for (const [at, paper] of papers.entries()) {
    for (const [index, { bytes }] of paper.files.entries()) entries[pathOf(paper, at, index)] = [new Uint8Array(await bytes.arrayBuffer()), { level: 0 }];
  }
  const packed = await new Promise<Uint8Array>((resolve, reject) => zip(entries, (error, data) => (error === null ? resolve(data) : reject(error))));
  return new Blob([packed as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}
