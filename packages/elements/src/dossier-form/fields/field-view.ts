/** What a field template may see and do. Templates hold no state: the controller does. */
import type { nothing, TemplateResult } from 'lit';
import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition, Option, Step } from '@motcua/contract/form';
import type { ProcedureBrief } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import type { LocalizedText } from '@motcua/contract/text';
import type { CounterPort } from '../../context/counter-port.ts';
import type { FieldMessages } from '../../localization/vi/fields.ts';
import type { FormMessages } from '../../localization/vi/form.ts';
import type { AnswerPath } from '../answer-path.model.ts';
import type { PlacedFinding } from '../form-rules.ts';
import type { PaperFiles } from '../../internal/papers/paper-files.ts';

/** The form as the templates see it. Values are read and written by path; `set` is for every key, `leave` for focus that has left. */
export interface FormView {
  readonly language: string;
  readonly words: FieldMessages;
  readonly formWords: FormMessages;
  readonly port: CounterPort | null;
  /** Limits, calendar, place; null until it has arrived, after the first question. */
  readonly site: Site | null;
  readonly procedure: ProcedureBrief;
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** Steps that are shown now, with their shown fields. */
  readonly steps: readonly Step[];
  /** Files of the papers and their uploads; null until the code for them has arrived. */
  readonly files: PaperFiles | null;
  say(text: LocalizedText | undefined): string;
  value(path: AnswerPath): unknown;
  set(path: AnswerPath, value: unknown): void;
  /** A key in the box of this very answer: the box shows it already. The letter is painted first, and then the rest of the page follows. */
  typed(path: AnswerPath, value: unknown): void;
  leave(path: AnswerPath): void;
  /** Runs at once, or after the finger or mouse button is up: what appears meanwhile must not move the target away. */
  whenReleased(run: () => void): void;
  /** Findings to show now at this very path. */
  findings(path: AnswerPath): readonly PlacedFinding[];
  /** Findings to show at the path or below it. */
  findingsUnder(path: AnswerPath): readonly PlacedFinding[];
  sentence(finding: PlacedFinding): string;
  isRequired(field: Field, path: AnswerPath): boolean;
  isVisible(field: Field, path: AnswerPath): boolean;
  options(field: FieldOf<'choice'>, path: AnswerPath): readonly Option[];
  computed(field: FieldOf<'computed'>, path: AnswerPath): unknown;
  /** Template of another field, for composed kinds. */
  render(field: Field, path: AnswerPath): TemplateResult;
  /** Help for the person or address that begins with this field: scan a card, use again what was entered. Mostly nothing. */
  aid(field: Field, path: AnswerPath): TemplateResult | typeof nothing;
  /** A mark of the screen that is no answer («Khác» chosen, nothing typed yet). */
  mark(key: string): string | undefined;
  setMark(key: string, value: string | undefined): void;
  /** Speaks a short sentence. */
  announce(text: string): void;
  /** Puts focus on a control once it is rendered. */
  focusLater(path: AnswerPath): void;
  newId(): string;
  /** Tag of a control that the site has registered under this name. */
  ownElement(control: string): string | undefined;
  /** A control of the site's own: `complaint` says what is wrong with it, in its words; asked when its field or step is checked. */
  asks(path: AnswerPath, complaint: () => string | null): void;
  /** Called before a file chooser opens: the page may be thrown away meanwhile. */
  saveNow(): void;
}

/** Template of one kind. */
export type FieldTemplate<K extends FieldKind> = (view: FormView, field: FieldOf<K>, path: AnswerPath) => TemplateResult;
