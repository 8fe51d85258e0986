/** Private element on the start screen: the drafts that are here, and the way to open one from a file. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocaleController } from '../../localization/locale-controller.ts';
import type { DraftMessages } from '../../localization/vi/drafts.ts';
import type { DossierFormController } from '../dossier-form.controller.ts';
import { momentText } from '../screens/moment-text.ts';
import { DraftFileError, openDraftFile, readDraftFileHead, type DraftFileHead, type FileTrouble, type PackedDraft } from './draft-file.ts';
import { draftStyles, draftTable, stays, whose } from './draft-words.ts';
import type { FoundDraft } from '../../internal/drafts/draft.model.ts';

export class DraftListElement extends LitElement {
  static override styles = draftStyles;
  static override properties = {
    form: { attribute: false },
    found: { attribute: false },
    newer: { attribute: false },
    asking: { state: true },
    said: { state: true },
    file: { state: true },
    busy: { state: true },
    trouble: { state: true },
    both: { state: true },
  };
  declare form: DossierFormController | null;
  declare found: readonly FoundDraft[];
  declare newer: number;
  /** Id of the draft whose «Xóa» was pressed. */
  declare protected asking: string | null;
  declare protected said: string;
  declare protected file: { readonly file: File; readonly head: DraftFileHead } | null;
  declare protected busy: boolean;
  declare protected trouble: FileTrouble | null;
  /** The same draft lies here and in the file. */
  declare protected both: { readonly packed: PackedDraft; readonly here: FoundDraft } | null;
  readonly #locale = new LocaleController<DraftMessages>(this, draftTable);

  constructor() {
    super();
    this.form = null;
    this.found = [];
    this.newer = 0;
    this.asking = null;
    this.said = '';
    this.file = null;
    this.busy = false;
    this.trouble = null;
    this.both = null;
  }

  async #discard(draft: FoundDraft): Promise<void> {
    const { form } = this;
    this.asking = null;
    if (form === null) return;
    const words = this.#locale.words;
    if (draft.id === form.credentials?.id) await form.erase();
    else this.said = (await form.draft.discard(draft)) ? words.discarded : words.openElsewhere;
  }

  #handleFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // Emptied, so that the same file can be chosen once more after it was mended.
    input.value = '';
    if (file === undefined) return;
    this.#forgetFile();
    try {
      this.file = { file, head: await readDraftFileHead(file, this.form?.place?.procedure ?? '') };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLInputElement>('#password')?.focus();
    } catch (error) {
      this.#refuse(error);
    }
  };

  #handleOpen = async (event: Event): Promise<void> => {
    event.preventDefault();
    const password = this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '';
    const { form, file } = this;
    if (form === null || file === null || this.busy) return;
    this.busy = true;
    this.trouble = null;
    try {
      const packed = await openDraftFile(file.file, file.head, password);
      if (packed.place.gateway !== form.place?.gateway || packed.place.unit !== form.place.unit) throw new DraftFileError('other-unit');
      const here = this.found.find(({ id }) => id === packed.draft.id);
      if (here !== undefined && here.savedAt !== packed.draft.savedAt) this.both = { packed, here };
      else await form.goOn(packed.draft, packed.files);
    } catch (error) {
      this.#refuse(error);
    } finally {
      this.busy = false;
    }
  };

  #refuse(error: unknown): void {
    this.trouble = error instanceof DraftFileError ? error.trouble : 'unreadable';
    if (this.trouble !== 'password') this.file = null;
  }

  #forgetFile = (): void => {
    this.file = null;
    this.both = null;
    this.trouble = null;
  };

  #renderDraft(draft: FoundDraft, words: DraftMessages, many: boolean): TemplateResult {
    const { form } = this;
    const who = whose(draft);
    const named = who === '' ? words.nobody : who;
    return html`<li class="stack">
      <p>${many || who !== '' ? html`<strong>${named}</strong>. ` : nothing}${words.savedAt(momentText(draft.savedAt))} ${draft.slot === '' ? nothing : stays(draft, words)}</p>
      ${draft.sending === true ? html`<p>${words.notSent}</p>` : nothing}
      ${this.asking === draft.id
        ? html`<div role="alert" class="stack">
            <p><strong>${words.discardSure}</strong>${draft.sending === true ? html` ${words.unsureDiscard}` : nothing}</p>
            <p class="actions">
              <button type="button" @click=${() => void this.#discard(draft)}>${words.yes}</button>
              <button type="button" @click=${() => (this.asking = null)}>${words.no}</button>
            </p>
          </div>`
        : html`<p class="actions">
            <button type="button" class=${this.found[0] === draft ? 'main' : ''} @click=${() => void (draft.sending === true ? form?.sendOn(draft) : form?.goOn(draft))}>${draft.sending === true ? words.sendOn : words.goOn}${many ? html`<span class="hidden-text">: ${named}</span>` : nothing}</button>
            <button type="button" class="link" @click=${() => (this.asking = draft.id)}>${words.discard}${many ? html`<span class="hidden-text">: ${named}</span>` : nothing}</button>
          </p>`}
    </li>`;
  }

  #renderFile(words: DraftMessages): TemplateResult {
    const trouble = this.trouble === null ? nothing : html`<p class="statement warning" role="alert">${words.fileTroubles[this.trouble]}</p>`;
    if (this.both !== null) {
      const { packed, here } = this.both;
      return html`<div class="statement note stack" role="alert">
        <p>${words.both(momentText(packed.draft.savedAt), momentText(here.savedAt))}</p>
        <p class="actions">
          <button type="button" @click=${() => void this.form?.goOn(packed.draft, packed.files)}>${words.useFile}</button>
          <button type="button" @click=${() => void this.form?.goOn(here)}>${words.useHere}</button>
        </p>
      </div>`;
    }
    if (this.file === null) {
      return html`${trouble}
        <p><label for="open">${words.openPick}</label></p>
        <input id="open" type="file" accept=".motcua" aria-describedby="open-hint" @change=${this.#handleFile} />
        <p class="hint" id="open-hint">${words.openHint}</p>`;
    }
    return html`<form class="stack" @submit=${this.#handleOpen}>
      ${trouble}
      <p><label for="password">${words.password}</label></p>
      <p class="hint" id="password-hint">${words.passwordHint}</p>
      <input id="password" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="password-hint" />
      <p class="actions">
        <button type="submit" class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${words.openNow}</button>
        <button type="button" @click=${this.#forgetFile}>${words.cancel}</button>
      </p>
      <p role="status">${this.busy ? words.opening : nothing}</p>
    </form>`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const many = this.found.length > 1;
    const isOpen = this.file !== null || this.both !== null || this.trouble !== null;
    return html`<div class="stack">
      ${this.found.length === 0
        ? nothing
        : html`<section class="statement note stack">
            <h3>${words.title(this.found.length)}</h3>
            <ul>${this.found.map((draft) => this.#renderDraft(draft, words, many))}</ul>
          </section>`}
      ${this.newer === 0 ? nothing : html`<p class="statement note">${words.newer(this.newer)}</p>`}
      <p role="status">${this.said}</p>
      <details ?open=${isOpen}><summary>${words.open}</summary>${this.#renderFile(words)}</details>
    </div>`;
  }
}
