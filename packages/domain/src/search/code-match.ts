/** Procedures by their code, whole or begun: «1.001193», «1001193», «1.0011», «1.012796.H36». */
import { parseProcedureCode } from '../codes/procedure-code.ts';

/** Positions of the entries whose code fits, with a score above any name for a whole code. */
export function codeMatches(query: string, entries: readonly (readonly [code: string, ...rest: unknown[]])[]): { at: number; score: number }[] {
  const whole = parseProcedureCode(query);
  const digits = query.replace(/[\s.,]/g, '');
  if (!whole && !/^\d{3,7}$/.test(digits)) return [];
  return entries.flatMap(([code], at) => {
    if (whole && code === whole.full) return [{ at, score: 12 }];
    if (whole && code.startsWith(whole.code)) return [{ at, score: 10 }];
    const plain = code.replace('.', '');
    if (plain.startsWith(digits)) return [{ at, score: 5 }];
    return plain.includes(digits) ? [{ at, score: 3 }] : [];
  });
}
