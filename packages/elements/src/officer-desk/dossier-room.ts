/**
 * The room of one dossier: the act that is chosen and what was typed for it, the open letter, and how all of it looks. Knows
 * the desk's controller; the element owns both.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { LetterKind } from '@motcua/contract/tracking';
import { allClaims } from '@motcua/domain/fees';
import { say } from '../localization/locale-controller.ts';
import type { DeskMessages } from '../localization/vi/desk.ts';
import { renderAct } from './act-form.ts';
import type { DeskController } from './desk.controller.ts';
import {
  actOf, actsOf, askables, cancellable, directionsOf, missingOf, nextAct, openingOf, NOTHING_TYPED, underWay, warningsOf, type ActName, type Missing, type Typed,
} from './desk.model.ts';
import { lastDone, renderAnswers, renderDeclarant, renderDelivery, renderFees, renderHistory, renderLetters, renderPapers, renderResults, type OpenLetter } from './dossier-parts.ts';

/** What the room needs of the element around it. */
export interface RoomSurroundings {
  readonly desk: DeskController;
  words(): DeskMessages;
  language(): string;
  /** Draws again; where the focus goes then. */
  changed(focus?: string): void;
  back(): void;
}

/** What was typed for an act. */
export interface UnfinishedAct {
  readonly dossierId: string;
  readonly act: ActName;
  readonly typed: Typed;
}

export class DossierRoom {
  /** Said once in the room or above the list. */
  said = '';
  #act: ActName | null = null;
  #typed: Typed = NOTHING_TYPED;
  /** The form as it opened: only what differs from it was typed. */
  #opening: Typed = NOTHING_TYPED;
  #missing: readonly Missing[] = [];
  #letter: OpenLetter | null = null;
  readonly #around: RoomSurroundings;

  constructor(around: RoomSurroundings) {
    this.#around = around;
  }

  /** Closes act and letter. */
  clear(): void {
    this.#act = null;
    this.#letter = null;
    this.#typed = this.#opening = NOTHING_TYPED;
    this.#missing = [];
    this.#around.changed();
  }

  /** One step back, as Escape means it: what was typed is not thrown away by one key. */
  escape(): void {
    if (this.#act === null) this.#around.back();
    else if (this.#typed === this.#opening) this.clear();
  }

  /** What would be lost if the session ended now; null when nothing was typed. */
  unfinished(): UnfinishedAct | null {
    const { dossier } = this.#around.desk;
    if (dossier === null || this.#act === null || this.#typed === this.#opening) return null;
    return { dossierId: dossier.dossierId, act: this.#act, typed: this.#typed };
  }

  /** Goes on with it; the act may have become impossible meanwhile, then the words are still there to be read. */
  async resume({ dossierId, act, typed }: UnfinishedAct): Promise<void> {
    const { desk } = this.#around;
    await desk.open(dossierId);
    const { dossier } = desk;
    if (dossier === null) return;
    this.#act = act;
    this.#opening = openingOf(act, dossier);
    this.#typed = typed;
    this.said = this.#around.words().resumed;
    this.#around.changed('#act-title');
  }

  #choose(name: ActName, dossier: OfficerDossier): void {
    this.#act = name;
    this.#typed = this.#opening = openingOf(name, dossier);
    this.#missing = [];
    this.said = '';
    this.#around.changed('#act-title');
  }

  async #send(dossier: OfficerDossier, name: ActName): Promise<void> {
    const { desk, words, changed } = this.#around;
    this.#missing = missingOf(name, this.#typed, warningsOf(dossier));
    if (this.#missing.length > 0) return changed('[aria-invalid="true"], #act-sure, fieldset input');
    if (!(await desk.act(actOf(name, this.#typed, dossier.version, askables(dossier, desk.definition))))) return;
    this.clear();
    this.said = words().done(words().act[name] ?? '');
    changed('#dossier');
  }

  #addResult = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file !== undefined && (await this.#around.desk.addResult(file))) this.said = this.#around.words().resultAdded;
    field.value = '';
    this.#around.changed();
  };

  #openLetter(kind: LetterKind): void {
    void import('../internal/letters/motcua-letter.ts').catch(() => undefined);
    this.#letter = this.#letter?.kind === kind ? null : { kind, load: () => this.#around.desk.letter(kind) };
    this.#around.changed();
  }

  #renderActs(dossier: OfficerDossier, words: DeskMessages): TemplateResult {
    const { desk } = this.#around;
    const acts = actsOf(dossier);
    const next = nextAct(acts, dossier.tracking.status);
    const name = this.#act;
    if (name === null) {
      return html`<section aria-labelledby="acts"><h3 id="acts">${words.acts}</h3>
        <p class="actions">${acts.map((one) => html`<button type="button" class=${one === next ? 'main' : ''} @click=${() => this.#choose(one, dossier)}>${words.act[one]}</button>`)}</p></section>`;
    }
    const directions = directionsOf(dossier);
    return renderAct({
      words, name, typed: this.#typed, askable: askables(dossier, desk.definition), warnings: warningsOf(dossier), missing: this.#missing, busy: desk.busy,
      claims: Object.fromEntries(allClaims(dossier.tracking.fees).map(({ exemptionId, label }) => [exemptionId, say(label, this.#around.language())])),
      directions, waybills: name === 'report-parcel' ? underWay(dossier) : cancellable(dossier), methods: ['counter', ...(directions.length > 0 ? ['postman'] : []), 'transfer', ...(dossier.tracking.status === 'payment-requested' ? [''] : [])],
      type: (change) => {
        this.#typed = { ...this.#typed, ...(typeof change === 'function' ? change(this.#typed) : change) };
        this.#around.changed();
      },
      send: () => void this.#send(dossier, name),
      cancel: () => this.clear(),
    });
  }

  render(dossier: OfficerDossier): TemplateResult {
    const { desk, words: wordsNow, language } = this.#around;
    const words = wordsNow();
    const { tracking } = dossier;
    const { trouble } = desk;
    return html`<p><button type="button" class="link" @click=${() => this.#around.back()}>← ${words.back}</button></p>
      <h3 id="dossier" tabindex="-1">${words.opened(tracking.dossierCode)}: ${words.status[tracking.status]}</h3>
      <p><strong>${tracking.applicantName}</strong> · ${tracking.procedure.name}</p>
      ${renderDeclarant(dossier, desk.definition, words)}
      ${tracking.workingDaysLeft === null ? nothing : html`<p>${words.daysLeft(tracking.workingDaysLeft)}</p>`}
      <p role="status">${this.said}</p>
      ${trouble === '' ? nothing : html`<p class="notice overdue" role="alert">${words[trouble]} ${trouble === 'conflict' ? lastDone(dossier, words) : ''}</p>`}
      ${warningsOf(dossier).map((one) => html`<p class="notice ${one}">${words.warnings[one] ?? one}</p>`)}
      ${this.#renderActs(dossier, words)} ${renderResults(dossier, words, this.#addResult)} ${renderLetters(dossier, words, this.#letter, (kind) => this.#openLetter(kind))}
      <div class="sides">
        <div class="side"><h3>${words.answers}</h3>${renderAnswers(dossier, desk.definition, words, language())}</div>
        <div class="side"><h3>${words.papers}</h3>${renderPapers(dossier, words, (uploadId) => desk.file(uploadId))} ${renderDelivery(dossier, words, desk.offices)} ${renderFees(dossier, words, language())} ${renderHistory(dossier, words)}</div>
      </div>`;
  }
}
