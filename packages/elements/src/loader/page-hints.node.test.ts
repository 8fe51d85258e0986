import { describe, expect, test } from 'vitest';
import { hintLines, type HintFiles } from './page-hints.ts';

const FILES: HintFiles = {
  'motcua-counter': ['motcua-counter.js', 'chunks/core-1.js'],
  'motcua-procedure-picker': ['motcua-procedure-picker.js', 'chunks/core-1.js'],
  'motcua-dossier-form': ['motcua-dossier-form.js', 'chunks/core-1.js', 'chunks/form-base-2.js'],
};
const place = { scripts: '/motcua', gateway: 'https://g.example/', unit: 'thoibinh' };

describe('lines for the head of a page', () => {
  test('scripts first, then the answers that the loader will ask for', () => {
    expect(hintLines(FILES, { ...place, tag: 'motcua-dossier-form', procedure: '1.001193' })).toEqual([
      '<link rel="modulepreload" href="/motcua/motcua-dossier-form.js">',
      '<link rel="modulepreload" href="/motcua/chunks/core-1.js">',
      '<link rel="modulepreload" href="/motcua/chunks/form-base-2.js">',
      '<link rel="preload" as="fetch" crossorigin href="https://g.example/v1/sites/thoibinh/procedures/1.001193/form">',
    ]);
  });

  test('a counter names what it opens with, each file once', () => {
    expect(hintLines(FILES, { ...place, tag: 'motcua-counter' }).filter((line) => line.includes('modulepreload'))).toEqual([
      '<link rel="modulepreload" href="/motcua/motcua-counter.js">',
      '<link rel="modulepreload" href="/motcua/chunks/core-1.js">',
      '<link rel="modulepreload" href="/motcua/motcua-procedure-picker.js">',
    ]);
  });

  test.each(['script', '__proto__', 'constructor', 'toString', ''])('%s is no tag of ours', (tag) => expect(hintLines(FILES, { ...place, tag })).toEqual([]));

  test('nothing breaks out of its attribute', () => {
    const lines = hintLines(FILES, { tag: 'motcua-dossier-form', scripts: '/"><script>/', gateway: '/g"&<', unit: 'a/../"b', procedure: '1"2' });
    for (const line of lines) expect(line).toMatch(/^<link rel="[a-z]+"( as="fetch" crossorigin)? href="[^"<>]*(>[^"<>]*)*">$/);
    expect(lines.join()).not.toContain('<script');
    expect(lines.join()).toContain('/v1/sites/a%2F..%2F%22b/procedures/1%222/form');
  });
});
