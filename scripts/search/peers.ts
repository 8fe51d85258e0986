/**
 * Other search libraries, each set up as its documentation advises for a search field: prefixes while typing, slips, any order
 * of words. All get what our own index gets: folded names and folded everyday phrases as texts of their own, and questions
 * folded, without the words that say nothing, abbreviations written out.
 */
import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import uFuzzy from '@leeoniya/ufuzzy';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

/** A text with the codes it stands for. */
export interface PeerText {
  readonly id: number;
  readonly text: string;
  readonly codes: readonly string[];
}

/** A library: `build` takes the texts and answers a search that gives positions of texts, best first. */
export interface Peer {
  readonly name: string;
  /** What a bundle of it would import. */
  readonly entry: string;
  build(texts: readonly PeerText[]): (query: string) => readonly number[];
}

const MOST = 60;

const miniSearch: Peer = {
  name: 'MiniSearch 7.2.0',
  entry: "export { default } from 'minisearch'",
  build(texts) {
    const index = new MiniSearch<PeerText>({
      fields: ['text'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term || null,
      searchOptions: {
        prefix: (_, at, terms) => at === terms.length - 1,
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        weights: { fuzzy: 0.3, prefix: 0.4 },
      },
    });
    index.addAll(texts);
    return (query) => index.search(query).slice(0, MOST).map(({ id }) => id as number);
  },
};

const fuse: Peer = {
  name: 'Fuse.js 7.5.0',
  entry: "export { default } from 'fuse.js'",
  build(texts) {
    const index = new Fuse(texts, { keys: ['text'], useTokenSearch: true, ignoreLocation: true, threshold: 0.3 });
    return (query) => index.search(query, { limit: MOST }).map(({ refIndex }) => refIndex);
  },
};

/** `strict` knows whole words alone and ranks best; `forward` also finds words that are still being typed. */
const flexSearch = (tokenize: 'strict' | 'forward'): Peer => ({
  name: `FlexSearch 0.8.212 ${tokenize}`,
  entry: "export { Document } from 'flexsearch'",
  build(texts) {
    const index = new Document({
      document: { id: 'id', index: [{ field: 'text', tokenize, resolution: 9 }] },
      encode: (text: string) => text.split(' '),
      cache: false,
    });
    for (const { id, text } of texts) index.add({ id, text });
    return (query) => index.search(query, { limit: MOST, suggest: true }).flatMap(({ result }) => result as number[]);
  },
});

const microFuzzy: Peer = {
  name: 'uFuzzy 1.0.19',
  entry: "export { default } from '@leeoniya/ufuzzy'",
  build(texts) {
    const index = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1, interLft: 1 });
    const haystack = texts.map(({ text }) => text);
    return (query) => {
      const [found, info, order] = index.search(haystack, query, 1, 1000);
      if (info && order) return order.slice(0, MOST).map((at) => info.idx[at] ?? -1);
      return (found ?? []).slice(0, MOST);
    };
  },
};

/** Its tolerance for slips finds too many of the short Vietnamese words: without it the right answer stands first four times as often. */
const orama: Peer = {
  name: 'Orama 3.1.18',
  entry: "export { create, insertMultiple, search } from '@orama/orama'",
  build(texts) {
    const index = create({
      schema: { at: 'number', text: 'string' } as const,
      components: { tokenizer: { language: 'none', normalizationCache: new Map(), tokenize: (text: string) => text.split(' ') } },
    });
    void insertMultiple(index, texts.map(({ id, text }) => ({ at: id, text })), texts.length);
    return (query) => {
      const found = oramaSearch(index, { term: query, properties: ['text'], limit: MOST });
      return 'hits' in found ? found.hits.map(({ document }) => document.at) : [];
    };
  },
};

/** The peers of the benchmark. */
export const PEERS: readonly Peer[] = [miniSearch, fuse, flexSearch('strict'), flexSearch('forward'), microFuzzy, orama];
