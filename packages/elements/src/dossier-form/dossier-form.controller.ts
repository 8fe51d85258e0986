/** Drives the form: loading, draft, steps, summary, sending. Rendering is the element's business. */
import type { ReactiveController } from 'lit';
import type { Answers } from '@motcua/contract/answers';
import type { Receipt } from '@motcua/contract/dossier';
import type { FieldKind, Step } from '@motcua/contract/form';
import { toLocalTime } from '@motcua/domain/calendar';
import { emptyAnswers } from '@motcua/domain/form';
import { base64url, newUuid } from '../internal/device.ts';
import { DraftKeeper } from './drafts/draft-keeper.ts';
import { draftKey, type DraftData, type HandedOver } from './drafts/draft.model.ts';
import { draftBeforeFirstField } from './drafts/first-visit.ts';
import { answersOf, closingOf, draftOf } from './draft-answers.ts';
import { doneMark, type FocusTarget, type FormHost, type FormUpdate, type Loaded, type Screen } from './form-host.ts';
import { FormSession } from './form-session.ts';
import type { PlacedFinding } from './form-rules.ts';
import { readForm } from './read-form.ts';
import { questionsOf, screenOf, stepOfScreen } from './questions.model.ts';
import { Outbox } from './outbox.ts';
import type { SendTrouble } from './sending.ts';

export class DossierFormController implements ReactiveController {
  screen: Screen = 'loading';
  loaded: Loaded | null = null;
  session: FormSession | null = null;
  /** A draft of this form that was found on the device. */
  found: DraftData | null = null;
  /** The form is newer than the draft, and what that changed. */
  update: FormUpdate | null = null;
  /** What to say on the phone when the form could not be loaded; empty when nobody answered. */
  supportCode = '';
  stepId = '';
  /** Errors were asked for by «Tiếp tục»: the summary of errors is shown. */
  errorsOpen = false;
  focus: FocusTarget = null;
  sending = false;
  trouble: SendTrouble | null = null;
  receipt: Receipt | null = null;
  keeper: DraftKeeper | null = null;
  /** To the counter or the national portal; kept with the draft. */
  handedOver: HandedOver = {};
  readonly #host: FormHost;
  readonly #outbox: Outbox;
  #credentials: { id: string; secret: string } | null = null;
  #returning = false;
  #stopped = false;
  #lostAnswer = false;
  #loading = '';

  constructor(host: FormHost) {
    this.#host = host;
    this.#outbox = new Outbox(host.device, () => void this.send());
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#handleHide);
    document.addEventListener('visibilitychange', this.#handleHide);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#handleHide);
    document.removeEventListener('visibilitychange', this.#handleHide);
    this.#outbox.clear();
    void this.keeper?.rest();
  }

  #handleHide = (event: Event): void => {
    if (event.type === 'pagehide') void this.keeper?.rest();
    else if (document.visibilityState === 'hidden') void this.keeper?.autosave.flush();
  };

  /** Loads the form when counter or procedure have changed. */
  async load(again = false): Promise<void> {
    const { activePort: port, procedure: code } = this.#host;
    if (port === null || code === null || code === '') return;
    const key = draftKey(port.gateway, port.unit, code);
    if (key === this.#loading && !again) return;
    this.#loading = key;
    this.screen = 'loading';
    const keeper = this.#makeKeeper(key, this.#clear());
    try {
      const [loaded, found] = await Promise.all([readForm(port, code), draftBeforeFirstField(keeper)]);
      if (key !== this.#loading) return;
      this.loaded = loaded;
      this.found = found;
      this.#show('start', null);
    } catch (error) {
      if (key !== this.#loading) return;
      this.supportCode = (error as { supportCode?: string | null }).supportCode ?? '';
      this.#show('failed', null);
    }
  }

  /** Another procedure on the same page: what was typed for the one before is written before it is let go. */
  #clear(): Promise<void> | undefined {
    const written = this.keeper?.rest();
    this.session?.files?.stop();
    this.session = null;
    this.loaded = null;
    this.found = null;
    this.receipt = null;
    this.trouble = null;
    return written;
  }

  #makeKeeper(key: string, after: Promise<void> | undefined): DraftKeeper {
    const keeper: DraftKeeper = new DraftKeeper({
      device: this.#host.device,
      key,
      after,
      helper: this.#host.helper,
      // A write that was still waiting must not find the form of another procedure.
      snapshot: () => (this.keeper === keeper ? this.#snapshot() : null),
      changed: (state) => {
        if (state.kind === 'saved') this.#host.draftSaved(state.savedAt);
        this.#host.requestUpdate();
      },
    });
    this.keeper = keeper;
    return keeper;
  }

  #snapshot(): DraftData | null {
    return this.#credentials === null ? null : draftOf(this, this.#credentials, { sending: this.#lostAnswer, savedAt: this.#host.device.now() });
  }

  /** Begins afresh; what was there before is forgotten. */
  async begin(): Promise<void> {
    if (this.loaded === null) return;
    this.session?.files?.stop();
    this.found = null;
    await this.keeper?.erase();
    const { device } = this.#host;
    // Made before the first byte travels, and kept: it is the idempotency key of this dossier for ever.
    this.#credentials = { id: newUuid(device), secret: base64url(device.randomBytes(32)) };
    this.#lostAnswer = false;
    this.handedOver = {};
    this.update = null;
    this.#open(this.loaded, emptyAnswers(this.loaded.definition));
    this.#goTo('');
  }

  /** Goes on with the draft that was found, on the step where it was left. */
  async goOn(): Promise<void> {
    const { found, loaded } = this;
    if (found === null || loaded === null) return;
    // Back from the start screen of this very page: the form is still here.
    if (this.session !== null && found.id === this.#credentials?.id) return this.#goTo(found.stepId);
    this.#credentials = { id: found.id, secret: found.secret };
    this.#lostAnswer = found.sending ?? false;
    this.handedOver = found.handedOver ?? {};
    const { answers, update } = await answersOf(found, loaded, this.today);
    this.update = update;
    this.#open(loaded, answers);
    if (found.files.length > 0) await this.loadFiles(found);
    this.#goTo(found.stepId);
    // Reloaded in the middle of sending: it goes on by itself, and asks for the receipt first.
    if (found.stepId === 'summary' && this.#lostAnswer) await this.send();
  }

  #open(loaded: Loaded, answers: Answers): void {
    this.session = new FormSession(this.#host, this.#host.device, { ...loaded, today: this.today, answers });
    this.#prefetch(this.session);
  }

  /** Proves to the gateway whose draft this is. */
  get credentials(): { readonly id: string; readonly secret: string } | null {
    return this.#credentials;
  }

  /** Remembers where it was handed over to, with the draft. */
  handOver(to: HandedOver): void {
    this.handedOver = to;
    this.keeper?.autosave.touch();
    this.#host.saveNow();
    this.#host.requestUpdate();
  }

  /** Is everything right? Else the first step that is not is shown. */
  isRight(): boolean {
    const isRight = this.session?.check(this.session.steps) === true;
    if (!isRight) this.#showWrong();
    return isRight;
  }

  /** Today in Vietnam. */
  get today(): string {
    return toLocalTime(new Date(this.#host.device.now()).toISOString()).date;
  }

  #prefetch(session: FormSession): void {
    session.prefetch(new Set<FieldKind>(session.definition.steps.flatMap((step) => step.fields.map((field) => field.kind))));
    const hasPapers = session.definition.steps.some((step) => step.fields.some((field) => field.kind === 'paper'));
    if (hasPapers) void this.loadFiles(this.found);
    void session.fetchAids();
  }

  /** Loads the code for files and what the draft knows of them. */
  async loadFiles(draft: DraftData | null): Promise<void> {
    const { session, keeper } = this;
    if (session === null || keeper === null || this.#credentials === null || session.files !== null) return;
    const { askedPapers, openUploads, savesData } = await import('../internal/papers/upload-queue.ts');
    if (this.session !== session || session.files !== null) return;
    session.files = openUploads({ session, keeper, credentials: this.#credentials, device: this.#host.device, kept: draft?.files ?? [], saveData: savesData(), lent: draft?.lent === true, stays: session.procedure.submission === 'national-portal', asked: () => askedPapers(session) });
    this.#host.requestUpdate();
  }

  /** Steps to go through; a last step of nothing but declarations and consent is part of the summary. */
  get steps(): readonly Step[] {
    const steps = this.session?.steps ?? [];
    const shown = this.closing === null ? steps : steps.slice(0, -1);
    return this.#host.oneByOne ? questionsOf(shown) : shown;
  }

  get closing(): Step | null {
    return closingOf(this.session?.steps ?? []);
  }

  get index(): number {
    return Math.max(0, this.steps.findIndex((step) => step.id === this.stepId));
  }

  get step(): Step | null {
    return this.steps[this.index] ?? null;
  }

  /** Forward, when nothing in the step stands in the way. `steps`: the ones on the screen. */
  next(steps: readonly Step[]): void {
    const { session } = this;
    if (session === null) return;
    if (!session.check(steps)) {
      this.errorsOpen = true;
      this.focus = 'errors';
      this.#host.requestUpdate();
      return;
    }
    for (const step of steps) session.setMark(doneMark(step), 'done');
    const last = steps[steps.length - 1];
    const after = this.steps[this.steps.findIndex((step) => step.id === last?.id) + 1];
    // Back to the summary after a whole step, even where it takes several screens.
    const isSameStep = after !== undefined && stepOfScreen(after.id) === stepOfScreen(last?.id ?? '');
    const staysAway = this.#returning && isSameStep;
    this.#goTo(after === undefined || (this.#returning && !isSameStep) ? 'summary' : after.id);
    this.#returning = staysAway;
  }

  /** Back is always safe: nothing is checked, nothing is lost. */
  back(): void {
    const { steps } = this;
    this.#stopped = true;
    if (this.#returning && this.screen === 'step') return this.#goTo('summary');
    if (this.screen === 'summary') return this.#goTo(steps[steps.length - 1]?.id ?? '');
    const before = this.stepId === '' ? undefined : steps[this.index - 1];
    if (before !== undefined) return this.#goTo(before.id);
    this.found = this.#snapshot();
    void this.keeper?.autosave.flush();
    this.#show('start', 'heading');
  }

  /** From the summary to one step and back again. */
  edit(stepId: string, path: string | null = null): void {
    this.#goTo(stepId);
    this.#returning = true;
    if (this.step !== null) this.session?.setMark(doneMark(this.step), undefined);
    if (path !== null && this.session !== null) {
      this.session.focusPath = path;
      this.focus = null;
    }
  }

  get returning(): boolean {
    return this.#returning;
  }

  #goTo(stepId: string): void {
    const toSummary = stepId === 'summary' || this.steps.length === 0;
    this.#returning = false;
    this.errorsOpen = false;
    this.trouble = null;
    this.stepId = toSummary ? stepId : screenOf(this.steps, stepId)?.id ?? '';
    this.#show(toSummary ? 'summary' : 'step', 'heading');
    // Written at once: somebody who has just gone on is likely to be interrupted right here.
    this.keeper?.autosave.touch();
    void this.keeper?.autosave.flush();
  }

  #show(screen: Screen, focus: FocusTarget): void {
    this.#outbox.clear();
    this.screen = screen;
    this.focus = focus;
    this.#host.requestUpdate();
  }

  /** Sends the dossier. A second press while it runs does nothing. */
  async send(): Promise<void> {
    const { session, keeper } = this;
    if (session === null || keeper === null || this.#credentials === null || this.sending || this.receipt !== null || !this.isRight()) return;
    this.sending = true;
    this.#stopped = false;
    this.trouble = null;
    this.#host.requestUpdate();
    try {
      const { sendDossier } = await import('./sending.ts');
      const lostBefore = this.#lostAnswer;
      // Written before the first byte leaves: after a reload the receipt is asked for first.
      this.#lostAnswer = true;
      keeper.autosave.touch();
      await keeper.autosave.flush();
      const result = await sendDossier({ session, credentials: this.#credentials, lostBefore, today: this.today, stopped: () => this.#stopped });
      if ('receipt' in result) await this.arrived(result.receipt);
      else this.#refused(result);
    } finally {
      this.sending = false;
      this.#host.requestUpdate();
    }
  }

  #showWrong(): void {
    const wrong = [...this.steps, ...(this.closing === null ? [] : [this.closing])].find((step) => (this.session?.errorsOf(step).length ?? 0) > 0);
    if (wrong !== undefined && wrong.id !== this.closing?.id) this.edit(wrong.id);
    this.errorsOpen = true;
    this.focus = 'errors';
    this.#host.requestUpdate();
  }

  /** What the gateway found wrong lands at its fields. */
  showFindings(findings: readonly PlacedFinding[]): void {
    this.session?.show(this.session.steps, findings);
    this.#showWrong();
  }

  #refused(result: { trouble: SendTrouble; findings?: readonly PlacedFinding[] }): void {
    this.#lostAnswer = result.trouble.unsure;
    if (result.trouble.kind === 'stopped') return;
    this.keeper?.autosave.touch();
    if (result.findings !== undefined && result.findings.length > 0) this.showFindings(result.findings);
    this.trouble = result.trouble;
    if (result.trouble.kind === 'network') this.#outbox.queue();
    else this.#outbox.clear();
  }

  /** It is a dossier now, with this receipt: the draft is forgotten. */
  async arrived(receipt: Receipt): Promise<void> {
    this.receipt = receipt;
    this.keeper?.rememberSent();
    this.found = null;
    this.#credentials = null;
    this.session?.files?.stop();
    await this.keeper?.erase();
    this.#show('receipt', 'heading');
    this.#host.submitted(receipt);
  }

  /** Forgets everything on this device and starts over. */
  async erase(): Promise<void> {
    this.session?.files?.stop();
    this.session = null;
    this.#credentials = null;
    this.found = null;
    this.receipt = null;
    await this.keeper?.erase();
    this.#show('start', 'heading');
  }
}
