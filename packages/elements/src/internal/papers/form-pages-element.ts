/** Private element: photographed pages that will become one file – look at them, order them, take one more, send. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { innerStyles } from '../base-styles.ts';
import type { PaperMessages } from '../../localization/vi/papers.ts';
import { partStyles } from '../part.styles.ts';
import type { PaperFile, PaperFiles, PaperTrouble } from './paper-files.ts';

/** Height of the small picture of a page, in pixels. */
const THUMB = 160;

export class FormPagesElement extends LitElement {
  static override styles = [
    innerStyles,
    partStyles,
    css`
      .page {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.75em;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        padding: 0.75em;
      }
      canvas {
        inline-size: 5em;
        block-size: 6.5em;
        object-fit: contain;
        background: var(--_raised);
      }
    `,
  ];
  static override properties = {
    words: { attribute: false },
    files: { attribute: false },
    pages: { attribute: false },
    path: { attribute: false },
    more: { attribute: false },
    choose: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
  };
  declare words: PaperMessages | null;
  declare files: PaperFiles | null;
  declare pages: readonly PaperFile[];
  declare path: string;
  declare more: () => void;
  declare choose: () => void;
  declare protected trouble: PaperTrouble | null;
  declare protected busy: boolean;

  constructor() {
    super();
    this.words = null;
    this.files = null;
    this.pages = [];
    this.path = '';
    this.more = () => undefined;
    this.choose = () => undefined;
    this.trouble = null;
    this.busy = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('pages')) for (const page of this.pages) void this.#draw(page.id);
  }

  /** Drawn by hand: a picture by address would need the host page's permission (`img-src blob:`). */
  async #draw(id: string): Promise<void> {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`#p-${CSS.escape(id)}`);
    if (canvas === null || canvas.dataset['drawn'] === id) return;
    canvas.dataset['drawn'] = id;
    const blob = await this.files?.page(id);
    const bitmap = blob ? await createImageBitmap(blob).catch(() => null) : null;
    if (bitmap === null) return;
    canvas.height = THUMB;
    canvas.width = Math.max(1, Math.round((bitmap.width / bitmap.height) * THUMB));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
  }

  async #finish(): Promise<void> {
    if (this.busy || this.files === null) return;
    this.busy = true;
    this.trouble = await this.files.finishPages(this.path);
    this.busy = false;
  }

  #renderPage(words: PaperMessages, page: PaperFile, index: number): TemplateResult {
    const { files } = this;
    const which = words.pageNumber(index + 1);
    const button = (text: string, press: () => void, off = false): TemplateResult =>
      html`<button type="button" ?disabled=${off} aria-label="${text}, ${which}" @click=${press}>${text}</button>`;
    return html`<li class="page">
      <canvas id="p-${page.id}" aria-hidden="true"></canvas>
      <div class="stack">
        <p>${which}</p>
        ${page.doubt === undefined ? nothing : html`<p class="error">${words.doubts[page.doubt]}</p>`}
        <p class="actions">
          ${button(words.pageUp, () => files?.move(page.id, -1), index === 0)} ${button(words.pageDown, () => files?.move(page.id, 1), index === this.pages.length - 1)}
          ${button(words.pageRemove, () => files?.remove(page.id))}
        </p>
      </div>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { words, trouble } = this;
    if (words === null) return html``;
    return html`<div class="stack" role="group" aria-label=${words.pagesTitle(this.pages.length)}>
      <p><strong>${words.pagesTitle(this.pages.length)}</strong></p>
      <ol class="stack">${this.pages.map((page, index) => this.#renderPage(words, page, index))}</ol>
      ${trouble === null ? nothing : html`<p class="error" role="alert">${words.troubles[trouble]}</p>`}
      <p class="actions">
        <button type="button" @click=${this.more}>${words.pageMore}</button>
        <button type="button" class="link" @click=${this.choose}>${words.pageChoose}</button>
        <button type="button" class="main" ?disabled=${this.busy} @click=${this.#finish}>${words.pagesDone}</button>
      </p>
    </div>`;
  }
}
