/** Private element: one plain question above results that people take for one another. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { LookAlike, LookAlikeAnswer } from '@motcua/contract/guide';
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { innerStyles } from '../../internal/base-styles.ts';
import { LocaleController, say } from '../../localization/locale-controller.ts';
import { waysVi } from '../../localization/vi/ways.ts';
import type { ExtrasActs } from '../picker-extras.ts';
import { entriesOfEvent } from '../ways/ways.model.ts';

const twinsStyles = css`
  section {
    margin-block: 0.75em var(--_space);
    padding: var(--_space);
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-inline-start: 0.375em solid var(--_accent);
    border-radius: var(--_radius);
  }
  h3 {
    font-size: 1.1875em;
  }
  ul {
    margin-block-start: 0.75em;
  }
  li + li {
    margin-block-start: 0.5em;
  }
  button {
    display: block;
    inline-size: 100%;
  }
  button:hover {
    border-color: var(--_link);
  }
  strong,
  span {
    display: block;
  }
  strong {
    color: var(--_link);
  }
  .hint,
  .elsewhere {
    margin-block-start: 0.5em;
  }
`;

export class PickerTwinsElement extends LitElement {
  static override styles = [innerStyles, twinsStyles];
  static override properties = {
    family: { attribute: false },
    marked: { attribute: false },
    entries: { attribute: false },
    acts: { attribute: false },
  };

  declare family: LookAlike | null;
  /** No question, but names whose differences are marked. */
  declare marked: boolean;
  declare entries: readonly CatalogueEntry[];
  declare acts: ExtrasActs | null;

  readonly #locale = new LocaleController(this, {
    vi: waysVi,
    load: { en: () => import('../../localization/en/ways.ts').then((module) => module.waysEn) },
  });

  constructor() {
    super();
    this.family = null;
    this.marked = false;
    this.entries = [];
    this.acts = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { family } = this;
    const { language, words } = this.#locale;
    if (family === null) return this.marked ? html`<p class="hint">${words.differs}</p>` : nothing;
    return html`<section aria-labelledby="question">
      <p class="muted">${words.question}</p>
      <h3 id="question">${say(family.question, language)}</h3>
      <ul role="list">
        ${family.answers.map((answer) => html`<li>${this.#answer(answer, language)}</li>`)}
      </ul>
    </section>`;
  }

  #answer(answer: LookAlikeAnswer, language: string): TemplateResult {
    const text = say(answer.text, language);
    const elsewhere = answer.elsewhere === undefined ? nothing : html`<p class="elsewhere">${say(answer.elsewhere, language)}</p>`;
    const found = entriesOfEvent(this.entries, answer);
    const [first] = found;
    // Nothing to open here: the answer itself says where to go.
    if (first === undefined) return html`<strong>${text}</strong>${elsewhere}`;
    const open = (): void => (found.length > 1 ? this.acts?.choose(text, found) : this.acts?.select(first.code));
    return html`<button type="button" @click=${open}><strong>${text}</strong><span>${say(first.plainName, language) || first.name}</span></button>${elsewhere}`;
  }
}
