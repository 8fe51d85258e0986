/** Reads catalogues and questions from files and says in plain words what is wrong with them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CatalogueEntry, Level } from '@motcua/contract/procedure';
import type { JudgedQuery } from './judge.ts';

/** Bad input; the message is for the person at the keyboard. */
export class InputError extends Error {}

const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['xa', 'commune'], ['tinh', 'province'], ['bo', 'ministry'], ['khac', 'other'],
  ['commune', 'commune'], ['province', 'province'], ['ministry', 'ministry'], ['other', 'other'],
]);

function readJson(file: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new InputError(`Cannot read ${file}`);
  }
  try {
    return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new InputError(`${file} is not valid JSON`);
  }
}

function readList(file: string): Record<string, unknown>[] {
  const list = readJson(file);
  if (!Array.isArray(list)) throw new InputError(`${file} must hold an array`);
  return list.map((row: unknown, at) => {
    if (typeof row !== 'object' || row === null) throw new InputError(`${file}, row ${String(at)}: not an object`);
    return row as Record<string, unknown>;
  });
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');

/** `[{code, name, field, levels?, handledBy?, weight?}]`; levels in the words of the source or of the contract. */
export function readCatalogue(file: string): CatalogueEntry[] {
  return readList(file).map(({ code, name, field, levels, handledBy, weight }, at) => {
    if (typeof code !== 'string' || typeof name !== 'string') throw new InputError(`${file}, row ${String(at)}: code and name must be text`);
    const known = isTexts(levels) ? levels.flatMap((level) => LEVELS.get(level) ?? []) : undefined;
    return {
      code,
      name,
      field: typeof field === 'string' ? field : '',
      ...(known && { levels: known }),
      ...(isTexts(handledBy) && { handledBy }),
      ...(typeof weight === 'number' && { weight }),
    };
  });
}

/** `[{q, codes: [any of these counts]}]`. */
export function readQueries(file: string): JudgedQuery[] {
  return readList(file).map(({ q, codes }, at) => {
    if (typeof q !== 'string' || !isTexts(codes)) throw new InputError(`${file}, row ${String(at)}: q must be text, codes a list of texts`);
    return { q, codes };
  });
}
