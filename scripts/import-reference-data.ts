/**
 * One-off: turns a folder of reference data (national unit lists, holidays, everyday words) into the compact files of
 * `packages/domain/data`. Run again when the lists change: `node scripts/import-reference-data.ts <folder>`.
 * `everyday-words.json` is merged: rows that stand in our file win, so that our own additions stay.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Unit {
  code: string;
  level: 'province' | 'district' | 'commune';
  kind?: string;
  name?: string;
  fullName: string;
  provinceCode?: string;
  districtCode?: string;
  newProvinceCode?: string;
  newCodes?: string[];
  mapping?: string;
}

interface Holiday {
  date: string;
  name: string;
  kind: string;
  dayOff: boolean;
  status: string;
  source: string;
}

interface EverydayRow {
  phrase: string;
  term?: string;
  kind: string;
  codes: string[];
}

const from = process.argv[2];
if (!from) throw new Error('usage: node scripts/import-reference-data.ts <folder>');
const target = resolve(import.meta.dirname, '../packages/domain/data');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(from, name), 'utf8')) as T;
const rows = (list: readonly unknown[]): string => `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;

/** Objects one key a line, so that a change of one unit is a change of one line. */
function record(entries: readonly (readonly [string, string])[]): string {
  return `{\n${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',\n')}\n}`;
}

function writeUnits(): void {
  const units = read<Unit[]>('administrative-units.json');
  const kinds: Record<string, string> = { xã: 'x', phường: 'p', 'đặc khu': 'd' };
  const provinces = units.filter((unit) => unit.level === 'province');
  const communes = provinces.map((province) => {
    const own = units.filter((unit) => unit.level === 'commune' && unit.provinceCode === province.code);
    return [province.code, rows(own.map((unit) => [unit.code, kinds[unit.kind ?? ''], unit.name]))] as const;
  });
  const sources = [
    'thanglequoc/vietnamese-provinces-database (MIT), 25 July 2026',
    'dvhcvn/20250701 (MIT), lists 1027/CTK-CSCL and 915/CTK-CSCL, cross-checked',
  ];
  const text = record([
    ['asOf', '"2026-07-25"'],
    ['sources', JSON.stringify(sources)],
    ['provinces', rows(provinces.map((unit) => [unit.code, unit.name, unit.fullName]))],
    ['communes', record(communes)],
  ]);
  writeFileSync(join(target, 'administrative-units.json'), `${text}\n`);
}

function writeLegacy(): void {
  const units = read<Unit[]>('administrative-units-legacy.json');
  const mappings: Record<string, string> = { 'one-to-one': '1', merged: 'm', split: 's' };
  const provinces = units.filter((unit) => unit.level === 'province').map((province) => {
    const own = units.filter((unit) => unit.provinceCode === province.code);
    const districts = own.filter((unit) => unit.level === 'district').map((unit) => [unit.code, unit.fullName]);
    const communes = own
      .filter((unit) => unit.level === 'commune')
      .map((u) => [u.code, u.fullName, u.districtCode, (u.newCodes ?? []).join(' '), mappings[u.mapping ?? ''] ?? 's']);
    const text = record([
      ['fullName', JSON.stringify(province.fullName)],
      ['newProvinceCode', JSON.stringify(province.newProvinceCode)],
      ['districts', JSON.stringify(Object.fromEntries(districts))],
      ['communes', rows(communes)],
    ]);
    return [province.code, text] as const;
  });
  const text = record([
    ['asOf', '"2025-06-30"'],
    ['sources', JSON.stringify(['dvhcvn/20250701 (MIT)'])],
    ['provinces', record(provinces)],
  ]);
  writeFileSync(join(target, 'legacy-units.json'), `${text}\n`);
}

function writeHolidays(): void {
  const days = read<Holiday[]>('holidays.json');
  const kept = days.map(({ date, name, kind, dayOff, status, source }) => ({ date, name, kind, dayOff, status, source }));
  writeFileSync(join(target, 'holidays.json'), `${rows(kept)}\n`);
}

function writeEverydayWords(): void {
  const file = join(target, 'everyday-words.json');
  const ours = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EverydayRow[]) : [];
  const known = new Set(ours.map((row) => row.phrase.toLowerCase()));
  const added = read<EverydayRow[]>('everyday-words.json')
    .filter((row) => !known.has(row.phrase.toLowerCase()))
    .map(({ phrase, term, kind, codes }) => ({ phrase, term, kind, codes }));
  writeFileSync(file, `${rows([...ours, ...added])}\n`);
}

writeUnits();
writeLegacy();
writeHolidays();
writeEverydayWords();
