/** Private element: the proof of what arrived, for the screen and for paper. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Receipt, ReceivedPaper } from '@motcua/contract/dossier';
import type { FormDefinition } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import { partyOn, postalWays, postOfficeOn, postOfficeText, type PostalWay } from '@motcua/domain/postal';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { consignmentNoteStyles, renderConsignmentNote } from '../../internal/consignment-note/consignment-note.ts';
import { showInstant } from '../../internal/dates.ts';
import { dueReasonsStyles, renderDue } from '../../internal/due-reasons/due-reasons.ts';
import { claimTexts } from '../../internal/fee-claims/fee-claims.ts';
import { printAlone } from '../../internal/print-alone.ts';
import { LocaleController, say } from '../../localization/locale-controller.ts';
import { commonVi, type CommonMessages } from '../../localization/vi/common.ts';
import { dueVi, type DueMessages } from '../../localization/vi/due.ts';
import { receiptVi, type ReceiptMessages } from '../../localization/vi/receipt.ts';
import { FormLeaveEvent } from '../dossier-form.events.ts';
import { byteText } from '../../internal/papers/byte-text.ts';
import { consignmentNotes } from './consigned-papers.model.ts';
import { formReceiptStyles } from './form-receipt.styles.ts';
import { qrPicture } from '../../internal/qr/qr-picture.ts';

interface ReceiptWords extends ReceiptMessages {
  readonly common: CommonMessages;
  readonly dueWords: DueMessages;
}

const wordsEn = async (): Promise<ReceiptWords> => {
  const [receipt, common, due] = await Promise.all([
    import('../../localization/en/receipt.ts'), import('../../localization/en/common.ts'), import('../../localization/en/due.ts'),
  ]);
  return { ...receipt.receiptEn, common: common.commonEn, dueWords: due.dueEn };
};

export class FormReceiptElement extends LitElement {
  static override styles = [innerStyles, dueReasonsStyles, consignmentNoteStyles, formReceiptStyles];
  static override properties = {
    receipt: { attribute: false },
    definition: { attribute: false },
    port: { attribute: false },
    offices: { state: true },
    printForm: { attribute: false },
    copied: { state: true },
  };
  declare receipt: Receipt | null;
  /** The form that was sent; says how many originals of each paper travel by post. */
  declare definition: FormDefinition | null;
  /** Where the post offices of the site have their names from. */
  declare port: CounterPort | null;
  declare protected offices: Site['postOffices'];
  /** Prints the declaration that was sent; null when its answers are no longer here. */
  declare printForm: (() => void) | null;
  declare protected copied: 'code' | 'key' | 'failed' | '';
  readonly #locale = new LocaleController<ReceiptWords>(this, {
    vi: { ...receiptVi, common: commonVi, dueWords: dueVi },
    load: { en: wordsEn },
  });

  constructor() {
    super();
    this.receipt = null;
    this.definition = null;
    this.port = null;
    this.offices = [];
    this.printForm = null;
    this.copied = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('receipt') || changed.has('port')) void this.#loadOffices();
  }

  /** Only where one was chosen; without the list the receipt says that one was. */
  async #loadOffices(): Promise<void> {
    const { port, receipt } = this;
    const delivery = receipt?.delivery ?? null;
    if (port === null || delivery === null || !postalWays(delivery).some((way) => postOfficeOn(delivery, way))) return;
    this.offices = (await port.read.site().catch(() => null))?.postOffices ?? [];
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
  }

  async #copy(text: string, what: 'code' | 'key'): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = what;
    } catch {
      this.copied = 'failed';
    }
  }

  #track(receipt: Receipt): void {
    this.dispatchEvent(new FormLeaveEvent('track', receipt.dossierCode, receipt.trackingKey));
  }

  #print = (): void => {
    printAlone(this.renderRoot as ShadowRoot, FormReceiptElement.elementStyles, this.#locale.language);
  };

  #renderCode(label: string, value: string, what: 'code' | 'key'): TemplateResult {
    const words = this.#locale.words;
    return html`<div class="code">
      <p>${label}</p>
      <p class="big" part=${what}>${value}</p>
      <button type="button" class="no-print" @click=${() => void this.#copy(value, what)}>${words.copy}<span class="hidden-text"> ${label}</span></button>
    </div>`;
  }

  #renderPaper(paper: ReceivedPaper): TemplateResult {
    const words = this.#locale.words;
    return html`<li>
      <strong>${paper.name}</strong>
      ${paper.handInAtCounter ? html`<p>${words.handIn}</p>` : nothing}
      ${paper.files.map(
        (file) => html`<p>${file.name} · ${byteText(file.size)}</p>
          <details class="mark"><summary>${words.mark}: <code>${file.sha256.slice(0, 12)}</code></summary><p><code>${file.sha256}</code></p></details>`,
      )}
    </li>`;
  }

  #renderPapers(receipt: Receipt): TemplateResult {
    const words = this.#locale.words;
    const papers = receipt.papers.filter((paper) => paper.files.length > 0 || paper.handInAtCounter);
    return html`<section><h3>${words.papers}</h3>
      ${papers.length === 0 ? html`<p>${words.noPapers}</p>` : html`<ul class="papers">${papers.map((paper) => this.#renderPaper(paper))}</ul><p class="muted">${words.markHelp}</p>`}</section>`;
  }

  #renderFees(receipt: Receipt): TemplateResult {
    const { common, fees: title, feeUnknown, total } = this.#locale.words;
    const { lines, total: sum, complete } = receipt.fees;
    const amount = (dong: number | null): string => (dong === null ? feeUnknown : dong === 0 ? common.free : common.dong(dong));
    return html`<section><h3>${title}</h3>
      ${lines.length === 0 ? html`<p>${common.free}</p>` : html`<dl>${lines.map((line) => html`<div><dt>${say(line.label, this.#locale.language)}</dt><dd>${amount(line.amount)}</dd></div>`)}
        ${lines.length > 1 && complete ? html`<div><dt>${total}</dt><dd>${amount(sum)}</dd></div>` : nothing}</dl>`}${claimTexts(lines, this.#locale.language, common.dong).map((text) => html`<p>${text}</p>`)}</section>`;
  }

  #renderDelivery(receipt: Receipt): TemplateResult | typeof nothing {
    const words = this.#locale.words;
    const { delivery } = receipt;
    if (delivery === null) return nothing;
    const { resultBy, papersBy } = delivery;
    const end = (way: PostalWay): TemplateResult | typeof nothing => {
      const party = partyOn(delivery, way);
      if (party === undefined) return nothing;
      const office = postOfficeOn(delivery, way);
      if (office !== null) return html`: ${[words.atPostOffice(postOfficeText(office, this.offices), office !== ''), party.name, party.phone].filter(Boolean).join(', ')}`;
      return html`: ${[party.name, party.phone, party.address.detail, party.address.communeName, party.address.provinceName].filter(Boolean).join(', ')}`;
    };
    return html`<section><h3>${words.delivery}</h3>
      <p>${words.resultBy[resultBy]}${end('return')}</p>
      ${papersBy === undefined || papersBy === 'none' ? nothing : html`<p>${words.papersBy[papersBy]}${end('submit')}</p>`}</section>`;
  }

  protected override render(): TemplateResult {
    const { receipt } = this;
    const words = this.#locale.words;
    if (receipt === null) return html``;
    const notes = this.definition === null ? [] : consignmentNotes(receipt, this.definition, this.offices);
    const copied = this.copied === '' ? nothing : this.copied === 'failed' ? words.notCopied : words.copied;
    return html`<div class="receipt">
      <h2 tabindex="-1" class="heading">${words.title}</h2>
      <p class="no-print">${words.keep}</p>
      <div class="codes">
        <div class="stack">${this.#renderCode(words.code, receipt.dossierCode, 'code')} ${this.#renderCode(words.key, receipt.trackingKey, 'key')}</div>
        ${qrPicture(`${receipt.dossierCode}\n${receipt.trackingKey}`, words.qr)}
      </div>
      <p class="muted">${words.keyHint}</p>
      <p role="status" class="no-print">${copied}</p>
      <section><h3>${words.due}</h3>${renderDue(receipt.due, words.dueWords, true)}</section>
      <dl>
        <div><dt>${words.procedure}</dt><dd>${receipt.procedure.name} (${receipt.procedure.code})</dd></div>
        <div><dt>${words.applicant}</dt><dd>${receipt.applicantName}</dd></div>
        ${receipt.declarantName === undefined ? nothing : html`<div><dt>${words.declarant}</dt><dd>${receipt.declarantName}</dd></div>`}
        <div><dt>${words.sentAt}</dt><dd>${showInstant(receipt.submittedAt)}</dd></div>
        <div><dt>${words.unit}</dt><dd>${receipt.unit.name}, ${receipt.unit.address}</dd></div>
      </dl>
      ${this.#renderPapers(receipt)} ${this.#renderFees(receipt)} ${this.#renderDelivery(receipt)}
      ${receipt.unit.phone === undefined ? nothing : html`<p>${words.help(receipt.unit.phone)}</p>`}
      <div class="actions no-print">
        <button type="button" class="main" @click=${() => this.#track(receipt)}>${words.track}</button>
        <button type="button" @click=${this.#print}>${words.print}</button>
        ${this.printForm === null ? nothing : html`<button type="button" @click=${this.printForm}>${words.printForm}</button>`}
      </div>
      ${notes.length === 0 ? nothing : html`<h3 class="no-print">${words.note}</h3>`} ${notes.map((note) => renderConsignmentNote(note))}
    </div>`;
  }
}
