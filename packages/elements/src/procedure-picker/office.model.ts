/** Which office does it: the one of this counter, or another where people would be sent on. */
import type { Level } from '@motcua/contract/procedure';

/** An office other than the one of this counter. */
export type Office = 'police' | 'military' | 'province' | 'ministry' | 'other';

/** What entries and sheets say about it. */
export interface Handled {
  readonly handledBy?: readonly string[] | undefined;
  readonly levels?: readonly Level[] | undefined;
}

/** Who handles it, when that is not this counter itself; null when it is, or when the data does not say. */
export function officeOf({ handledBy = [], levels = [] }: Handled, level: Level = 'commune'): Office | null {
  if (levels.length > 0 && !levels.includes(level)) return levels.includes('province') ? 'province' : levels.includes('ministry') ? 'ministry' : 'other';
  if (handledBy.includes('ubnd-xa')) return null;
  return handledBy.includes('cong-an-xa') ? 'police' : handledBy.includes('quan-su-xa') ? 'military' : null;
}
