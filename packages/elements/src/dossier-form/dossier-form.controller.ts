/** Drives the form: loading, steps, summary. Drafts and sending have rooms of their own; rendering is the element's business. */
import type { ReactiveController } from 'lit';
import type { Answers } from '@motcua/contract/answers';
import type { Receipt } from '@motcua/contract/dossier';
import type { Step } from '@motcua/contract/form';
import { toLocalTime } from '@motcua/domain/calendar';
import { emptyAnswers } from '@motcua/domain/form';
import { afterPaint } from '../internal/after-paint.ts';
import type { Device } from '../internal/device.ts';
import { draftKey } from '../internal/drafts/draft-key.model.ts';
import type { DraftData, FoundDraft, HandedOver } from '../internal/drafts/draft.model.ts';
import { answersOf, closingOf, contentOf } from './draft-answers.ts';
import type { DraftKeeper } from './drafts/draft-keeper.ts';
import { FormDraft, type DraftCredentials } from './drafts/form-draft.ts';
import { doneMark, type FocusTarget, type FormHost, type FormUpdate, type Loaded, type Screen } from './form-host.ts';
import type { PlacedFinding } from './form-rules.ts';
import { FormSession } from './form-session.ts';
import { LaterParts } from './later-parts.ts';
import { readForm } from './read-form.ts';
import { questionsOf, screenOf, stepOfScreen } from './questions.model.ts';
import { SendingRoom } from './sending-room.ts';
import type { SendTrouble } from './sending.ts';

export class DossierFormController implements ReactiveController {
  screen: Screen = 'loading';
  loaded: Loaded | null = null;
  session: FormSession | null = null;
  /** The form is newer than the draft, and what that changed. */
  update: FormUpdate | null = null;
  /** What to say on the phone when the form could not be loaded; empty when nobody answered. */
  supportCode = '';
  stepId = '';
  /** Errors were asked for by «Tiếp tục»: the summary of errors is shown. */
  errorsOpen = false;
  focus: FocusTarget = null;
  /** To the counter or the national portal; kept with the draft. */
  handedOver: HandedOver = {};
  readonly draft: FormDraft;
  readonly #host: FormHost;
  readonly #room: SendingRoom;
  readonly #later: LaterParts;
  #returning = false;
  #loading = '';

  constructor(host: FormHost) {
    this.#host = host;
    this.draft = new FormDraft(host, () => contentOf(this, this.before), () => this.#lost());
    this.#room = new SendingRoom(host, this);
    this.#later = new LaterParts(host, this, () => this.#room.fetch());
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#handleHide);
    document.addEventListener('visibilitychange', this.#handleHide);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#handleHide);
    document.removeEventListener('visibilitychange', this.#handleHide);
    this.#room.rest();
    void this.keeper?.rest();
  }

  get keeper(): DraftKeeper | null {
    return this.draft.keeper;
  }
  get sending(): boolean {
    return this.#room.sending;
  }
  get trouble(): SendTrouble | null {
    return this.#room.trouble;
  }
  get receipt(): Receipt | null {
    return this.#room.receipt;
  }

  #handleHide = (event: Event): void => {
    if (event.type === 'pagehide') void this.keeper?.leave();
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
    const drafts = this.draft.open(key, this.#clear());
    try {
      const [loaded] = await Promise.all([readForm(port, code), drafts]);
      if (key !== this.#loading) return;
      this.loaded = loaded;
      this.show('start', null);
    } catch (error) {
      if (key !== this.#loading) return;
      this.supportCode = (error as { supportCode?: string | null }).supportCode ?? '';
      this.show('failed', null);
      return;
    }
    await this.#sendOn();
  }

  /** Reloaded in the middle of sending: it goes on by itself, and asks for the receipt first. */
  async #sendOn(): Promise<void> {
    const [waiting, ...others] = this.draft.found.filter(({ sending }) => sending === true);
    if (waiting !== undefined && others.length === 0) await this.goOn(waiting);
  }

  /** Another procedure on the same page: what was typed for the one before is written before it is let go. */
  #clear(): Promise<void> | undefined {
    const written = this.keeper?.rest();
    this.#leaveSession();
    this.loaded = null;
    this.#room.receipt = null;
    return written;
  }

  #leaveSession(): void {
    this.session?.files?.stop();
    this.session = null;
    this.#room.rest();
  }

  /** What the draft knew of files when it was opened. */
  before: Pick<DraftData, 'files' | 'lent'> = { files: [] };

  /** Begins afresh, beside whatever drafts there are. */
  begin(): void {
    if (this.loaded === null) return;
    this.#leaveSession();
    this.draft.begin();
    this.handedOver = {};
    this.update = null;
    this.#open(this.loaded, emptyAnswers(this.loaded.definition), { files: [] });
    this.#goTo('');
  }

  /** Goes on with a draft, on the step where it was left. `brought`: bytes that came with it out of a file. */
  async goOn(draft: DraftData | FoundDraft, brought?: ReadonlyMap<string, Blob>): Promise<void> {
    const { loaded } = this;
    if (loaded === null) return;
    // Back from the start screen of this very page: the form is still here.
    if (this.session !== null && draft.id === this.draft.credentials?.id && brought === undefined) return this.#resume(draft.stepId);
    this.#leaveSession();
    if (!(await this.draft.resume(draft, brought))) return;
    this.handedOver = draft.handedOver ?? {};
    const { answers, update } = await answersOf(draft, loaded, this.today);
    this.update = update;
    this.#open(loaded, answers, draft);
    if (draft.files.length > 0) await this.#later.files();
    await this.#resume(draft.stepId);
  }

  /** «Gửi tiếp»: to the button that sends, wherever in the form it was left, and on from there. */
  sendOn(draft: FoundDraft): Promise<void> {
    return this.goOn({ ...draft, stepId: 'summary' });
  }

  async #resume(stepId: string): Promise<void> {
    this.#goTo(stepId);
    if (stepId === 'summary' && this.draft.lostAnswer) await this.send();
  }

  /** Another page writes this draft now: nothing may be typed here that would be lost. */
  #lost(): void {
    this.#leaveSession();
    this.show('elsewhere', 'heading');
  }

  /** «Làm tiếp ở đây»: the other page writes what it has and lets go; its draft is read anew. */
  async takeOver(): Promise<void> {
    const { draft, keeper } = this;
    const id = draft.credentials?.id;
    if (keeper === null || !(await keeper.claim(true))) return;
    await draft.look();
    draft.credentials = null;
    const fresh = draft.found.find((one) => one.id === id);
    if (fresh === undefined) await this.toStart();
    else await this.goOn(fresh);
  }

  /** To the start screen, with what lies on the device now. */
  async toStart(): Promise<void> {
    await this.keeper?.autosave.flush();
    await this.draft.look();
    // Where nothing can be kept the form in work is still here, in memory.
    if (this.session !== null) this.draft.showCurrent();
    this.show('start', 'heading');
  }

  #open(loaded: Loaded, answers: Answers, before: Pick<DraftData, 'files' | 'lent'>): void {
    this.before = before;
    const session = new FormSession(this.#host, this.#host.device, { ...loaded, today: this.today, answers });
    this.session = session;
    afterPaint(() => this.session === session && this.#later.prefetch(session));
  }

  /** Where drafts of this form belong; null without a counter. */
  get place(): { gateway: string; unit: string; procedure: string } | null {
    const { activePort: port, procedure } = this.#host;
    return port === null || procedure === null ? null : { gateway: port.gateway, unit: port.unit, procedure };
  }

  get device(): Device {
    return this.#host.device;
  }

  /** Proves to the gateway whose draft this is. */
  get credentials(): DraftCredentials | null {
    return this.draft.credentials;
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
    return this.#room.isRight();
  }

  /** What the gateway found wrong lands at its fields. */
  showFindings(findings: readonly PlacedFinding[]): void {
    this.#room.showFindings(findings);
  }

  /** It is a dossier now, with this receipt: the draft is forgotten. */
  arrived(receipt: Receipt): Promise<void> {
    return this.#room.arrived(receipt);
  }

  /** Today in Vietnam. */
  get today(): string {
    return toLocalTime(new Date(this.#host.device.now()).toISOString()).date;
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
    if (session.canCheck) this.#pass(session, steps);
    // Quicker than the code that checks; where it does not come, the gateway is the one that checks.
    else void session.fetchChecks().then(() => this.session === session && this.screen === 'step' && this.#pass(session, steps));
  }

  #pass(session: FormSession, steps: readonly Step[]): void {
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
    this.#room.stop();
    if (this.#returning && this.screen === 'step') return this.#goTo('summary');
    if (this.screen === 'summary') return this.#goTo(steps[steps.length - 1]?.id ?? '');
    const before = this.stepId === '' ? undefined : steps[this.index - 1];
    if (before !== undefined) return this.#goTo(before.id);
    void this.toStart();
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
    this.stepId = toSummary ? stepId : screenOf(this.steps, stepId)?.id ?? '';
    this.show(toSummary ? 'summary' : 'step', 'heading');
    if (this.session !== null && stepId !== '') this.#later.ask(this.session);
    // Written at once: somebody who has just gone on is likely to be interrupted right here.
    this.keeper?.autosave.touch();
    void this.keeper?.autosave.flush();
  }

  /** Shows a screen; nothing that waited to be sent waits there. */
  show(screen: Screen, focus: FocusTarget): void {
    this.#room.rest();
    this.screen = screen;
    this.focus = focus;
    this.#host.requestUpdate();
  }

  /** Sends the dossier. A second press while it runs does nothing. */
  send(): Promise<void> {
    return this.#room.send();
  }

  /** Forgets the draft in work on this device and starts over. */
  async erase(): Promise<void> {
    const draft = this.receipt === null ? this.draft.snapshot() : null;
    this.#leaveSession();
    this.#room.receipt = null;
    await this.draft.erase();
    if (draft !== null) this.draft.forgetThere(draft);
    this.show('start', 'heading');
  }
}
