/** Private element: one paper with its files, their way to the gateway, and the choice to bring it on paper. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FieldOf } from '@motcua/contract/form';
import type { PaperAnswer } from '@motcua/contract/answers';
import { innerStyles } from '../base-styles.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { papersVi, type PaperMessages } from '../../localization/vi/papers.ts';
import { byteText } from './byte-text.ts';
import { formPaperStyles } from './form-paper.styles.ts';
import './motcua-form-pages.ts';
import type { PaperFile, PaperView, RefusedFile } from './paper-files.ts';
import type { PhotoDoubt } from './photo-doubt.model.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPG', 'image/png': 'PNG' };

export class FormPaperElement extends LitElement {
  static override styles = [innerStyles, formPaperStyles];
  static override properties = {
    view: { attribute: false },
    field: { attribute: false },
    path: { attribute: false },
    files: { attribute: false },
    handIn: { attribute: false },
    refused: { state: true },
    lending: { state: true },
  };
  declare view: PaperView | null;
  declare field: FieldOf<'paper'> | null;
  declare path: string;
  declare files: readonly PaperFile[] | null;
  declare handIn: boolean;
  declare protected refused: readonly RefusedFile[];
  declare protected lending: boolean;
  readonly #locale = new LocaleController<PaperMessages>(this, {
    vi: papersVi,
    load: { en: () => import('../../localization/en/papers.ts').then((module) => module.papersEn) },
  });
  /** State of each file that was last spoken. */
  readonly #spoken = new Map<string, PaperFile['state']>();
  /** The quarter of each file that was last spoken. */
  readonly #quarters = new Map<string, number>();
  #held: HTMLInputElement | null = null;

  constructor() {
    super();
    this.view = null;
    this.field = null;
    this.path = '';
    this.files = null;
    this.handIn = false;
    this.refused = [];
    this.lending = false;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button:not([disabled]), input:not([hidden])')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('files')) return;
    this.#takeHeld();
    for (const file of this.files ?? []) {
      const before = this.#spoken.get(file.id);
      this.#spoken.set(file.id, file.state);
      // What had arrived before this page was opened is no news.
      if (before !== file.state && (before !== undefined || file.state !== 'arrived')) this.#speak(file);
      else if (file.state === 'sending') this.#speakQuarter(file);
      else if (before === undefined && file.fromPhone === true) this.view?.announce(this.#locale.words.fromPhone(file.name));
    }
  }

  /** Start, end, trouble and three quarters: six messages a file at most. A bar that speaks each percent helps nobody. */
  #speak(file: PaperFile): void {
    const words = this.#locale.words;
    if (file.state === 'sending' && file.sent === 0) this.view?.announce(words.started(file.name));
    if (file.state === 'arrived') this.view?.announce(this.view.files?.stays === true ? words.hereNow(file.name) : words.arrived(file.name));
    if (file.state === 'failed') this.view?.announce(words.failed(file.name, words.troubles[file.trouble ?? 'refused']));
  }

  #speakQuarter(file: PaperFile): void {
    const quarter = Math.floor((4 * file.sent) / Math.max(1, file.size));
    const before = this.#quarters.get(file.id) ?? 0;
    if (quarter <= before || quarter > 3) return;
    this.#quarters.set(file.id, quarter);
    this.view?.announce(this.#locale.words.quarter(file.name, quarter * 25));
  }

  #again(file: PaperFile): void {
    this.view?.files?.remove(file.id);
    this.#open('#photo');
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (this.view?.files === null) this.#held = input;
    else void this.#take(input);
  }

  /** Picked before the code for files was here: taken as soon as it is. */
  #takeHeld(): void {
    if (this.#held === null || !this.view?.files) return;
    void this.#take(this.#held);
    this.#held = null;
  }

  async #take(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])];
    const { view, field } = this;
    if (view === null || field === null || view.files === null || files.length === 0) return;
    const asPages = input.id.startsWith('page');
    this.refused = await (asPages ? view.files.pickPages(field, this.path, files) : view.files.pick(field, this.path, files));
    if (asPages) await this.renderRoot.querySelector('motcua-form-pages')?.updateComplete;
    // The same file may be picked again after it was removed.
    input.value = '';
    view.leave(this.path);
    for (const { name, trouble } of this.refused) view.announce(this.#locale.words.refused(name, this.#locale.words.troubles[trouble]));
  }

  /** The page may be thrown away while the camera is open: everything is written first. */
  #open(id: string): void {
    this.view?.saveNow();
    this.renderRoot.querySelector<HTMLInputElement>(id)?.click();
  }

  /** The code for a phone, under this paper; it serves all papers. Focus goes there and comes back. */
  async #lend(open: boolean): Promise<void> {
    if (open) {
      this.view?.saveNow();
      await import('./motcua-phone-code.ts');
    }
    this.lending = open;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(open ? 'motcua-phone-code' : '#lend')?.focus();
  }

  #renderLending(view: PaperView, label: string): TemplateResult | typeof nothing {
    // Who holds a phone has a camera at hand already.
    if (view.files?.canLend !== true || !matchMedia('(hover: hover) and (pointer: fine)').matches) return nothing;
    const words = this.#locale.words;
    return html`<button type="button" id="lend" class="link" aria-expanded=${this.lending ? 'true' : 'false'} @click=${() => this.#lend(!this.lending)}>${words.byPhone}<span class="hidden-text"> ${label}</span></button>`;
  }

  #setHandIn(event: Event): void {
    const { view, path } = this;
    if (view === null) return;
    const checked = (event.target as HTMLInputElement).checked;
    const files = (view.value(path) as PaperAnswer | undefined)?.files ?? [];
    view.set(path, checked ? { files, handInAtCounter: true } : files.length > 0 ? { files } : undefined);
    view.leave(path);
  }

  #stateText({ state }: PaperFile): string {
    const words = this.#locale.words;
    return state === 'arrived' && this.view?.files?.stays === true ? words.here : words.states[state];
  }

  #renderDoubt(file: PaperFile, doubt: PhotoDoubt): TemplateResult {
    const words = this.#locale.words;
    return html`<div class="statement warning stack">
      <p>${words.doubts[doubt]}</p>
      <p class="actions">
        <button type="button" @click=${() => this.#again(file)}>${words.photoAgain}</button>
        <button type="button" @click=${() => this.view?.files?.accept(file.id)}>${words.useAnyway}</button>
      </p>
    </div>`;
  }

  #renderFileActions(file: PaperFile): TemplateResult {
    const words = this.#locale.words;
    const files = this.view?.files;
    // The phone that helps cannot take back what the computer has.
    const stays = this.view?.photosOnly === true && file.state === 'arrived';
    return html`<p class="actions">
      ${file.state === 'failed' && file.trouble !== 'gone' ? html`<button type="button" @click=${() => files?.retry(file.id)}>${words.retry}</button>` : nothing}
      ${stays ? nothing : html`<button type="button" @click=${() => files?.remove(file.id)}>${words.remove}<span class="hidden-text"> ${words.removeWhat(file.name)}</span></button>`}
    </p>`;
  }

  #renderFile(file: PaperFile): TemplateResult {
    const words = this.#locale.words;
    const percent = Math.round((file.sent / Math.max(1, file.size)) * 100);
    const size = file.originalSize === file.size ? byteText(file.size) : words.shrunk(byteText(file.originalSize), byteText(file.size));
    const onWay = file.state === 'sending' || file.state === 'waiting';
    return html`<li class="file ${file.state}">
      <p class="name">${file.name}</p>
      <p class="muted">${size}</p>
      <p class="state">${this.#stateText(file)}${onWay ? html` <span>${words.percent(percent)}</span>` : nothing}</p>
      ${onWay ? html`<progress max="100" value=${percent} aria-label="${words.states.sending} ${file.name}"></progress>` : nothing}
      ${file.doubt === undefined ? nothing : this.#renderDoubt(file, file.doubt)}
      ${file.state === 'failed' ? html`<p class="error">${words.troubles[file.trouble ?? 'refused']}</p>` : nothing}
      ${this.#renderFileActions(file)}
    </li>`;
  }

  #renderPickers(view: PaperView, field: FieldOf<'paper'>): TemplateResult {
    const words = this.#locale.words;
    const accept = field.accept ?? view.site?.uploadLimits.types ?? [];
    const label = words.chooseFor(view.say(field.label));
    const closed = this.files === null || this.files.length >= (field.maxFiles ?? 20);
    return html`<p class="actions">
      <button type="button" ?disabled=${closed} aria-describedby="limits" @click=${() => this.#open('#photo')}>${words.photo}<span class="hidden-text"> ${label}</span></button>
      <button type="button" ?disabled=${closed} aria-describedby="limits" @click=${() => this.#open('#file')}>${words.choose}<span class="hidden-text"> ${label}</span></button>
      ${accept.includes('application/pdf') && !(this.files ?? []).some((file) => file.state === 'page')
        ? html`<button type="button" class="link" ?disabled=${closed} @click=${() => this.#open('#page-photo')}>${words.pages}<span class="hidden-text"> ${label}</span></button>`
        : nothing}
      ${this.#renderLending(view, label)}
      <input id="page-photo" type="file" hidden accept="image/*" capture="environment" aria-label="${words.pageMore} ${label}" @change=${this.#pick} />
      <input id="page-file" type="file" hidden multiple accept="image/*" aria-label="${words.pageChoose} ${label}" @change=${this.#pick} />
      <input id="file" type="file" hidden multiple accept=${[...accept, 'image/*'].join(',')} aria-label="${words.choose} ${label}" @change=${this.#pick} />
      <input id="photo" type="file" hidden accept="image/*" capture="environment" aria-label="${words.photo} ${label}" @change=${this.#pick} />
    </p>`;
  }

  #renderLimits(view: PaperView, field: FieldOf<'paper'>): TemplateResult {
    const words = this.#locale.words;
    const limits = view.site?.uploadLimits;
    const types = (field.accept ?? limits?.types ?? []).map((type) => TYPE_NAMES[type] ?? type).join(', ');
    const most = field.maxBytes ?? limits?.maxFileBytes;
    const need = words.need(field.originals ?? 0, field.copies ?? 0);
    return html`${need === '' ? nothing : html`<p>${need}</p>`}
      <p class="muted" id="limits">${most === undefined ? nothing : words.limits(types, byteText(most), field.maxFiles ?? 20)}</p>`;
  }

  /** Said before anything is chosen; arrives by itself, nobody waits for it. */
  #renderChecks(view: PaperView, field: FieldOf<'paper'>): TemplateResult | typeof nothing {
    if ((field.checks ?? []).length === 0 && field.drawing === undefined) return nothing;
    import('./motcua-paper-checks.ts').catch(() => undefined);
    return html`<motcua-paper-checks .field=${field} .say=${view.say.bind(view)}></motcua-paper-checks>`;
  }

  #renderFiles(view: PaperView, all: readonly PaperFile[]): TemplateResult {
    const words = this.#locale.words;
    const pages = all.filter((file) => file.state === 'page');
    const files = all.filter((file) => file.state !== 'page');
    return html`${pages.length === 0
        ? nothing
        : html`<motcua-form-pages
            .words=${words} .files=${view.files} .pages=${pages} .path=${this.path}
            .more=${() => this.#open('#page-photo')} .choose=${() => this.#open('#page-file')}
          ></motcua-form-pages>`}
      ${files.length === 0 ? nothing : html`<ul class="stack">${files.map((file) => this.#renderFile(file))}</ul>`}
      ${view.files?.asking === true && files.some((file) => file.state === 'waiting')
        ? html`<div class="statement note stack">
            <p>${words.savingData(byteText(view.files.bytesToSend))}</p>
            <p class="actions"><button type="button" @click=${() => view.files?.allow()}>${words.sendNow}</button></p>
          </div>`
        : nothing}`;
  }

  protected override render(): TemplateResult {
    const { view, field, files } = this;
    if (view === null || field === null) return html``;
    const words = this.#locale.words;
    return html`<div class="stack">
      ${this.#renderLimits(view, field)} ${this.#renderChecks(view, field)} ${this.#renderPickers(view, field)}
      ${this.lending ? html`<motcua-phone-code .files=${view.files} .closed=${() => void this.#lend(false)}></motcua-phone-code>` : nothing}
      ${this.refused.length === 0
        ? nothing
        : html`<ul class="stack">${this.refused.map(({ name, trouble }) => html`<li class="error">${words.refused(name, words.troubles[trouble])}</li>`)}</ul>`}
      ${this.#renderFiles(view, files ?? [])}
      ${view.photosOnly === true
        ? nothing
        : html`<div class="tick">
            <input id="hand-in" type="checkbox" .checked=${this.handIn} @change=${this.#setHandIn} />
            <label for="hand-in">${words.handIn}</label>
          </div>`}
    </div>`;
  }
}
