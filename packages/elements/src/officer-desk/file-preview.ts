/** One stored file, fetched with the officer's token and shown beside the answers. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ReceivedFile } from '@motcua/contract/dossier';
import { innerStyles } from '../internal/base-styles.ts';
import { byteText } from '../internal/papers/byte-text.ts';
import type { DeskMessages } from '../localization/vi/desk.ts';
import { filePreviewStyles } from './file-preview.styles.ts';

/** A browser without a viewer of its own would save the file instead of showing it. */
const showsInPlace = (type: string): boolean => type === 'application/pdf' && navigator.pdfViewerEnabled !== false;

/** Private element `motcua-file-preview`. The blob's address is given back as soon as nobody looks. */
export class FilePreviewElement extends LitElement {
  static override styles = [innerStyles, filePreviewStyles];
  static override properties = {
    file: { attribute: false },
    words: { attribute: false },
    load: { attribute: false },
    address: { state: true },
    state: { state: true },
  };
  declare file: ReceivedFile | null;
  declare words: DeskMessages | null;
  declare load: (uploadId: string) => Promise<Blob>;
  declare protected address: string;
  declare protected state: 'closed' | 'loading' | 'open' | 'failed';

  constructor() {
    super();
    this.file = null;
    this.words = null;
    this.load = () => Promise.reject(new Error('no file'));
    this.address = '';
    this.state = 'closed';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  #close(): void {
    if (this.address !== '') URL.revokeObjectURL(this.address);
    this.address = '';
    this.state = 'closed';
  }

  async #toggle(): Promise<void> {
    const { file } = this;
    if (file === null) return;
    if (this.state === 'open') return this.#close();
    this.state = 'loading';
    try {
      const blob = await this.load(file.uploadId);
      // The type the gateway has proved, never what the bytes claim to be: a page among the papers must not run.
      this.address = URL.createObjectURL(new Blob([blob], { type: file.type }));
      this.state = 'open';
    } catch {
      this.state = 'failed';
    }
  }

  #renderContent(file: ReceivedFile, words: DeskMessages): TemplateResult {
    const name = words.previewOf(file.name);
    const content = file.type.startsWith('image/') ? html`<img src=${this.address} alt=${name} />`
      : showsInPlace(file.type) ? html`<iframe src=${this.address} title=${name}></iframe>` : html`<p class="muted">${words.noViewer}</p>`;
    return html`${content}<p><a href=${this.address} target="_blank" rel="noopener">${words.openFile}</a></p>`;
  }

  protected override render(): TemplateResult {
    const { file, words, state } = this;
    if (file === null || words === null) return html``;
    return html`<p class="name">${file.name}</p>
      <p class="muted">${words.fileLine(byteText(file.size), file.sha256.slice(0, 12))}</p>
      <p><button type="button" aria-expanded=${state === 'open' ? 'true' : 'false'} ?disabled=${state === 'loading'} @click=${() => void this.#toggle()}>
        ${state === 'open' ? words.hide : words.look}<span class="hidden-text"> ${file.name}</span></button></p>
      ${state === 'failed' ? html`<p class="error" role="alert">${words.fileFailed}</p>` : nothing}
      ${state === 'open' ? this.#renderContent(file, words) : nothing}`;
  }
}
