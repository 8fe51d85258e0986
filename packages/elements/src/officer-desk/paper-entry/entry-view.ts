/** What the parts of the entry are drawn from. */
import type { TemplateResult } from 'lit';
import type { DeskMessages } from '../../localization/vi/desk.ts';
import type { Entry, EntryMissing } from './paper-entry.model.ts';

export interface EntryView {
  readonly words: DeskMessages;
  readonly language: string;
  readonly entry: Entry;
  readonly missing: readonly EntryMissing[];
  /** Changes what stands there now, not what was drawn: two quick touches keep both. */
  type(change: (now: Entry) => Partial<Entry>): void;
  /** The complaint about a part, empty when there is none. */
  wrong(what: EntryMissing): TemplateResult;
}
