/**
 * Reads reference data from a folder: `site.json`, `procedures.json`, `forms/*.json`, and if there are any
 * `everyday-words.json`, `life-events.json`, `look-alikes.json`, `weights.json`, `origins.json`. Units, everyday words, life
 * events and look-alikes come from `@motcua/domain/data` unless the folder has its own. Node only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AdministrativeUnitsData, LegacyUnitsData } from '@motcua/domain/address';
import type { ReferenceBundle, ReferenceFile } from '../use-cases/reference/bundle.ts';

/** A file that is missing, or no JSON; the message names it and says nothing of its content. */
export class ReferenceFileError extends Error {
  override name = 'ReferenceFileError';
}

function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    throw new ReferenceFileError(`${path} ${reason}`);
  }
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

/** Reads a folder. Throws `ReferenceFileError`; what is inside the records is checked by the import. */
export function readReferenceFolder(folder: string): ReferenceBundle {
  const optional = <T>(file: string): T | undefined => (existsSync(join(folder, file)) ? (readJsonFile(join(folder, file)) as T) : undefined);
  const forms = existsSync(join(folder, 'forms')) ? readdirSync(join(folder, 'forms')).filter((file) => file.endsWith('.json')).sort() : [];
  const rules = (file: string): ReferenceFile => ({ file, records: readJsonFile(dataFile(folder, file)) as unknown[] });
  const weights = optional<Record<string, number>>('weights.json');
  const origins = optional<string[]>('origins.json');
  return {
    site: recordsOf(folder, 'site.json'),
    procedures: recordsOf(folder, 'procedures.json'),
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
