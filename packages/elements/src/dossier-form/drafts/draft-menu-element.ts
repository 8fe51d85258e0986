/** Private element under the buttons of the form: keep the draft on this device, take it along as a file, erase it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LocaleController } from '../../localization/locale-controller.ts';
import type { DraftMessages } from '../../localization/vi/drafts.ts';
import type { DossierFormController } from '../dossier-form.controller.ts';
import type { SaveState } from './autosave.ts';
import { offerPassword } from './draft-file.ts';
import { draftStyles, draftTable, stays } from './draft-words.ts';
import { saveDraftFile, type SavedFile } from './save-file.ts';

/** Shorter ones are guessed in minutes. */
const SHORTEST = 8;

export class DraftMenuElement extends LitElement {
  static override styles = draftStyles;
  static override properties = {
    form: { attribute: false },
    state: { attribute: false },
    stuck: { attribute: false },
    asking: { state: true },
    password: { state: true },
    keepWanted: { state: true },
    keepFailed: { state: true },
    file: { state: true },
    offline: { state: true },
  };
  declare form: DossierFormController | null;
  declare state: SaveState;
  /** The dossier could not be sent: what can be done is shown unasked. */
  declare stuck: boolean;
  declare protected asking: boolean;
  /** The offered password while a file is being made ready; empty otherwise. */
  declare protected password: string;
  /** What was ticked while the draft is still being moved: the box must not jump back meanwhile. Otherwise null. */
  declare protected keepWanted: boolean | null;
  declare protected keepFailed: boolean;
  declare protected file: SavedFile | 'writing' | 'failed' | null;
  declare protected offline: boolean;
  readonly #locale = new LocaleController<DraftMessages>(this, draftTable);

  constructor() {
    super();
    this.form = null;
    this.state = { kind: 'nothing' };
    this.stuck = false;
    this.asking = false;
    this.password = '';
    this.keepWanted = null;
    this.keepFailed = false;
    this.file = null;
    this.offline = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#handleLine);
    window.addEventListener('offline', this.#handleLine);
    this.#handleLine();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#handleLine);
    window.removeEventListener('offline', this.#handleLine);
  }

  #handleLine = (): void => {
    this.offline = navigator.onLine === false;
  };

  #handleKeep = async (event: Event): Promise<void> => {
    const isMoving = this.keepWanted !== null;
    this.keepWanted = (event.target as HTMLInputElement).checked;
    this.keepFailed = false;
    if (isMoving) return;
    // Somebody may change their mind while the draft moves: the last word counts.
    for (let wanted: boolean | null = this.keepWanted; wanted !== null; wanted = this.keepWanted) {
      try {
        await this.form?.keeper?.keep(wanted);
      } catch {
        this.keepFailed = true;
      }
      if (this.keepWanted === wanted) this.keepWanted = null;
    }
  };

  #handleSave = async (event: Event): Promise<void> => {
    event.preventDefault();
    const own = this.renderRoot.querySelector<HTMLInputElement>('#own');
    const typed = own?.value.trim() ?? '';
    if (typed !== '' && typed.length < SHORTEST) own?.focus();
    else await this.#write(typed === '' ? this.password : typed);
  };

  async #write(password: string): Promise<void> {
    const { form } = this;
    const draft = form?.draft.snapshot() ?? null;
    if (form === null || draft === null || this.file === 'writing') return;
    this.file = 'writing';
    try {
      this.file = await saveDraftFile(form, draft, password);
    } catch {
      this.file = 'failed';
    }
  }

  #offer = (): void => {
    this.file = null;
    if (this.form !== null) this.password = offerPassword(this.form.device);
  };

  #erase = (): void => {
    this.asking = false;
    void this.form?.erase();
  };

  #renderKeep(words: DraftMessages): TemplateResult | typeof nothing {
    const { keeper } = this.form ?? {};
    if (keeper == null || keeper.withoutStore) return nothing;
    return html`<div class="tick">
      <input id="keep" type="checkbox" aria-describedby="keep-hint" .checked=${live(this.keepWanted ?? keeper.kept)} @change=${this.#handleKeep} />
      <label for="keep">${words.keep}</label>
      <p class="hint" id="keep-hint">${this.state.kind === 'saved' ? `${stays({ kept: keeper.kept, savedAt: this.state.savedAt }, words)} ` : nothing}${words.keepHint}</p>
    </div>
    ${this.keepFailed ? html`<p class="statement warning" role="alert">${words.keepFailed}</p>` : nothing}`;
  }

  #renderSave(words: DraftMessages): TemplateResult {
    if (this.password === '') {
      return html`<p><button type="button" @click=${this.#offer}>${words.save}</button></p><p class="hint">${words.saveHint}</p>`;
    }
    const { file } = this;
    const done = typeof file === 'object' && file !== null ? file : null;
    return html`<form class="stack" @submit=${this.#handleSave}>
      <p>${words.savePassword}</p>
      <p class="password" translate="no">${this.password}</p>
      <p><label for="own">${words.ownPassword}</label></p>
      <p class="hint" id="own-hint">${words.ownPasswordHint}</p>
      <input id="own" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="own-hint" />
      <p class="actions">
        <button type="submit" class="main" aria-disabled=${file === 'writing' ? 'true' : 'false'}>${words.saveNow}</button>
        <button type="button" @click=${() => (this.password = '')}>${words.cancel}</button>
      </p>
      <p role="status">${file === 'writing' ? words.saving : done === null ? nothing : `${words.savedFile(done.name)}${done.missing > 0 ? ` ${words.missing(done.missing)}` : ''}`}</p>
      ${file === 'failed' ? html`<p class="statement warning" role="alert">${words.saveFailed}</p>` : nothing}
    </form>`;
  }

  #renderErase(words: DraftMessages): TemplateResult {
    if (!this.asking) return html`<p><button type="button" class="link" @click=${() => (this.asking = true)}>${words.erase}</button></p>`;
    return html`<div role="alert" class="stack">
      <p><strong>${words.eraseSure}</strong>${this.form?.draft.lostAnswer === true ? html` ${words.unsureDiscard}` : nothing}</p>
      <p class="actions">
        <button type="button" @click=${this.#erase}>${words.yes}</button>
        <button type="button" @click=${() => (this.asking = false)}>${words.no}</button>
      </p>
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#locale.words;
    if (this.form === null || this.form.session === null) return nothing;
    // What is not kept by itself needs another way out at once.
    const isOpen = this.stuck || this.state.kind === 'not-saved';
    return html`${this.offline && !this.stuck ? html`<p class="muted">${words.offline}</p>` : nothing}
      <details ?open=${isOpen}>
        <summary>${this.stuck ? words.stuck : words.menu}</summary>
        <div class="stack">${this.stuck ? html`<p>${words.stuckHint}</p>` : nothing} ${this.#renderKeep(words)} ${this.#renderSave(words)} ${this.#renderErase(words)}</div>
      </details>`;
  }
}
