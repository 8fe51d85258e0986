/** Procedures by their code, whole or begun: «1.001193», «1001193», «1.0011», «1.012796.H36». */

const ASKED = /^(\d{3,7}|\d{7}[A-Z0-9]{1,20})$/;

/** Positions of the codes that fit, with a score above any name for a whole code. */
export function codeMatches(query: string, codes: () => readonly string[]): { at: number; score: number }[] {
  const asked = query.normalize('NFKC').toUpperCase().replace(/[\s.,]/g, '');
  if (!ASKED.test(asked)) return [];
  const begun = asked.slice(0, 7);
  return codes().flatMap((code, at) => {
    const plain = code.replace(/\./g, '');
    if (plain.startsWith(begun)) return { at, score: plain === asked ? 12 : begun.length < 7 ? 5 : 10 };
    return plain.includes(begun) && begun.length < 7 ? { at, score: 3 } : [];
  });
}
