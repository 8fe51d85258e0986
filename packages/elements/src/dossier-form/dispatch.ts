/** Sending room of the form: one dossier at a time, tried again by itself, until its receipt is here. Loaded after the first field. */
import type { Receipt } from '@motcua/contract/dossier';
import type { Device } from '../internal/device.ts';
import type { FormDraft } from './drafts/form-draft.ts';
import type { FormSession } from './form-session.ts';
import type { PlacedFinding } from './form-rules.ts';
import { Outbox } from './outbox.ts';
import { sendDossier, type SendTrouble } from './sending.ts';

/** What the room needs of the form around it. `today` in Vietnam. */
export interface DispatchForm {
  readonly session: FormSession | null;
  readonly draft: FormDraft;
  readonly today: string;
  /** Everything is checked; wrong answers are shown, and false is given. */
  isRight(): boolean;
  showFindings(findings: readonly PlacedFinding[]): void;
  arrived(receipt: Receipt): Promise<void>;
  changed(): void;
}

/** Reasons that pass by themselves. */
const PASSING: readonly SendTrouble['kind'][] = ['network', 'office'];

export class Dispatch {
  sending = false;
  trouble: SendTrouble | null = null;
  readonly #form: DispatchForm;
  readonly #outbox: Outbox;
  #stopped = false;

  constructor(form: DispatchForm, device: Device) {
    this.#form = form;
    this.#outbox = new Outbox(device, () => void this.send());
  }

  /** Nothing waits any more: another screen, another form. */
  rest(): void {
    this.#outbox.clear();
    this.trouble = null;
  }

  /** The person went back: what has not left yet does not leave. */
  stop(): void {
    this.#stopped = true;
  }

  /** Sends the dossier. A second press while it runs does nothing. */
  async send(): Promise<void> {
    const { session, draft } = this.#form;
    const { keeper, credentials } = draft;
    if (session === null || credentials === null || this.sending || !this.#form.isRight()) return;
    this.sending = true;
    this.#stopped = false;
    this.trouble = null;
    this.#form.changed();
    try {
      const lostBefore = draft.lostAnswer;
      // Written before the first byte leaves: after a reload the receipt is asked for first.
      draft.lostAnswer = true;
      keeper?.autosave.touch();
      await keeper?.autosave.flush();
      const result = await sendDossier({ session, credentials, lostBefore, today: this.#form.today, stopped: () => this.#stopped });
      // Erased or replaced meanwhile: this answer is nobody's.
      if (draft.credentials?.id !== credentials.id) return;
      if ('receipt' in result) await this.#form.arrived(result.receipt);
      else this.#refused(result);
    } finally {
      this.sending = false;
      this.#form.changed();
    }
  }

  #refused({ trouble, findings = [] }: { trouble: SendTrouble; findings?: readonly PlacedFinding[] }): void {
    const { draft } = this.#form;
    draft.lostAnswer = trouble.unsure;
    if (trouble.kind === 'stopped') return;
    draft.keeper?.autosave.touch();
    if (findings.length > 0) this.#form.showFindings(findings);
    this.trouble = trouble;
    if (PASSING.includes(trouble.kind)) this.#outbox.queue();
    else this.#outbox.clear();
  }
}
