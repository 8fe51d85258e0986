/** Name of the place where drafts of one procedure at one counter lie. Holds nothing personal. */
export function draftKey(gateway: string, unit: string, procedureCode: string): string {
  return [gateway, unit, procedureCode].join('|');
}
