/** Private element: answers a supplement request in place. Only what the officer named opens; files go to a second draft. */
import '../../internal/papers/motcua-form-paper.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Answers, AnswerValue, PaperAnswer } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import type { LocalizedText } from '@motcua/contract/text';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { base64url, newUuid, thisDevice } from '../../internal/device.ts';
import type { PaperFiles, PaperSession, PaperView } from '../../internal/papers/paper-files.ts';
import { openUploads } from '../../internal/papers/upload-queue.ts';
import { LocaleController, say } from '../../localization/locale-controller.ts';
import { supplementVi, type SupplementMessages } from '../../localization/vi/supplement.ts';
import { renderBox } from './box.ts';
import { sendAnswer } from './send-answer.ts';
import { supplementStyles } from './supplement.styles.ts';
import { askedOf, mendsOf, messageOf, stillEmpty, type Mend } from './supplement.model.ts';

/** Answers live in memory alone: the files are at the gateway, and a key never lies on the device because of this screen. */
export class SupplementAnswerElement extends LitElement implements PaperView, PaperSession {
  static override styles = [innerStyles, supplementStyles];
  static override properties = {
    port: { attribute: false },
    credentials: { attribute: false },
    tracking: { attribute: false },
    done: { attribute: false },
    definition: { state: true },
    site: { state: true },
  };
  declare port: CounterPort | null;
  declare credentials: { code: string; key: string } | null;
  declare tracking: Tracking | null;
  /** Called with the fresh state of the dossier, or with null when it should be asked for again. */
  declare done: (tracking: Tracking | null) => void;
  declare protected definition: FormDefinition | null | undefined;
  declare site: Site | null;
  files: PaperFiles | null = null;
  readonly #locale = new LocaleController<SupplementMessages>(this, {
    vi: supplementVi,
    load: { en: () => import('../../localization/en/supplement.ts').then((module) => module.supplementEn) },
  });
  readonly #draft = { id: newUuid(thisDevice), secret: base64url(thisDevice.randomBytes(32)) };
  #answers: Answers = {};
  #explained: Record<string, string> = {};
  #typed: Record<string, string> = {};
  #words = '';
  #wrong: Record<string, string> = {};
  #trouble = '';
  #busy: 'no' | 'uploading' | 'sending' = 'no';
  #said = '';

  constructor() {
    super();
    this.port = null;
    this.credentials = null;
    this.tracking = null;
    this.done = () => undefined;
    this.definition = undefined;
    this.site = null;
  }

  get procedure(): { code: string } {
    return { code: this.tracking?.procedure.code ?? '' };
  }
  get #mends(): readonly Mend[] {
    return mendsOf(this.tracking?.supplement?.items ?? [], this.definition ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The draft is forgotten with this screen: a phone that still holds its code would send into nothing.
    if (this.files?.lent === true) void this.files.phone().then((desk) => desk.close(), () => undefined);
    this.files?.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('port') && this.port !== null) void this.#load(this.port);
  }

  /** A form that cannot be had leaves the papers: they need only their names. */
  async #load(port: CounterPort): Promise<void> {
    const [site, definition] = await Promise.all([port.read.site().catch(() => null), port.read.form(this.procedure.code).catch(() => null)]);
    this.site = site;
    this.definition = definition;
    if (site === null) return;
    const keeper = { saveFile: () => Promise.resolve(), store: null };
    this.files = openUploads({ session: this, limits: site.uploadLimits, keeper, credentials: this.#draft, device: thisDevice, kept: [], asked: () => askedOf(this.#mends) });
  }

  say(text: LocalizedText | undefined): string {
    return say(text, this.#locale.language);
  }
  value(path: string): unknown {
    return this.#answers[path];
  }
  set(path: string, value: unknown): void {
    this.#answers = { ...this.#answers, [path]: value as AnswerValue | undefined };
    delete this.#wrong[path];
    this.requestUpdate();
  }
  leave(): void {
    this.requestUpdate();
  }
  announce(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }
  saveNow(): void {
    // Nothing is kept on the device: what was picked is at the gateway, and the request can be opened again.
  }
  filesChanged(): void {
    this.requestUpdate();
  }

  #say(busy: 'no' | 'uploading' | 'sending', trouble = ''): void {
    this.#busy = busy;
    this.#trouble = trouble;
    this.requestUpdate();
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    const { port, credentials } = this;
    if (this.#busy !== 'no' || port === null || credentials === null) return;
    const words = this.#locale.words;
    const mends = this.#mends;
    this.#wrong = Object.fromEntries(stillEmpty(mends, this.#answers, this.#explained).map((path) => [path, words.empty]));
    if (Object.keys(this.#wrong).length > 0) return this.#complain(words.wrong);
    this.#say('uploading');
    if ((await this.files?.settled()) === 'failed') return this.#say('no', words.files);
    this.#say('sending');
    const input = { port, credentials, draft: this.#draft, procedureCode: this.procedure.code, answers: this.#answers, words: messageOf(mends, this.#explained, this.#words) };
    const result = await sendAnswer(input);
    if ('tracking' in result) return this.done(result.tracking);
    if (result.trouble === 'over') {
      this.done(null);
      return this.#say('no', words.over);
    }
    this.#wrong = Object.fromEntries(Object.entries(result.findings).map(([path, code]) => [path, this.#sentence(path, code)]));
    this.#complain([words[result.trouble], result.supportCode === null ? '' : words.support(result.supportCode)].filter(Boolean).join(' '));
  }

  #sentence(path: string, code: string): string {
    const words = this.#locale.words;
    const mend = this.#mends.find((one) => one.path === path);
    const own = mend?.way === 'box' ? mend.field.messages?.[code] : undefined;
    return own === undefined ? words.fill(words.findings[code] ?? words.otherFinding) : this.say(own);
  }

  #complain(trouble: string): void {
    this.#say('no', trouble);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .wrong motcua-form-paper')?.focus());
  }

  #renderControl(mend: Mend, id: string): TemplateResult {
    const { path } = mend;
    const words = this.#locale.words;
    const ties = { id, describedBy: `${id}-why ${id}-error`, invalid: this.#wrong[path] === undefined ? ('false' as const) : ('true' as const) };
    if (mend.way === 'paper') {
      return html`<motcua-form-paper .view=${this} .field=${mend.field} .path=${path} .files=${this.files?.of(path) ?? null}
        .handIn=${(this.#answers[path] as PaperAnswer | undefined)?.handInAtCounter === true}></motcua-form-paper>`;
    }
    if (mend.way === 'box') {
      return renderBox(mend.field, ties, words, { say: (text) => this.say(text), definition: this.definition ?? null, typed: this.#typed[path] ?? '', type: (typed, value) => {
        this.#typed[path] = typed;
        this.set(path, value);
      } });
    }
    return html`<label for=${id}>${words.explain}</label>
      <textarea id=${id} rows="3" maxlength="2000" aria-invalid=${ties.invalid} aria-describedby=${ties.describedBy}
        @input=${(event: Event) => { this.#explained[path] = (event.target as HTMLTextAreaElement).value; }}></textarea>`;
  }

  #renderMend(mend: Mend, index: number): TemplateResult {
    const { item, path } = mend;
    const words = this.#locale.words;
    const id = `mend-${index}`;
    const wrong = this.#wrong[path];
    const example = mend.way === 'words' ? '' : this.say(mend.field.example);
    return html`<fieldset class=${wrong === undefined ? '' : 'wrong'} aria-describedby="${id}-why ${id}-error">
      <legend>${item.label}</legend>
      <p id="${id}-why"><strong>${words.why[item.reason] ?? ''}</strong>${item.note === undefined ? nothing : html`: ${item.note}`}${mend.way === 'paper' ? html`. ${words.help[item.reason] ?? ''}` : nothing}</p>
      ${example === '' ? nothing : html`<p class="muted">${words.example(example)}</p>`}
      <p class="error" id="${id}-error">${wrong ?? ''}</p>
      ${this.#renderControl(mend, id)}
    </fieldset>`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    if (this.definition === undefined || this.site === null) return html`<slot></slot>`;
    const busy = this.#busy !== 'no';
    return html`<form class="stack no-print" novalidate @submit=${this.#send}>
      <h4>${words.title}</h4>
      <p>${words.intro}</p>
      ${this.#mends.map((mend, index) => this.#renderMend(mend, index))}
      <div><label for="words">${words.words}</label>
        <textarea id="words" rows="2" maxlength="2000" @input=${(event: Event) => { this.#words = (event.target as HTMLTextAreaElement).value; }}></textarea></div>
      <p class="error" role="alert">${this.#trouble}</p>
      <button type="submit" class="main" ?disabled=${busy}>${words.send}</button>
      <p role="status" class="muted">${busy ? (this.#busy === 'uploading' ? words.uploading : words.sending) : this.#said}</p>
    </form>`;
  }
}
