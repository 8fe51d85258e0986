/** Private element: keeps the dossier for the counter and shows the code that opens it there. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { innerStyles } from '../../internal/base-styles.ts';
import { atOffice, showDate } from '../../internal/dates.ts';
import { partStyles } from '../../internal/part.styles.ts';
import { qrPicture } from '../../internal/qr/qr-picture.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import type { DossierFormController } from '../dossier-form.controller.ts';
import type { SendTrouble } from '../sending.ts';
import { handOverStyles } from './hand-over.styles.ts';
import { handOverTable, type HandOverWords } from './hand-over-words.ts';

type State = 'still' | 'working' | 'renewed' | 'gone' | 'asking';

export class CounterHandOverElement extends LitElement {
  static override styles = [innerStyles, partStyles, handOverStyles];
  static override properties = {
    form: { attribute: false },
    code: { attribute: false },
    print: { attribute: false },
    state: { state: true },
    trouble: { state: true },
    opened: { state: true },
  };
  declare form: DossierFormController | null;
  /** The code under which it waits; null: not prepared. Given apart, so that a new one is drawn. */
  declare code: string | null;
  /** Prints the declaration, with the code once there is one. */
  declare print: () => void;
  declare protected state: State;
  declare protected trouble: SendTrouble | null;
  /** Code of the dossier that it became at the counter. */
  declare protected opened: string | null;
  readonly #locale = new LocaleController<HandOverWords>(this, handOverTable);
  #asked = false;

  constructor() {
    super();
    this.form = null;
    this.code = null;
    this.print = () => undefined;
    this.state = 'still';
    this.trouble = null;
    this.opened = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Found again with its draft: it may have been opened at the counter since, or be over.
    if (!this.#asked && this.form !== null && this.code !== null) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asked = true;
    const { credentials = null, session } = this.form ?? {};
    if (credentials === null) return;
    try {
      const client = await session?.port?.client();
      const found = await client?.dossiers.prepared(credentials);
      if (found?.state === 'opened') this.opened = found.dossierCode ?? '';
    } catch (error) {
      // Without a line the code stands as it was: the counter knows better than this page.
      if ((error as { code?: string }).code === 'prepared-not-found') this.#forget('gone');
    }
  }

  #forget(state: State): void {
    const { form } = this;
    const { prepared: _prepared, ...rest } = form?.handedOver ?? {};
    form?.handOver(rest);
    this.state = state;
  }

  async #keep(): Promise<void> {
    const { form, state } = this;
    if (form === null || state === 'working' || form.credentials === null || form.session === null || !form.isRight()) return;
    this.#asked = true;
    const before = this.code;
    this.state = 'working';
    this.trouble = null;
    const { prepareDossier } = await import('./prepare.ts');
    const result = await prepareDossier(form.session, form.credentials, form.today);
    this.state = 'still';
    if ('trouble' in result) {
      this.trouble = result.trouble;
      if (result.findings !== undefined && result.findings.length > 0) form.showFindings(result.findings);
      return;
    }
    const { code, expiresAt } = result.prepared;
    form.handOver({ ...form.handedOver, prepared: { code, expiresAt } });
    this.state = before === code ? 'renewed' : 'still';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
  }

  async #withdraw(): Promise<void> {
    const { form } = this;
    if (form?.credentials == null) return;
    this.trouble = null;
    try {
      const client = await form.session?.port?.client();
      await client?.dossiers.withdraw(form.credentials);
      this.#forget('still');
    } catch (error) {
      const { code, supportCode = null } = error as { code?: string; supportCode?: string | null };
      this.state = 'still';
      if (code === 'prepared-not-found') return this.#forget('gone');
      if (code === 'draft-already-submitted') return this.#ask();
      this.trouble = { kind: code === 'network' || code === 'timeout' ? 'network' : 'refused', unsure: false, supportCode };
    }
  }

  async #showReceipt(): Promise<void> {
    const { form } = this;
    if (form?.credentials == null) return;
    try {
      const client = await form.session?.port?.client();
      if (client !== undefined) await form.arrived(await client.dossiers.receipt(form.credentials));
    } catch (error) {
      this.trouble = { kind: 'network', unsure: false, supportCode: (error as { supportCode?: string | null }).supportCode ?? null };
    }
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    const { trouble } = this;
    if (trouble === null || trouble.kind === 'stopped') return nothing;
    const { summary, common } = this.#locale.words;
    const text = trouble.kind === 'network' ? common.loadFailed : summary.troubles[trouble.kind];
    return html`<div class="warning" role="alert"><p>${text}</p>${trouble.supportCode === null ? nothing : html`<p>${common.supportCode(trouble.supportCode)}</p>`}</div>`;
  }

  #renderEmpty(): TemplateResult {
    const words = this.#locale.words.counter;
    const isWorking = this.state === 'working';
    return html`<p>${words.explain}</p>
      ${this.state === 'gone' ? html`<p class="warning" role="status">${words.gone}</p>` : nothing}
      <p role="status">${isWorking ? words.keeping : nothing}</p>
      <div class="actions">
        <button type="button" class="main" aria-disabled=${isWorking ? 'true' : 'false'} @click=${() => void this.#keep()}>${words.keep}</button>
        <button type="button" class="link" @click=${() => this.print()}>${words.printOnly}</button>
      </div>`;
  }

  #renderReady(code: string): TemplateResult {
    const words = this.#locale.words.counter;
    const until = this.form?.handedOver.prepared?.expiresAt;
    const status = this.state === 'working' ? words.keeping : this.state === 'renewed' ? words.renewed : nothing;
    return html`<div class="box">
      <h3 tabindex="-1" class="heading">${words.ready}</h3>
      <p>${words.code}</p>
      <p class="code">${code}</p>
      ${qrPicture(code, words.code)}
      ${until === undefined ? nothing : html`<p>${words.until(showDate(atOffice(until).date))}</p>`}
      <p>${words.bring}</p>
      <p role="status">${status}</p>
      <div class="actions">
        <button type="button" class="main" @click=${() => this.print()}>${words.print}</button>
        <button type="button" @click=${() => void this.#keep()}>${words.renew}</button>
        <button type="button" class="link" @click=${() => (this.state = 'asking')}>${words.withdraw}</button>
      </div>
      ${this.state === 'asking' ? this.#renderAsking() : nothing}
    </div>`;
  }

  #renderAsking(): TemplateResult {
    const words = this.#locale.words.counter;
    return html`<div class="warning" role="alert">
      <p>${words.withdrawSure}</p>
      <div class="actions">
        <button type="button" @click=${() => void this.#withdraw()}>${words.withdrawYes}</button>
        <button type="button" @click=${() => (this.state = 'still')}>${words.no}</button>
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words.counter;
    if (this.opened !== null) {
      return html`<div class="box"><p role="status">${words.opened(this.opened)}</p>
        <div class="actions"><button type="button" class="main" @click=${() => void this.#showReceipt()}>${words.receipt}</button></div>${this.#renderTrouble()}</div>`;
    }
    return html`<section>${this.code === null ? html`<h3>${words.title}</h3>${this.#renderEmpty()}` : this.#renderReady(this.code)} ${this.#renderTrouble()}</section>`;
  }
}
