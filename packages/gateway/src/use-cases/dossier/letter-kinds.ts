/** Which letters a dossier has: each is there as soon as the act that it tells of was done. */
import type { LetterKind, TimelineEntry } from '@motcua/contract/tracking';
import type { DossiersTable } from '../../database/schema-dossiers.ts';

/** Act → letter. A later act of the same kind replaces the letter. */
const BY_ACTION: Readonly<Record<string, LetterKind>> = {
  'accept': 'receipt', 'request-supplement': 'supplement', 'refuse': 'refusal', 'extend': 'apology', 'stop': 'stop',
};

/** The row of the timeline that a letter tells of; the control sheet tells of all. */
export function actOfLetter(kind: LetterKind, timeline: readonly TimelineEntry[]): TimelineEntry | undefined {
  if (kind === 'control') return timeline.at(-1);
  return timeline.filter(({ action }) => BY_ACTION[action] === kind).at(-1);
}

/** Letters in the order in which they were written; the control sheet once the office has the dossier. */
export function lettersOf(row: Pick<DossiersTable, 'accepted_at'>, timeline: readonly TimelineEntry[]): { kind: LetterKind; issuedAt: string }[] {
  const kinds: LetterKind[] = ['receipt', 'supplement', 'refusal', 'apology', 'stop', ...(row.accepted_at === null ? [] : (['control'] as const))];
  return kinds
    .flatMap((kind) => {
      const act = actOfLetter(kind, timeline);
      return act === undefined ? [] : [{ kind, issuedAt: act.at }];
    })
    .sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
}
