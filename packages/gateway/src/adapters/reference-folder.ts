/**
 * Reads reference data from a folder: `site.json`, `procedures.json` (or `.csv`, `.json.gz`), `forms/*.json`, and if there are any
 * `overrides.json`, `everyday-words.json`, `life-events.json`, `look-alikes.json`, `weights.json`, `origins.json`. Units, everyday words, life
 * events and look-alikes come from `@motcua/domain/data` unless the folder has its own. Node only.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AdministrativeUnitsData, LegacyUnitsData } from '@motcua/domain/address';
import type { ReferenceBundle, ReferenceFile } from '../use-cases/reference/bundle.ts';
import { jsonFaultLine } from '../use-cases/reference/formats/json-fault.ts';
import { procedureRecords, procedureRows } from '../use-cases/reference/formats/read-procedures.ts';

/** A file that is missing, or no JSON; the message names it and says nothing of its content. */
export class ReferenceFileError extends Error {
  override name = 'ReferenceFileError';
}

/** The whole national catalogue with every sheet is 14 MB; more than this is not what somebody meant to import. */
const LARGEST = 100_000_000;

function bytesOf(path: string): Uint8Array {
  let bytes: Buffer;
  try {
    if (statSync(path).size > LARGEST) throw new ReferenceFileError(`${path} is larger than ${String(LARGEST / 1e6)} MB`);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof ReferenceFileError ? error : new ReferenceFileError(`${path} cannot be read`);
  }
  if (!path.endsWith('.gz')) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    throw new ReferenceFileError(`${path} is no gzip file, or larger than ${String(LARGEST / 1e6)} MB`);
  }
}

/** UTF-8, or what Excel calls «Unicode text» (UTF-16 with its mark). Another encoding would turn every accent into rubbish. */
function textOf(path: string): string {
  const bytes = bytesOf(path);
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes);
  } catch {
    throw new ReferenceFileError(`${path} is not UTF-8: save it again as «CSV UTF-8» or as UTF-8`);
  }
}

function readJsonFile(path: string): unknown {
  const text = textOf(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new ReferenceFileError(`${path} is no JSON: line ${String(jsonFaultLine(text))}`);
  }
}

const TABLE = /\.(csv|tsv|txt)(\.gz)?$/i;

/** Procedures from a file of any shape that we know. Throws {@link ReferenceFileError}. */
export function readProcedureFile(path: string): ReferenceFile {
  return TABLE.test(path) ? procedureRows(basename(path), textOf(path)) : procedureRecords(basename(path), readJsonFile(path));
}

function proceduresOf(folder: string): ReferenceFile {
  const found = ['procedures.json', 'procedures.json.gz', 'procedures.csv'].find((file) => existsSync(join(folder, file)));
  return readProcedureFile(join(folder, found ?? 'procedures.json'));
}

function recordsOf(folder: string, file: string): ReferenceFile {
  const value = readJsonFile(join(folder, file));
  return { file, records: Array.isArray(value) ? value : [value] };
}

/** A file of the folder, else the one that ships with the rules. */
function dataFile(folder: string, file: string): string {
  const own = join(folder, file);
  return existsSync(own) ? own : fileURLToPath(import.meta.resolve(`@motcua/domain/data/${file}`));
}

/**
 * Reads a folder; `procedures` names another file for them. Throws `ReferenceFileError`; what is inside the records is checked
 * by the import.
 */
export function readReferenceFolder(folder: string, procedures?: string): ReferenceBundle {
  const optional = <T>(file: string): T | undefined => (existsSync(join(folder, file)) ? (readJsonFile(join(folder, file)) as T) : undefined);
  const forms = existsSync(join(folder, 'forms')) ? readdirSync(join(folder, 'forms')).filter((file) => file.endsWith('.json')).sort() : [];
  const rules = (file: string): ReferenceFile => ({ file, records: readJsonFile(dataFile(folder, file)) as unknown[] });
  const weights = optional<Record<string, number>>('weights.json');
  const origins = optional<string[]>('origins.json');
  return {
    site: recordsOf(folder, 'site.json'),
    procedures: procedures === undefined ? proceduresOf(folder) : readProcedureFile(procedures),
    ...(existsSync(join(folder, 'overrides.json')) && { overrides: recordsOf(folder, 'overrides.json') }),
    forms: forms.map((file) => recordsOf(folder, join('forms', file))),
    everydayWords: rules('everyday-words.json'),
    lifeEvents: rules('life-events.json'),
    lookAlikes: rules('look-alikes.json'),
    ...(weights === undefined ? {} : { weights }),
    ...(origins === undefined ? {} : { origins }),
    units: readJsonFile(dataFile(folder, 'administrative-units.json')) as AdministrativeUnitsData,
    legacyUnits: readJsonFile(dataFile(folder, 'legacy-units.json')) as LegacyUnitsData,
  };
}
