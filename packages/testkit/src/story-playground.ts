/** Where somebody writes a form: the definition on one side, the form on the other, mistakes as `motcua-gateway forms check` tells them. */
import type { FormDefinition } from '@motcua/contract/form';
import type { CounterPort } from '@motcua/elements';
import { formMistakes, type FormMistake } from '@motcua/gateway/browser';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';

/** Nobody types faster than this and wants to see every letter of it. */
const REST_MS = 400;
const CODE = '2.000815';
let serial = 0;

export class StoryPlaygroundElement extends LitElement {
  static override styles = css`
    :host { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); align-items: start; padding: 1rem; }
    section { min-inline-size: 0; }
    textarea { inline-size: 100%; block-size: 26rem; box-sizing: border-box; font: 0.95rem/1.5 ui-monospace, monospace; tab-size: 2; }
    label { font-weight: 700; display: block; margin-block-end: 0.5rem; }
    .wrong { color: #8a1c1c; background: #fff; overflow-wrap: anywhere; }
    ul { padding-inline-start: 1.25rem; }
  `;
  static override properties = { port: { attribute: false }, text: { attribute: false }, mistakes: { state: true }, definition: { state: true } };
  declare port: CounterPort | null;
  /** The definition as it is typed. */
  declare text: string;
  declare protected mistakes: readonly FormMistake[];
  /** The last one without a mistake: the form stays while somebody is in the middle of a word. */
  declare protected definition: FormDefinition | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: CounterPort | null = null;

  constructor() {
    super();
    this.port = null;
    this.text = '';
    this.mistakes = [];
    this.definition = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.mistakes = formMistakes(this.text);
    if (this.mistakes.length > 0) return;
    this.definition = JSON.parse(this.text) as FormDefinition;
    this.#shown = this.#portOf(this.definition);
  }

  /** The counter of the story, whose only form is this one; each state of it is a form of its own, so no draft comes in between. */
  #portOf(definition: FormDefinition): CounterPort | null {
    const { port } = this;
    if (port === null) return null;
    const form: CounterPort['read']['form'] = async (_code, options) => ({ ...definition, procedure: { ...(await port.read.procedure(CODE, options)), name: definition.title.vi } as never });
    return { ...port, gateway: `${port.gateway}/play-${String((serial += 1))}`, read: { ...port.read, form } };
  }

  #handleInput = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), REST_MS);
  };

  #renderMistakes(): TemplateResult {
    if (this.mistakes.length === 0) return html`<p role="status">No mistakes.</p>`;
    return html`<div class="wrong" role="status"><ul>${this.mistakes.map(({ line, pointer, words }) => html`<li>Line ${line}: ${pointer || '(the whole)'} ${words}</li>`)}</ul></div>`;
  }

  protected override render(): TemplateResult {
    return html`<section>
        <label for="definition">Form definition (JSON)</label>
        <textarea id="definition" spellcheck="false" lang="en" .value=${this.text} @input=${this.#handleInput}></textarea>
        ${this.#renderMistakes()}
      </section>
      <section lang="vi">
        ${this.#shown === null ? nothing : html`<motcua-dossier-form mode="page" .port=${this.#shown} .procedure=${CODE}></motcua-dossier-form>`}
      </section>`;
  }
}

if (customElements.get('story-playground') === undefined) customElements.define('story-playground', StoryPlaygroundElement);
