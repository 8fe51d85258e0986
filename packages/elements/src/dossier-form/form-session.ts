/** One filling of one form: answers, what is wrong with them, and what the screen has to remember. Knows no storage and no network. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition, Option, Step } from '@motcua/contract/form';
import type { ProcedureBrief } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import type { LocalizedText } from '@motcua/contract/text';
import type { CounterPort } from '../context/counter-port.ts';
import { afterPaint } from '../internal/after-paint.ts';
import { newUuid, type Device } from '../internal/device.ts';
import { say } from '../localization/locale-controller.ts';
import type { FieldMessages } from '../localization/vi/fields.ts';
import type { FormMessages } from '../localization/vi/form.ts';
import { readAt, writeAt, type AnswerPath } from './answer-path.model.ts';
import { LATER_KINDS, READY_KINDS, type AnyTemplate } from './fields/field-kinds.ts';
import type { FormView } from './fields/field-view.ts';
import { labelOf } from './form-labels.model.ts';
import { FormRules, type PlacedFinding } from './form-rules.ts';
import type { LaterChecks } from './later-checks.ts';
import type { PaperFiles } from '../internal/papers/paper-files.ts';
import type { personAid } from './people/person-aid.ts';
import { Press } from './press.ts';
import { ownElement } from './register-field.ts';

/** What the element gives: words of the moment, a way to ask for an update, and what to do when answers change. */
export interface SessionHost {
  readonly words: FieldMessages;
  readonly formWords: FormMessages;
  readonly language: string;
  readonly activePort: CounterPort | null;
  readonly checks: LaterChecks;
  requestUpdate(): void;
  answersChanged(): void;
  filesChanged(): void;
  saveNow(): void;
  announce(text: string): void;
}

/** What one form is made of. */
export interface SessionData {
  readonly procedure: ProcedureBrief;
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** Today in Vietnam. */
  readonly today: string;
}

/** The form as its templates see it, and as the controller drives it. */
export class FormSession implements FormView {
  site: Site | null = null;
  readonly procedure: ProcedureBrief;
  readonly definition: FormDefinition;
  readonly rules: FormRules;
  answers: Answers;
  files: PaperFiles | null = null;
  /** Where focus shall go after the next render. */
  focusPath: AnswerPath | null = null;
  readonly press = new Press();
  readonly #host: SessionHost;
  readonly #device: Device;
  readonly #kinds: Partial<Record<FieldKind, AnyTemplate | 'coming' | 'failed'>> = { ...READY_KINDS };
  readonly #marks = new Map<string, string>();
  readonly #left = new Set<AnswerPath>();
  /** What controls of the site's own have to say. */
  readonly #asked = new Map<AnswerPath, () => string | null>();
  #findings: readonly PlacedFinding[] = [];
  #steps: readonly Step[] | null = null;
  #drawsLater = false;
  #aid: typeof personAid | null = null;

  constructor(host: SessionHost, device: Device, data: SessionData) {
    this.#host = host;
    this.#device = device;
    this.procedure = data.procedure;
    this.definition = data.definition;
    this.answers = data.answers;
    this.rules = new FormRules(data.definition, data.today);
  }

  get language(): string {
    return this.#host.language;
  }
  get words(): FieldMessages {
    return this.#host.words;
  }
  get formWords(): FormMessages {
    return this.#host.formWords;
  }
  get port(): CounterPort | null {
    return this.#host.activePort;
  }
  /** Steps that are shown now, with their shown fields. */
  get steps(): readonly Step[] {
    return (this.#steps ??= this.rules.steps(this.answers));
  }

  say(text: LocalizedText | undefined): string {
    return say(text, this.#host.language);
  }

  value(path: AnswerPath): unknown {
    return readAt(this.answers, path);
  }

  set(path: AnswerPath, value: unknown): void {
    this.answers = writeAt(this.answers, path, value);
    this.#steps = null;
    // While somebody types, what is mended disappears; new complaints wait until the field is left.
    const at = this.rules.holderOf(path, this.answers);
    if (this.#findings.some((finding) => isWithin(finding.path, at))) {
      const still = this.#check(path);
      const holds = (old: PlacedFinding): boolean => still.some((one) => one.path === old.path && one.code === old.code);
      this.#findings = this.#findings.filter((old) => !isWithin(old.path, at) || holds(old));
    }
    this.#host.answersChanged();
    this.#host.requestUpdate();
  }

  typed(path: AnswerPath, value: unknown): void {
    // Parts and rows are drawn at once: their buttons hold the whole that they were drawn with.
    if (path.includes('/') || this.#findings.length > 0 || this.rules.isRead(path)) return this.set(path, value);
    this.answers = writeAt(this.answers, path, value);
    this.#host.answersChanged();
    if (this.#drawsLater) return;
    this.#drawsLater = true;
    afterPaint(() => {
      this.#drawsLater = false;
      this.#host.requestUpdate();
    });
  }

  leave(path: AnswerPath): void {
    this.#left.add(path);
    const at = this.rules.holderOf(path, this.answers);
    const fresh = [...this.#check(path).filter((one) => this.#wasLeft(one.path)), ...this.#complaints((own) => own === at)];
    this.#findings = [...this.#findings.filter((old) => !isWithin(old.path, at)), ...fresh];
    this.#host.requestUpdate();
  }

  #check(path: AnswerPath): readonly PlacedFinding[] {
    return this.#host.checks.run?.checkAnswer(this.rules, path, this.answers) ?? [];
  }

  /** Are the checks here? */
  get canCheck(): boolean {
    return this.#host.checks.run !== null;
  }

  /** Fetches the checks. What was left before they came is looked at then. */
  async fetchChecks(): Promise<void> {
    if (this.canCheck || !(await this.#host.checks.fetch())) return;
    for (const path of [...this.#left]) this.leave(path);
  }

  whenReleased(run: () => void): void {
    this.press.whenUp(run);
  }

  ownElement(control: string): string | undefined {
    return ownElement(control);
  }

  asks(path: AnswerPath, complaint: () => string | null): void {
    this.#asked.set(path, complaint);
  }

  #complaints(isMeant: (path: AnswerPath) => boolean): PlacedFinding[] {
    return [...this.#asked].filter(([path]) => isMeant(path)).flatMap(([path, complaint]) => {
      const field = this.rules.fieldAt(path, this.answers);
      const own = field !== null && this.isVisible(field, path) ? complaint() : null;
      return own === null ? [] : [{ path, level: 'error', code: 'own', params: { own } }];
    });
  }

  #wasLeft(path: AnswerPath): boolean {
    const names = path.split('/');
    return names.some((_, index) => this.#left.has(names.slice(0, index + 1).join('/')));
  }

  /** Checks whole steps and shows everything found; true when nothing stands in the way. */
  check(steps: readonly Step[]): boolean {
    const found = steps.flatMap((step) => [...(this.#host.checks.run?.checkStep(this.rules, step, this.answers) ?? []), ...this.#complaints((own) => step.fields.some(({ id }) => isWithin(own, id)))]);
    this.show(steps, found);
    return !found.some((finding) => finding.level === 'error');
  }

  /** Shows findings for the fields of these steps in place of earlier ones. */
  show(steps: readonly Step[], found: readonly PlacedFinding[]): void {
    const ids = new Set(steps.flatMap((step) => step.fields.map((field) => field.id)));
    for (const id of ids) this.#left.add(id);
    this.#findings = [...this.#findings.filter((old) => !ids.has(old.path.split('/')[0] ?? '')), ...found];
    this.#host.requestUpdate();
  }

  /** Errors on show in the fields of a step, in the order of its fields. */
  errorsOf(step: Step): readonly PlacedFinding[] {
    return step.fields.flatMap((field) => this.#findings.filter((one) => one.level === 'error' && isWithin(one.path, field.id)));
  }

  findings(path: AnswerPath): readonly PlacedFinding[] {
    return this.#findings.filter((finding) => finding.path === path);
  }

  findingsUnder(path: AnswerPath): readonly PlacedFinding[] {
    return this.#findings.filter((finding) => isWithin(finding.path, path));
  }

  sentence(finding: PlacedFinding): string {
    if (finding.code === 'own') return String(finding.params?.['own']);
    const { otherFinding, fill } = this.words;
    const { checks } = this.#host;
    const own = this.rules.fieldAt(finding.path, this.answers)?.messages?.[finding.code];
    const reason = String(finding.params?.['reason'] ?? '');
    const part = finding.path.slice(finding.path.lastIndexOf('/') + 1);
    const plain = checks.sentence(reason) ?? checks.sentence(`${finding.code}:${part}`) ?? checks.sentence(finding.code) ?? otherFinding[finding.level === 'error' ? 'error' : 'warning'];
    return fill(own ? this.say(own) : plain, finding.params);
  }

  label(path: AnswerPath): string {
    return labelOf(this.definition, this.answers, path, this.words, (text) => this.say(text));
  }

  isRequired(field: Field, path: AnswerPath): boolean {
    return this.rules.isRequired(field, path, this.answers);
  }
  isVisible(field: Field, path: AnswerPath): boolean {
    return this.rules.isVisible(field, path, this.answers);
  }
  options(field: FieldOf<'choice'>, path: AnswerPath): readonly Option[] {
    return this.rules.options(field, path, this.answers);
  }
  computed(field: FieldOf<'computed'>, path: AnswerPath): unknown {
    return this.rules.computed(field, path, this.answers);
  }

  render(field: Field, path: AnswerPath): TemplateResult {
    const template = this.#kinds[field.kind];
    if (typeof template === 'function') return (template as (view: FormView, field: Field, path: AnswerPath) => TemplateResult)(this, field, path);
    if (template === undefined) void this.#fetch(field.kind);
    if (template === 'failed') {
      const again = (): void => void this.#fetch(field.kind);
      return html`<p class="finding error" role="alert">
        ${this.say(field.label)}: ${this.formWords.partFailed}
        <button type="button" @click=${again}>${this.formWords.retry}</button>
      </p>`;
    }
    return html`<p class="muted">${this.say(field.label)}: ${this.words.loadingPart}</p>`;
  }

  aid(field: Field, path: AnswerPath): TemplateResult | typeof nothing {
    return this.#aid?.(this, path, field.kind === 'address' ? field : null) ?? nothing;
  }

  /** Fetches the help for persons; without it the form works all the same. */
  async fetchAids(): Promise<void> {
    try {
      this.#aid = (await import('./people/person-aid.ts')).personAid;
      this.#host.requestUpdate();
    } catch {
      this.#aid = null;
    }
  }

  /** Asks for the templates of kinds before a step needs them. */
  prefetch(kinds: Iterable<FieldKind>): void {
    for (const kind of kinds) if (this.#kinds[kind] === undefined) void this.#fetch(kind);
  }

  async #fetch(kind: FieldKind): Promise<void> {
    this.#kinds[kind] = 'coming';
    try {
      const load = LATER_KINDS[kind];
      if (load !== undefined) this.#kinds[kind] = await load();
    } catch {
      this.#kinds[kind] = 'failed';
    }
    this.#host.requestUpdate();
  }

  mark(key: string): string | undefined {
    return this.#marks.get(key);
  }

  setMark(key: string, value: string | undefined): void {
    if (value === undefined) this.#marks.delete(key);
    else this.#marks.set(key, value);
    this.#host.requestUpdate();
  }

  announce(text: string): void {
    this.#host.announce(text);
  }

  focusLater(path: AnswerPath): void {
    this.focusPath = path;
    this.#host.requestUpdate();
  }

  newId(): string {
    return newUuid(this.#device);
  }

  saveNow(): void {
    this.#host.saveNow();
  }

  /** Something about the files has changed: show it and keep it. */
  filesChanged(): void {
    this.#host.filesChanged();
    this.#host.requestUpdate();
  }
}

/** Is `path` the answer `outer` or a part of it? */
export function isWithin(path: AnswerPath, outer: AnswerPath): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}
