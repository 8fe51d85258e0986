/** The postal choice as a tag of its own: alone on a page, or slotted into a form. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeliveryChoice, PostalQuote } from '@motcua/contract/postal';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { consignmentNote, postalWays, type ConsignmentNote, type PostalWay } from '@motcua/domain/postal';
import { baseStyles } from '../internal/base-styles.ts';
import { consignmentNoteStyles, renderConsignmentNote } from '../internal/consignment-note/consignment-note.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { isComplete, lawMode, wayQuery, type KnownPerson, type ResultMode } from '../internal/postal-choice/postal-choice.model.ts';
import { printAlone } from '../internal/print-alone.ts';
import '../internal/postal-choice/motcua-postal-choice.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { commonVi, type CommonMessages } from '../localization/vi/common.ts';
import { postalVi, type PostalMessages } from '../localization/vi/postal.ts';
import { notesFor } from './postal-delivery.model.ts';

interface Words {
  common: CommonMessages;
  postal: PostalMessages;
}

const loadEnglish = async (): Promise<Words> => {
  const [common, postal] = await Promise.all([import('../localization/en/common.ts'), import('../localization/en/postal.ts')]);
  return { common: common.commonEn, postal: postal.postalEn };
};

/**
 * @summary How papers travel and how the result comes back, with transit time and consignment note.
 * @tag motcua-postal-delivery
 * @fires change - The choice changed; read `value`.
 * @slot - Shown until the element is ready.
 * @csspart consignment-note - The printable Phiếu gửi hồ sơ.
 */
export class PostalDeliveryElement extends MotcuaElement {
  static override styles = [baseStyles, consignmentNoteStyles];
  static override properties = {
    procedure: { type: String },
    dossierCode: { type: String, attribute: 'dossier-code' },
    name: { type: String },
    value: { attribute: false },
    applicant: { attribute: false },
    modes: { attribute: false },
    site: { state: true },
    sheet: { state: true },
    notes: { state: true },
    notice: { state: true },
  };

  /** Procedure code; names the procedure and its papers on the consignment note. */
  declare procedure: string;
  /** Code of a dossier that is already at the counter. */
  declare dossierCode: string;
  /** Name of the control inside a form of ours; never joins a form of the page. */
  declare name: string;
  /** The choice, null before anything is chosen. */
  declare value: DeliveryChoice | null;
  /** What is known of the person; fills name, phone and address. */
  declare applicant: KnownPerson;
  declare modes: readonly ResultMode[];
  declare protected site: Site | null;
  declare protected sheet: Procedure | null;
  declare protected notes: readonly ConsignmentNote[];
  declare protected notice: string;
  readonly #locale = new LocaleController<Words>(this, { vi: { common: commonVi, postal: postalVi }, load: { en: loadEnglish } });

  constructor() {
    super();
    this.procedure = '';
    this.dossierCode = '';
    this.name = 'delivery';
    this.value = null;
    this.applicant = {};
    this.modes = ['counter', 'post'];
    this.site = null;
    this.sheet = null;
    this.notes = [];
    this.notice = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  /** Complete enough to send. */
  checkValidity(): boolean {
    return this.value !== null && isComplete(this.value);
  }

  /** Like `checkValidity`, and puts the cursor where something is missing. */
  reportValidity(): boolean {
    if (this.checkValidity()) return true;
    this.renderRoot.querySelector<HTMLElement>('motcua-postal-choice')?.focus();
    return false;
  }

  /** Forgets the choice. */
  reset(): void {
    this.value = null;
    this.notes = [];
  }

  async #load(): Promise<void> {
    try {
      this.site = (await this.counter?.read.site()) ?? null;
      if (this.procedure !== '') this.sheet = (await this.counter?.read.procedure(this.procedure)) ?? null;
    } catch {
      // Without the site the choice still works; the note then waits for the next try.
      this.notice = this.#locale.words.common.loadFailed;
    }
  }

  #handleChange = (event: Event): void => {
    event.stopPropagation();
    this.value = (event.target as HTMLElement & { value: DeliveryChoice }).value;
    this.notes = [];
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #handleNote = async (): Promise<void> => {
    const { value, site } = this;
    const words = this.#locale.words;
    if (value === null || site === null || !this.reportValidity()) {
      this.notice = words.postal.noteIncomplete;
      return;
    }
    const { counter } = this;
    // Each note says what its own way costs and how long it takes.
    const asked = postalWays(value).map(async (way) => {
      const query = wayQuery(value, way);
      return [way, query === null || counter === null ? null : await counter.read.postalQuote(query).catch(() => null)] as const;
    });
    const quotes: Partial<Record<PostalWay, PostalQuote | null>> = Object.fromEntries(await Promise.all(asked));
    this.notice = '';
    this.notes = notesFor({ value, site, procedure: this.sheet, dossierCode: this.dossierCode, quotes }).map(consignmentNote);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#notes')?.focus();
  };

  /** The notes alone, on the half page of the post: the rest of the host's page stays off the paper. */
  #print = (): void => {
    printAlone(this.renderRoot as ShadowRoot, PostalDeliveryElement.elementStyles, 'vi', 'size:A5;margin:9mm 10mm');
  };

  protected override render(): TemplateResult {
    const { common, postal } = this.#locale.words;
    const counter = this.counter;
    if (counter === null) return html`<slot></slot><p class="root error" role="alert">${common.notSetUp}</p>`;
    const byPost = this.value !== null && lawMode(this.value) !== null;
    return html`<div class="root stack">
      <div class="stack no-print">
        <h2>${postal.title}</h2>
        <motcua-postal-choice .port=${counter} .value=${this.value} .modes=${this.modes} .applicant=${this.applicant} papers-by-post @change=${this.#handleChange}></motcua-postal-choice>
        <p role="status" class="error">${this.notice}</p>
        ${byPost ? html`<button type="button" @click=${this.#handleNote}>${postal.noteButton}</button>` : nothing}
      </div>
      <div id="notes" tabindex="-1" class="stack">
        ${this.notes.map((note) => renderConsignmentNote(note))}
        ${this.notes.length === 0 ? nothing : html`<button type="button" class="main no-print" @click=${this.#print}>${common.print}</button>`}
      </div>
    </div>`;
  }
}
