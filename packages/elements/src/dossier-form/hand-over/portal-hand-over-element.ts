/** Private element: everything the national portal will ask, ready to be copied in its order; and the code it gives back. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { parseDossierCode } from '@motcua/domain/codes';
import { portalParts, portalSearchUrl, type PortalField, type PortalPart } from '@motcua/domain/form';
import { innerStyles } from '../../internal/base-styles.ts';
import { partStyles } from '../../internal/part.styles.ts';
import { webAddress } from '../../internal/web-address.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import type { DossierFormController } from '../dossier-form.controller.ts';
import type { FormSession } from '../form-session.ts';
import { handOverStyles } from './hand-over.styles.ts';
import { handOverTable, type HandOverWords } from './hand-over-words.ts';
import { papersOf } from './papers-of.ts';

export class PortalHandOverElement extends LitElement {
  static override styles = [innerStyles, partStyles, handOverStyles];
  static override properties = {
    form: { attribute: false },
    code: { attribute: false },
    print: { attribute: false },
    told: { state: true },
    packing: { state: true },
    wrong: { state: true },
    changing: { state: true },
  };
  declare form: DossierFormController | null;
  /** The code that the portal gave; null: not entered. */
  declare code: string | null;
  declare print: () => void;
  /** What the live region says: copied, or that it could not be. */
  declare protected told: string;
  declare protected packing: 'still' | 'working' | 'done' | 'failed';
  declare protected wrong: boolean;
  declare protected changing: boolean;
  readonly #locale = new LocaleController<HandOverWords>(this, handOverTable);

  constructor() {
    super();
    this.form = null;
    this.code = null;
    this.print = () => undefined;
    this.told = '';
    this.packing = 'still';
    this.wrong = false;
    this.changing = false;
  }

  async #copy({ text, label }: PortalField): Promise<void> {
    const words = this.#locale.words.portal;
    try {
      await navigator.clipboard.writeText(text);
      this.told = words.copied(label);
    } catch {
      this.told = words.notCopied;
    }
  }

  async #download(session: FormSession): Promise<void> {
    if (this.packing === 'working') return;
    this.packing = 'working';
    try {
      const { packPapers } = await import('./pack-papers.ts');
      await packPapers(session);
      this.packing = 'done';
    } catch {
      this.packing = 'failed';
    }
  }

  #saveCode = (event: Event): void => {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    const found = parseDossierCode((input?.value ?? '').slice(0, 200));
    this.wrong = found === null;
    if (found === null) return input?.focus();
    this.changing = false;
    this.form?.handOver({ ...this.form.handedOver, portalCode: found.code });
  };

  #link(url: string, text: string, isMain: boolean): TemplateResult {
    return html`<a class=${isMain ? 'main-link' : ''} href=${url} target="_blank" rel="noopener noreferrer">${text}<span class="hidden-text"> ${this.#locale.words.portal.newPage}</span></a>`;
  }

  #renderOpen({ procedure }: FormSession): TemplateResult {
    const words = this.#locale.words.portal;
    const { portalCheckedOn } = procedure;
    const portalUrl = webAddress(procedure.portalUrl);
    const search = portalSearchUrl(procedure.name);
    return html`<section><h4>1. ${words.openStep}</h4>
      <p>${this.#link(portalUrl ?? search, words.open, true)}</p>
      ${portalUrl === null || portalCheckedOn === undefined ? nothing : html`<p class="muted">${words.checked(portalCheckedOn.split('-').reverse().join('/'))}</p>`}
      ${portalUrl === null || portalUrl === search ? nothing : html`<p>${this.#link(search, words.search, false)}</p>`}
      <p class="warning">${words.password}</p>
      <p>${words.share}</p></section>`;
  }

  #renderPart({ title, fields }: PortalPart): TemplateResult {
    const { copy } = this.#locale.words.portal;
    return html`${title === '' ? nothing : html`<p><strong>${title}</strong></p>`}
      <ul class="copies" role="list">
        ${fields.map((field) => html`<li><span class="label">${field.label}</span><span class="text">${field.text}</span>
          <button type="button" @click=${() => void this.#copy(field)}>${copy}<span class="hidden-text"> ${field.label}</span></button></li>`)}
      </ul>`;
  }

  #renderFields(parts: readonly PortalPart[], step: PortalPart['step']): TemplateResult | typeof nothing {
    const here = parts.filter((part) => part.step === step);
    if (here.length === 0) return nothing;
    return html`<section><h5>${this.#locale.words.portal.steps[step]}</h5>${here.map((part) => this.#renderPart(part))}</section>`;
  }

  #renderPapers(session: FormSession): TemplateResult {
    const words = this.#locale.words.portal;
    const count = papersOf(session).reduce((sum, { files }) => sum + files.length, 0);
    const status = { still: nothing, working: words.packing, done: words.packed, failed: nothing }[this.packing];
    return html`<section><h5>${words.papers}</h5>
      ${count === 0
        ? html`<p>${words.noPapers}</p>`
        : html`<p>${words.papersHelp}</p><div class="actions"><button type="button" @click=${() => void this.#download(session)}>${words.download(count)}</button></div>`}
      <p role="status">${status}</p>
      ${this.packing === 'failed' ? html`<p class="error" role="alert">${words.packFailed}</p>` : nothing}</section>`;
  }

  #renderCode(): TemplateResult {
    const words = this.#locale.words.portal;
    if (this.code !== null && !this.changing) {
      return html`<section class="box"><h4>3. ${words.codeStep}</h4><p role="status">${words.saved(this.code)}</p><p>${words.follow}</p>
        <div class="actions">${this.#link('https://dichvucong.gov.vn/', words.open, false)}<button type="button" class="link" @click=${() => (this.changing = true)}>${words.change}</button></div></section>`;
    }
    return html`<section><h4>3. ${words.codeStep}</h4>
      <form @submit=${this.#saveCode}>
        <label for="code">${words.code}</label>
        <p class="muted" id="hint">${words.codeHint}</p>
        ${this.wrong ? html`<p class="error" id="wrong" role="alert">${words.codeWrong}</p>` : nothing}
        <div class="row"><input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="80" .value=${this.code ?? ''} aria-describedby=${this.wrong ? 'wrong hint' : 'hint'} aria-invalid=${this.wrong ? 'true' : 'false'} />
        <button type="submit">${words.save}</button></div>
      </form></section>`;
  }

  protected override render(): TemplateResult {
    const session = this.form?.session ?? null;
    const { portal: words, summary } = this.#locale.words;
    if (session === null || this.form === null) return html``;
    const parts = portalParts(session.definition, session.answers, { today: this.form.today, language: 'vi', labels: summary.labels, printed: true });
    return html`<section><h3>${words.title}</h3><p>${words.explain}</p>
      ${this.#renderOpen(session)}
      <h4>2. ${words.fields}</h4>
      ${this.#renderFields(parts, 'B1')} ${this.#renderFields(parts, 'B2')} ${this.#renderPapers(session)} ${this.#renderFields(parts, 'B4')}
      ${this.#renderCode()}
      <p class="hidden-text" role="status">${this.told}</p>
      ${this.told === words.notCopied ? html`<p class="warning">${this.told}</p>` : nothing}
      <div class="actions"><button type="button" @click=${() => this.print()}>${words.print}</button></div></section>`;
  }
}
