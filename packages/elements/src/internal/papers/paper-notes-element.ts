/** Private element: the remarks among the papers of a procedure, read when somebody wants them. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CounterPort } from '../../context/counter-port.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { papersVi, type PaperMessages } from '../../localization/vi/papers.ts';
import { innerStyles } from '../base-styles.ts';
import { LoadController } from '../load-controller.ts';
import { partStyles } from '../part.styles.ts';

export class PaperNotesElement extends LitElement {
  static override styles = [
    innerStyles,
    partStyles,
    css`
      summary {
        cursor: pointer;
        padding-block: 0.625em;
        inline-size: fit-content;
        color: var(--_link);
        text-decoration: underline;
      }
      li {
        margin-block-end: 0.5em;
      }
    `,
  ];
  static override properties = { port: { attribute: false }, code: { attribute: false }, wanted: { state: true } };
  declare port: CounterPort | null;
  /** Code of the procedure. */
  declare code: string;
  declare protected wanted: boolean;
  readonly #notes = new LoadController<readonly string[]>(this);
  readonly #locale = new LocaleController<PaperMessages>(this, {
    vi: papersVi,
    load: { en: () => import('../../localization/en/papers.ts').then((module) => module.papersEn) },
  });

  constructor() {
    super();
    this.port = null;
    this.code = '';
    this.wanted = false;
  }

  protected override willUpdate(): void {
    const { port, code } = this;
    if (this.wanted && port !== null) this.#notes.ensure([port, code], (signal) => readNotes(port, code, signal));
  }

  #renderNotes(): TemplateResult {
    const { words } = this.#locale;
    const { value, error, slow } = this.#notes;
    if (value !== undefined) return html`<ul class="bullets">${value.map((note) => html`<li>${note}</li>`)}</ul>`;
    if (error !== undefined) return html`<p class="error" role="alert">${words.notesFailed}</p><p><button type="button" @click=${() => this.#notes.retry()}>${words.retry}</button></p>`;
    return html`<p role="status" class="muted">${words.notesComing}${slow ? html` ${words.notesSlow}` : nothing}</p>`;
  }

  protected override render(): TemplateResult {
    return html`<details @toggle=${(event: Event) => (this.wanted = (event.target as HTMLDetailsElement).open)}>
      <summary>${this.#locale.words.notes}</summary>
      ${this.wanted ? this.#renderNotes() : nothing}
    </details>`;
  }
}

/** Each remark once: published lists repeat them under every case. */
async function readNotes(port: CounterPort, code: string, signal: AbortSignal): Promise<readonly string[]> {
  const { cases } = await port.read.procedure(code, { signal });
  return [...new Set(cases.flatMap(({ papers }) => papers).filter(({ isNote }) => isNote === true).map(({ name }) => name.trim()))];
}
