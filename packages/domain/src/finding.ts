/**
 * What a rule has to say about a value. Never words: `code` is a key of the message tables, `params` fill it.
 * `error` blocks, `warning` asks for a second look, `hint` only helps.
 */
export type FindingLevel = 'error' | 'warning' | 'hint';

/** One finding. `params` never hold the checked value itself: findings may be logged, identity numbers may not. */
export interface Finding {
  readonly level: FindingLevel;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
