/** The sending room of the form, before its code is here: what was sent, what stands in the way, and where to mend it. */
import type { Receipt } from '@motcua/contract/dossier';
import type { Dispatch, DispatchForm } from './dispatch.ts';
import type { DossierFormController } from './dossier-form.controller.ts';
import type { FormDraft } from './drafts/form-draft.ts';
import type { FormHost } from './form-host.ts';
import type { PlacedFinding } from './form-rules.ts';
import type { FormSession } from './form-session.ts';
import type { SendTrouble } from './sending.ts';

export class SendingRoom implements DispatchForm {
  receipt: Receipt | null = null;
  readonly #host: FormHost;
  readonly #form: DossierFormController;
  #dispatch: Dispatch | null = null;
  /** The code that sends could not be fetched. */
  #missing = false;

  constructor(host: FormHost, form: DossierFormController) {
    this.#host = host;
    this.#form = form;
  }

  get session(): FormSession | null {
    return this.#form.session;
  }
  get draft(): FormDraft {
    return this.#form.draft;
  }
  get today(): string {
    return this.#form.today;
  }
  get sending(): boolean {
    return this.#dispatch?.sending ?? false;
  }
  get trouble(): SendTrouble | null {
    return this.#missing ? { kind: 'network', unsure: this.draft.lostAnswer, supportCode: null } : (this.#dispatch?.trouble ?? null);
  }

  /** Nothing waits any more: another screen, another form. */
  rest(): void {
    this.#dispatch?.rest();
    this.#missing = false;
  }

  /** The person went back: what has not left yet does not leave. */
  stop(): void {
    this.#dispatch?.stop();
  }

  /** Sends the dossier. A second press while it runs does nothing. */
  async send(): Promise<void> {
    if (this.receipt !== null) return;
    const dispatch = await this.fetch();
    this.#missing = dispatch === null;
    this.changed();
    await dispatch?.send();
  }

  /** Fetches the code that sends; null when there is no line. */
  async fetch(): Promise<Dispatch | null> {
    try {
      const { Dispatch } = await import('./dispatch.ts');
      return (this.#dispatch ??= new Dispatch(this, this.#host.device));
    } catch {
      return null;
    }
  }

  changed(): void {
    this.#host.requestUpdate();
  }

  isRight(): boolean {
    const { session } = this;
    const isRight = session !== null && this.receipt === null && session.check(session.steps);
    if (!isRight) this.#toWrong();
    return isRight;
  }

  showFindings(findings: readonly PlacedFinding[]): void {
    const { session } = this;
    session?.show(session.steps, findings);
    this.#toWrong();
  }

  #toWrong(): void {
    const { steps, closing, session } = this.#form;
    const wrong = [...steps, ...(closing === null ? [] : [closing])].find((step) => (session?.errorsOf(step).length ?? 0) > 0);
    if (wrong !== undefined && wrong.id !== closing?.id) this.#form.edit(wrong.id);
    this.#form.errorsOpen = true;
    this.#form.focus = 'errors';
    this.changed();
  }

  async arrived(receipt: Receipt): Promise<void> {
    this.receipt = receipt;
    this.draft.keeper?.rememberSent();
    this.session?.files?.stop();
    await this.draft.erase();
    this.#form.show('receipt', 'heading');
    this.#host.submitted(receipt);
  }
}
