/** Search that understands people: folding, everyday words, slips, codes, ranking. */
export type { EverydayWordInput } from './everyday.ts';
export { fold, foldWords } from './fold.ts';
export { markName, type NamePiece } from './highlight.ts';
export {
  createProcedureIndex,
  groupEverydayWords,
  openProcedureIndex,
  restoreProcedureIndex,
  type ProcedureSearch,
  type ProcedureIndex,
  type ProcedureIndexOptions,
} from './procedure-index.ts';
export type { ProcedureIndexJson } from './stored.ts';
export type { SearchOptions, SearchReason, SearchResult } from './search-index.ts';
