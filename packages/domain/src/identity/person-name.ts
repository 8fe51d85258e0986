/**
 * Names of people, in one field. A single word is a name, and so are «H'Hen Niê», «Y Phôn Êban», «Nguyễn Thị A-Na»;
 * the only sure mistakes are digits and signs that no name has.
 */
import type { Finding } from '../finding.ts';

const ALLOWED = /^[\p{L}\p{M}'’ʼ.\- ]+$/u;

/** NFC, one space between words, none around; straight apostrophes as the identity card prints them. */
export function normalizePersonName(text: string): string {
  return text.normalize('NFC').replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

/** Checks a name: `name-empty`, `name-characters` (errors), `name-one-word`, `name-case` (hints: look again). */
export function checkPersonName(text: string): Finding[] {
  const name = normalizePersonName(text);
  if (name === '') return [{ level: 'error', code: 'name-empty' }];
  if (!ALLOWED.test(name) || !/\p{L}/u.test(name)) return [{ level: 'error', code: 'name-characters' }];
  if (!name.includes(' ')) return [{ level: 'hint', code: 'name-one-word' }];
  return name === name.toLowerCase() ? [{ level: 'hint', code: 'name-case' }] : [];
}

/** Papers print names in capitals; this is for comparing a card with what was typed, never for storing. */
export function samePersonName(a: string, b: string): boolean {
  return normalizePersonName(a).toUpperCase() === normalizePersonName(b).toUpperCase();
}
