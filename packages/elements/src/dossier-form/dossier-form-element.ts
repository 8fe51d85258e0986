/** The form of one procedure, from the start screen to the receipt. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Receipt } from '@motcua/contract/dossier';
import type { Step } from '@motcua/contract/form';
import { afterPaint } from '../internal/after-paint.ts';
import { thisDevice, type Device } from '../internal/device.ts';
import { baseStyles } from '../internal/base-styles.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { readPageState } from '../internal/page-state.ts';
import { isPhonePage } from '../internal/phone/phone-address.ts';
import { LocaleController, say } from '../localization/locale-controller.ts';
import { commonVi, type CommonMessages } from '../localization/vi/common.ts';
import { fieldsVi, type FieldMessages } from '../localization/vi/fields.ts';
import { formVi, type FormMessages } from '../localization/vi/form.ts';
import type { CounterPort } from '../context/counter-port.ts';
import { DossierFormController } from './dossier-form.controller.ts';
import { DossierSubmitEvent, DraftSaveEvent, FormLeaveEvent } from './dossier-form.events.ts';
import { dossierFormStyles } from './dossier-form.styles.ts';
import { focusAnswer } from './focus-answer.ts';
import { doneMark, type FormHost } from './form-host.ts';
import type { HelperGuard } from './helper/helper-guard.ts';
import { LaterChecks } from './later-checks.ts';
import { isPageOfItsOwn, PageTitle } from './page-title.ts';
import { printForm } from './print-form.ts';
import type { TextSize } from './reading/reading-bar-element.ts';
import { elsewhereScreen, saveStatus } from './screens/save-status.ts';
import { registerField } from './register-field.ts';
import { startScreen } from './screens/start-screen.ts';
import { errorSummary, stepScreen, updateText } from './screens/step-screen.ts';
import type { summaryScreen, SummaryWords } from './summary/summary-screen.ts';

interface FormWords extends FormMessages {
  readonly fields: FieldMessages;
  readonly common: CommonMessages;
}

const formWordsEn = async (): Promise<FormWords> => {
  const [form, fields, common] = await Promise.all([
    import('../localization/en/form.ts'), import('../localization/en/fields.ts'), import('../localization/en/common.ts'),
  ]);
  return { ...form.formEn, fields: fields.fieldsEn, common: common.commonEn };
};

/**
 * @summary The form of one procedure: draft, steps, papers, summary, receipt.
 * @tag motcua-dossier-form
 * @fires change - An answer has changed and its field was left.
 * @fires {DossierSubmitEvent} motcua-dossier-submit - The dossier arrived.
 * @fires {FormLeaveEvent} motcua-form-leave - The person wants out, or to follow the dossier.
 * @fires {DraftSaveEvent} motcua-draft-save - The draft was written on this device.
 * @slot - Shown until the form is there.
 * @slot delivery - A control with `value` (a DeliveryChoice) and `change`, in place of the form's own postal choice.
 * @csspart root - The box of the form.
 * @csspart save-state - The line that says when the draft was saved.
 * @cssprop --motcua-color-accent - Colour of the main button.
 */
export class DossierFormElement extends MotcuaElement implements FormHost {
  static override styles = [baseStyles, dossierFormStyles];
  static override properties = {
    procedure: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    mode: { type: String },
    helper: { type: Boolean },
    spoken: { state: true },
    size: { state: true },
  };

  /** A control of your own for fields of kind `custom`: `customElements.get('motcua-dossier-form').registerField({ kind, element })`. */
  static readonly registerField = registerField;

  /** National code of the procedure (`1.001193`). */
  declare procedure: string | null;
  /** `light` (default), `dark` or `auto`. */
  declare theme: string;
  /**
   * How to go through. `step` (default): one step a screen. `page`: all steps on one page, for a counter.
   * `question`: one question a screen. `auto`: `question` on phones (up to 480 px), else `step`.
   */
  declare mode: 'step' | 'page' | 'question' | 'auto';
  /** Filling in for somebody else on a shared machine (khai hộ): nothing is kept. */
  declare helper: boolean;
  /** Clock and chance; tests give their own. */
  device: Device = thisDevice;
  /** What is wrong with answers, once the code for it is here. */
  readonly checks = new LaterChecks(this);
  declare protected spoken: string;
  declare protected size: TextSize;
  readonly #locale = new LocaleController<FormWords>(this, { vi: { ...formVi, fields: fieldsVi, common: commonVi }, load: { en: formWordsEn } });
  #guard: HelperGuard | null = null;
  readonly #title = new PageTitle();
  readonly #form = new DossierFormController(this);
  #summary: { screen: typeof summaryScreen; locale: LocaleController<SummaryWords> } | null = null;
  #fetching = false;
  /** Parts that arrive later and were asked for. */
  readonly #asked = new Set<string>();
  #summaryFailed = false;
  #changed = false;
  /** Opened on a phone by a code that a computer shows: another page altogether. */
  #phone = false;

  constructor() {
    super();
    this.procedure = null;
    this.theme = 'light';
    this.mode = 'step';
    this.helper = false;
    this.spoken = '';
    this.size = 'medium';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone = isPhonePage();
    if (this.#phone) void import('../internal/phone/motcua-phone-papers.ts');
    // Alone on a page: what a picker on another page handed over (`?motcua=1.000894.form`) is what the person chose.
    const state = this.getRootNode() === document ? readPageState(location.href) : null;
    if (state?.view === 'form') this.procedure = state.code;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#title.show(null);
  }

  get words(): FieldMessages {
    return this.#locale.words.fields;
  }
  get formWords(): FormMessages {
    return this.#locale.words;
  }
  get language(): string {
    return this.#locale.language;
  }
  get oneByOne(): boolean {
    return this.mode === 'question' || (this.mode === 'auto' && matchMedia('(max-width: 480px)').matches);
  }
  get activePort(): CounterPort | null {
    return this.counter;
  }

  answersChanged(): void {
    this.#changed = true;
    this.#form.keeper?.autosave.touch();
  }

  filesChanged(): void {
    this.#form.keeper?.autosave.touch();
  }

  saveNow(): void {
    void this.#form.keeper?.autosave.flush();
  }

  announce(text: string): void {
    this.spoken = text;
  }

  draftSaved(savedAt: number): void {
    this.dispatchEvent(new DraftSaveEvent(savedAt));
  }

  submitted(receipt: Receipt): void {
    this.dispatchEvent(new DossierSubmitEvent(receipt.dossierCode, receipt.procedure.code, receipt.trackingKey));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#phone) return;
    if (!this.hasUpdated || ['procedure', 'port', 'gateway', 'unit', 'helper'].some((name) => changed.has(name as never))) void this.#form.load();
    // While somebody fills in there may still be a line; at the summary there may be none.
    const wanted = this.#form.screen === 'step' || (this.#form.screen === 'summary' && !this.#summaryFailed);
    if (wanted && this.#summary === null) afterPaint(() => void this.#fetchSummary());
    if (this.helper && this.#guard === null) void this.#fetchGuard();
    if (this.#form.screen === 'receipt') void import('./receipt/motcua-form-receipt.ts');
  }

  async #fetchGuard(): Promise<void> {
    const { HelperGuard } = await import('./helper/helper-guard.ts');
    const form = this.#form;
    const isFilled = (): boolean => this.helper && (form.session !== null || form.receipt !== null);
    this.#guard ??= new HelperGuard(this, { now: () => this.device.now(), isFilled, wipe: () => void (isFilled() && form.erase()) });
    this.requestUpdate();
  }

  /** After the paint, and not again with each letter: what is here, or asked for, is not asked for once more. */
  #soon(part: string, fetch: () => Promise<unknown>): void {
    if (this.#asked.has(part)) return;
    this.#asked.add(part);
    // Where it did not come, the next render asks anew.
    afterPaint(() => void fetch().catch(() => this.#asked.delete(part)));
  }

  async #fetchSummary(): Promise<void> {
    if (this.#summary !== null || this.#fetching) return;
    this.#fetching = true;
    const loaded = await import('./summary/summary-screen.ts').catch(() => null);
    this.#fetching = false;
    if (loaded !== null) this.#summary ??= { screen: loaded.summaryScreen, locale: new LocaleController(this, loaded.summaryTable) };
    this.#summaryFailed = loaded === null;
    // Only where it is waited for: elsewhere the next step tries again.
    if (this.#form.screen === 'summary') this.requestUpdate();
  }

  protected override updated(): void {
    const { session, focus } = this.#form;
    this.#title.show(this.#titleOfScreen());
    if (session !== null && session.focusPath !== null && focusAnswer(this.renderRoot, session.focusPath)) session.focusPath = null;
    const target = focus === null ? null : this.renderRoot.querySelector<HTMLElement>(focus === 'errors' ? '.errors' : '.heading');
    if (target === null) return;
    this.#form.focus = null;
    target.focus();
  }

  #titleOfScreen(): string | null {
    const { screen, loaded, step, errorsOpen } = this.#form;
    const { stepTitle, screenTitles } = this.formWords;
    if (loaded === null || !isPageOfItsOwn(this)) return null;
    const name = say(loaded.procedure.plainName, this.language) || loaded.procedure.name;
    if (screen === 'summary' || screen === 'receipt') return `${screenTitles[screen]} – ${name}`;
    return screen === 'step' ? `${stepTitle(say(step?.title, this.language), errorsOpen)} – ${name}` : null;
  }

  #handleFocusOut = (): void => {
    if (!this.#changed) return;
    this.#changed = false;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  /** Leaves the box in work first, so that its value is tidied and checked like any other. */
  #next(steps: readonly Step[]): void {
    this.#form.session?.press.up();
    ((this.renderRoot as ShadowRoot).activeElement as HTMLElement | null)?.blur();
    this.#form.next(steps);
  }

  #leave = (): void => {
    void this.#form.keeper?.autosave.flush();
    this.dispatchEvent(new FormLeaveEvent('leave'));
  };

  #status(): TemplateResult {
    const form = this.#form;
    const { state } = form.draft;
    if (!this.helper) this.#soon('menu', () => import('./drafts/motcua-draft-menu.ts'));
    const menu = html`<motcua-draft-menu .form=${form} .state=${state} .stuck=${form.trouble !== null}></motcua-draft-menu>`;
    return saveStatus(this.formWords, state, this.helper ? html`` : menu);
  }

  #renderStart(): TemplateResult {
    const form = this.#form;
    if (form.loaded === null) return html``;
    const { procedure, definition } = form.loaded;
    this.#soon('list', () => import('./drafts/motcua-draft-list.ts'));
    return startScreen({
      words: this.formWords,
      procedure,
      definition,
      steps: definition.steps.filter((step) => step.when === undefined).length,
      drafts: html`<motcua-draft-list .form=${form} .found=${form.draft.found} .newer=${form.draft.newer}></motcua-draft-list>`,
      hasDrafts: form.draft.found.length > 0,
      earlier: form.keeper?.earlier ?? null,
      say: (text) => say(text, this.language),
      begin: () => form.begin(),
      leave: this.#leave,
    });
  }

  #renderStep(): TemplateResult {
    const form = this.#form;
    const { session, step } = form;
    if (session === null || step === null) return html``;
    const steps = this.mode === 'page' ? form.steps : [step];
    return stepScreen({
      session,
      steps,
      at: this.mode === 'page' ? 1 : form.index + 1,
      of: this.mode === 'page' ? 2 : form.steps.length + 1,
      oneByOne: this.oneByOne,
      uncover: this.helper && !form.errorsOpen && session.mark(doneMark(step)) !== undefined ? () => session.setMark(doneMark(step), undefined) : null,
      errorsOpen: form.errorsOpen,
      returning: form.returning,
      notice: form.update === null ? null : updateText(form.update, session),
      status: this.#status(),
      next: () => this.#next(steps),
      back: () => form.back(),
      focusAnswer: (path) => focusAnswer(this.renderRoot, path),
    });
  }

  #renderSummary(): TemplateResult {
    const form = this.#form;
    if (form.session === null) return html``;
    if (this.#summary === null && this.#summaryFailed) {
      return html`<p class="finding error" role="alert">${this.formWords.partFailed} <button type="button" @click=${() => void this.#fetchSummary()}>${this.formWords.retry}</button></p>`;
    }
    if (this.#summary === null) return html`<p class="muted">${this.#locale.words.common.loading}</p>`;
    const errors = form.errorsOpen && form.closing !== null ? errorSummary(form.session, [form.closing], (path) => focusAnswer(this.renderRoot, path)) : nothing;
    return this.#summary.screen({
      form,
      session: form.session,
      words: this.#summary.locale.words,
      today: form.today,
      common: this.#locale.words.common,
      now: this.device.now(),
      errors,
      status: this.#status(),
      covered: this.helper,
      print: () => void printForm(form),
      send: () => {
        if (!form.sending) void form.send();
      },
    });
  }

  /** Arrives after the first field: nobody waits for larger letters. */
  #renderBar(): TemplateResult {
    this.#soon('bar', () => import('./reading/motcua-reading-bar.ts'));
    const { screen, stepId } = this.#form;
    return html`<motcua-reading-bar .size=${this.size} .screen=${`${screen} ${stepId}`} .content=${this.renderRoot} .chosen=${(size: TextSize) => (this.size = size)}></motcua-reading-bar>`;
  }

  #renderScreen(): TemplateResult {
    const form = this.#form;
    switch (form.screen) {
      case 'start':
        return this.#renderStart();
      case 'step':
        return this.#renderStep();
      case 'summary':
        return this.#renderSummary();
      case 'elsewhere':
        return elsewhereScreen(this.formWords, () => void form.takeOver(), () => void form.toStart());
      default:
        return html`<motcua-form-receipt .receipt=${form.receipt} .definition=${form.loaded?.definition} .port=${this.counter} .printForm=${form.session === null ? null : () => void printForm(form)}></motcua-form-receipt>`;
    }
  }

  /** The page's own content stays until the form is there; what went wrong is said under it. */
  #renderWaiting(): TemplateResult {
    const { common } = this.#locale.words;
    if (this.counter === null) return html`<slot></slot><p class="statement warning">${common.notSetUp}</p>`;
    if (this.#form.screen === 'loading') return html`<slot><p class="muted">${common.loading}</p></slot>`;
    return html`<slot></slot>
      <div class="root stack" part="root" role="alert">
        <p>${navigator.onLine === false ? `${common.offline} ` : nothing}${common.loadFailed}</p>
        ${this.#form.supportCode === '' ? nothing : html`<p>${common.supportCode(this.#form.supportCode)}</p>`}
        <button type="button" @click=${() => void this.#form.load(true)}>${common.retry}</button>
      </div>`;
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    if (this.#phone && this.counter !== null) return html`<motcua-phone-papers .port=${this.counter} .device=${this.device}></motcua-phone-papers>`;
    if (this.counter === null || form.screen === 'loading' || form.screen === 'failed') return this.#renderWaiting();
    return html`<div class="root stack ${this.size}" part="root" @mousedown=${() => this.#form.session?.press.down()} @mouseup=${() => this.#form.session?.press.soon()} @focusout=${this.#handleFocusOut} @change=${this.#handleFocusOut}>
      ${this.#renderBar()} ${this.#guard?.render(this.formWords) ?? nothing} ${this.#renderScreen()}
      <p class="hidden-text" role="status">${this.spoken}</p>
    </div>`;
  }
}
