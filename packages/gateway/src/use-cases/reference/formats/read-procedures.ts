/** Procedures from a file of any shape we know: our JSON, a catalogue of rows, `LayThuTuc`, CSV. */
import type { ReferenceFile } from '../bundle.ts';
import { readCsvProcedures } from './csv-procedures.ts';
import { fromLayThuTuc, isLayThuTuc } from './lay-thu-tuc.ts';
import { fromCatalogueRow } from './row-record.ts';

/** Fields that only a whole sheet has: without them a record is a line of a catalogue. */
const WHOLE = ['submission', 'postal', 'cases'];

function toRecord(raw: unknown, file: string): unknown {
  // The national system wraps its answer in `result`.
  const record = typeof raw === 'object' && raw !== null && 'result' in raw ? raw.result : raw;
  if (isLayThuTuc(record)) return fromLayThuTuc(record, file);
  if (typeof record !== 'object' || record === null || Array.isArray(record) || WHOLE.some((field) => field in record)) return record;
  return 'code' in record && 'name' in record ? fromCatalogueRow(record as Readonly<Record<string, unknown>>, file) : record;
}

/** `value`: what the JSON file holds. */
export function procedureRecords(file: string, value: unknown): ReferenceFile {
  const list = typeof value === 'object' && value !== null && 'result' in value && Array.isArray(value.result) ? (value.result as unknown[]) : Array.isArray(value) ? value : [value];
  return { file, records: list.map((record) => toRecord(record, file)) };
}

/** `text`: a CSV file, already decoded. */
export function procedureRows(file: string, text: string): ReferenceFile {
  return { file, ...readCsvProcedures(file, text) };
}
