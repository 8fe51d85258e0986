/** Procedure codes (mã thủ tục): national `1.001193`, local variants with an agency (`1.012796.H36`) or a service number (`1.000280.01`). */

/** `code` is the national code, `variant` what a province or agency added, `full` both. */
export interface ProcedureCode {
  readonly code: string;
  readonly variant: string | null;
  readonly full: string;
}

/**
 * Reads a procedure code with or without its dots: `1.001193`, `1001193`, `1,001193`, `1.012796.H36`,
 * `2.000815.000.00.00.H55`. `null` when it is none.
 */
export function parseProcedureCode(text: string): ProcedureCode | null {
  const compact = text.normalize('NFKC').trim().toUpperCase().replace(/[\s,.]+/g, '.');
  const match = /^(\d)\.?(\d{6})((?:\.[A-Z0-9]{1,4}){0,5})$/.exec(compact);
  if (!match) return null;
  const code = `${match[1]}.${match[2]}`;
  const variant = match[3] ? match[3].slice(1) : null;
  return { code, variant, full: variant ? `${code}.${variant}` : code };
}
