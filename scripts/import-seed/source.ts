/** Shapes of the neutral source files, as far as the conversion reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceTime {
  value?: number | null;
  unit?: string | null;
  raw?: string | null;
  unitCertain?: boolean;
  rawOlderExport?: string | null;
}
export interface SourceFee {
  amount: number | null;
  kind: string | null;
  note: string | null;
  raw: string | null;
}
export interface SourceChannel {
  channel: string;
  time: SourceTime | null;
  fees: SourceFee[];
  note: string | null;
}
export interface SourcePaper {
  group: string | null;
  name: string;
  originals: number;
  copies: number;
  forms: string[];
}
export interface SourceProcedure {
  code: string;
  name: string;
  field: string;
  levels: string[];
  issuer: string | null;
  /** `province`: a list of one province's own. */
  scope: string | null;
  agency: string | null;
  handledBy: string[] | null;
  decision: string | null;
  serviceLevel: string | null;
  targetGroups: string[];
  channels: SourceChannel[];
  steps: string[];
  papers: SourcePaper[];
  results: { name: string; code: string | null }[];
  legalBasis: { number: string | null; title: string | null; date: string | null; agency: string | null }[];
  conditions: string | null;
  url: string | null;
  asOf: string;
}
export interface SourceField {
  id: string;
  type: string;
  label: string;
  meaning?: string;
  required?: boolean | 'conditional';
  choices?: string[];
  when?: string;
  columns?: SourceField[];
  unit?: string;
  footnote?: string;
}
export interface SourceForm {
  id: string;
  title: string;
  titleEnglish: string;
  formNumber: string | null;
  legalSource: string | null;
  legalSourceCertainty: string;
  status: string;
  procedures: string[];
  addressee: { label: string; note: string | null } | null;
  declaration: string | null;
  signatures: { label: string; note: string | null }[];
  footnotes: Record<string, string>;
  sections: { id: string; title: string; note?: string; fields: SourceField[] }[];
}

/** Reads one JSON file of the shared data folder; text is brought to NFC. */
export function readSource<T>(folder: string, ...path: string[]): T {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8').normalize('NFC')) as T;
}
