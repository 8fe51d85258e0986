/** Private element: how a good photograph looks, and a few questions that warn before the way to the office is made in vain. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FieldOf } from '@motcua/contract/form';
import type { PaperCheck } from '@motcua/contract/paper-check';
import type { LocalizedText } from '@motcua/contract/text';
import { innerStyles } from '../base-styles.ts';
import { partStyles } from '../part.styles.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { checksVi, type CheckMessages } from '../../localization/vi/checks.ts';
import { paperDrawing } from './paper-drawing.ts';

export class PaperChecksElement extends LitElement {
  static override styles = [
    innerStyles,
    partStyles,
    css`
      summary {
        cursor: pointer;
        padding-block: 0.625em;
        color: var(--_link);
        text-decoration: underline;
      }
      .body {
        border-inline-start: 0.25em solid var(--_line);
        padding-inline-start: 1em;
      }
      .example {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5em 1em;
        align-items: center;
      }
      .drawing {
        inline-size: 8em;
        block-size: 7em;
        flex: none;
      }
      .paper {
        fill: var(--_surface);
        stroke: var(--_control);
        stroke-width: 2;
      }
      .ink,
      .seal {
        fill: none;
        stroke: var(--_muted);
        stroke-width: 2;
      }
      .heavy {
        stroke: var(--_text);
        stroke-width: 4;
      }
      .seal {
        stroke: var(--_error);
      }
      .frame {
        fill: none;
        stroke: var(--_good);
        stroke-width: 4;
      }
      legend {
        padding: 0;
      }
      .answers {
        display: flex;
        gap: 1.5em;
      }
      .answers label {
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-block-size: 2.75em;
        cursor: pointer;
      }
      .answers input {
        inline-size: 1.5em;
        block-size: 1.5em;
        min-block-size: 0;
        margin: 0;
        accent-color: var(--_accent);
      }
    `,
  ];
  static override properties = { field: { attribute: false }, say: { attribute: false }, answers: { state: true } };

  declare field: FieldOf<'paper'> | null;
  declare say: (text: LocalizedText) => string;
  /** Only for the moment: questions to oneself are kept nowhere. */
  declare protected answers: Readonly<Record<string, 'yes' | 'no'>>;
  readonly #locale = new LocaleController<CheckMessages>(this, {
    vi: checksVi,
    load: { en: () => import('../../localization/en/checks.ts').then((module) => module.checksEn) },
  });

  constructor() {
    super();
    this.field = null;
    this.say = (text) => text.vi;
    this.answers = {};
  }

  #answer(id: string, answer: 'yes' | 'no'): void {
    this.answers = { ...this.answers, [id]: answer };
  }

  #renderCheck(check: PaperCheck): TemplateResult {
    const { words } = this.#locale;
    const given = this.answers[check.id];
    const choice = (answer: 'yes' | 'no'): TemplateResult => html`<label><input type="radio" name=${check.id} .checked=${given === answer} @change=${() => this.#answer(check.id, answer)} />${words[answer]}</label>`;
    return html`<fieldset>
      <legend>${this.say(check.question)}</legend>
      <div class="answers">${choice('yes')} ${choice('no')}</div>
      <div role="status">
        ${given === check.wrong ? html`<p class="statement warning">${this.say(check.warning)}${check.basis === undefined ? nothing : html` <span class="muted">(${check.basis})</span>`}</p>` : nothing}
      </div>
    </fieldset>`;
  }

  #renderResult(checks: readonly PaperCheck[]): TemplateResult | typeof nothing {
    const { words } = this.#locale;
    if (!checks.every(({ id }) => this.answers[id] !== undefined)) return nothing;
    const doubts = checks.filter(({ id, wrong }) => this.answers[id] === wrong).length;
    return html`<p><strong>${doubts === 0 ? words.good : words.doubtful(doubts)}</strong></p>`;
  }

  protected override render(): TemplateResult {
    const { words } = this.#locale;
    const { checks = [], drawing, originals = 0, copies = 0 } = this.field ?? {};
    if (checks.length === 0 && drawing === undefined) return html``;
    return html`<details>
      <summary>${words.title(checks.length)}</summary>
      <div class="body stack">
        ${drawing === undefined ? nothing : html`<div class="example">${paperDrawing(drawing, words.drawing[drawing])}<p>${words.drawing[drawing]}</p></div>`}
        <ul class="bullets">
          ${originals > 0 ? html`<li>${words.original}</li>` : nothing}
          ${copies > 0 ? html`<li>${words.copy}</li>` : nothing}
          <li>${words.electronic}</li>
        </ul>
        ${checks.map((check) => this.#renderCheck(check))}
        <div role="status">${this.#renderResult(checks)}</div>
      </div>
    </details>`;
  }
}
