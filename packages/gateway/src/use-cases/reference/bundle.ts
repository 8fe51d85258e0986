/** What an import brings: reference data of one site, still unchecked, with the names of the files it came from. */
import type { AdministrativeUnitsData, LegacyUnitsData } from '@motcua/domain/address';

/** Records of one file; the name appears in error reports. `lines`: where each began. `faults`: what the reader refused already. */
export interface ReferenceFile {
  readonly file: string;
  readonly records: readonly unknown[];
  readonly lines?: readonly number[];
  readonly faults?: readonly ImportFault[];
}

/** `weights`: code → 0–1, how often people need it. `origins`: web origins that may call for this site. */
export interface ReferenceBundle {
  readonly site: ReferenceFile;
  readonly origins?: readonly string[];
  readonly procedures: ReferenceFile;
  readonly forms: readonly ReferenceFile[];
  /** Facts of the site laid over the procedures. */
  readonly overrides?: ReferenceFile;
  readonly everydayWords?: ReferenceFile;
  readonly lifeEvents?: ReferenceFile;
  readonly lookAlikes?: ReferenceFile;
  readonly weights?: Readonly<Record<string, number>>;
  readonly units?: AdministrativeUnitsData;
  readonly legacyUnits?: LegacyUnitsData;
}

/**
 * A record that was left out, or a part of it. `index` is its place in the file, `pointer` the JSON pointer of the first fault,
 * `line` where it stands in a table, `key` the code of the procedure it is about.
 */
export interface ImportFault {
  readonly file: string;
  readonly index: number;
  readonly pointer: string;
  readonly code: string;
  readonly line?: number;
  readonly key?: string;
}

/** How far an import is; `stage` is a word for a progress line. */
export interface ImportProgress {
  readonly stage: 'check' | 'procedures' | 'forms' | 'catalogue' | 'units';
  readonly done: number;
  readonly total: number;
}

/** Numbers of what is in the database now, and what was left out. */
export interface ImportReport {
  readonly site: string | null;
  readonly procedures: number;
  /** Procedures whose text lost HTML, hidden characters or stray white space. */
  readonly cleaned: number;
  readonly forms: number;
  readonly everydayWords: number;
  readonly communes: number;
  readonly legacyUnits: number;
  readonly version: string | null;
  readonly faults: readonly ImportFault[];
}
