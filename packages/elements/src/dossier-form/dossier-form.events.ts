/** Events of the form. They carry ids and times, never answers. */

/** The dossier arrived. `trackingKey` is a secret of its holder: readable, but left out when the event is copied or logged. */
export class DossierSubmitEvent extends Event {
  static readonly type = 'motcua-dossier-submit';
  readonly dossierCode: string;
  readonly procedureCode: string;
  readonly #trackingKey: string;

  constructor(dossierCode: string, procedureCode: string, trackingKey: string) {
    super(DossierSubmitEvent.type, { bubbles: true, composed: true });
    this.dossierCode = dossierCode;
    this.procedureCode = procedureCode;
    this.#trackingKey = trackingKey;
  }

  get trackingKey(): string {
    return this.#trackingKey;
  }
}

/** The person wants out: `leave` (back to where they came from) or `track` (after the receipt). */
export class FormLeaveEvent extends Event {
  static readonly type = 'motcua-form-leave';
  readonly reason: 'leave' | 'track';
  readonly dossierCode: string | null;
  readonly #trackingKey: string | null;

  constructor(reason: 'leave' | 'track', dossierCode: string | null = null, trackingKey: string | null = null) {
    super(FormLeaveEvent.type, { bubbles: true, composed: true });
    this.reason = reason;
    this.dossierCode = dossierCode;
    this.#trackingKey = trackingKey;
  }

  get trackingKey(): string | null {
    return this.#trackingKey;
  }
}

/** The draft was written. `savedAt` in milliseconds since 1970. */
export class DraftSaveEvent extends Event {
  static readonly type = 'motcua-draft-save';
  readonly savedAt: number;

  constructor(savedAt: number) {
    super(DraftSaveEvent.type, { bubbles: true });
    this.savedAt = savedAt;
  }
}

declare global {
  interface HTMLElementEventMap {
    'motcua-dossier-submit': DossierSubmitEvent;
    'motcua-form-leave': FormLeaveEvent;
    'motcua-draft-save': DraftSaveEvent;
  }
}
