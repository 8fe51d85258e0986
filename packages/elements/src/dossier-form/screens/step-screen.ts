/** One step (or the whole form on one page): progress, errors, fields, the way on and back. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '@motcua/contract/form';
import { helped } from '../fields/field-frame.ts';
import type { FormUpdate } from '../form-host.ts';
import type { FormSession } from '../form-session.ts';

/** What a step screen shows and does. */
export interface StepScreen {
  readonly session: FormSession;
  readonly steps: readonly Step[];
  /** Place of the first step shown, and how many there are with the summary. */
  readonly at: number;
  readonly of: number;
  /** One question a screen: places count questions. */
  readonly oneByOne: boolean;
  readonly errorsOpen: boolean;
  readonly returning: boolean;
  readonly notice: string | null;
  readonly status: TemplateResult;
  /** Uncovers a finished part of somebody who is being helped; null when nothing is covered. */
  readonly uncover: (() => void) | null;
  next(): void;
  back(): void;
  focusAnswer(path: string): void;
}

/** Without a mouse-down of their own, buttons would move away under the finger when an error appears above them. */
export const keepStill = (event: Event): void => event.preventDefault();

/** Everything to be mended, as links that land in the field. */
export function errorSummary(session: FormSession, steps: readonly Step[], focusAnswer: (path: string) => void): TemplateResult | typeof nothing {
  const errors = steps.flatMap((step) => session.errorsOf(step));
  if (errors.length === 0) return nothing;
  const jump = (path: string) => (event: Event): void => {
    event.preventDefault();
    focusAnswer(path);
  };
  return html`<div class="errors stack" role="alert" tabindex="-1" aria-labelledby="errors-title">
    <h2 id="errors-title">${session.formWords.errorTitle}</h2>
    <ul class="bullets">
      ${errors.map((error) => html`<li><a href="#" @click=${jump(error.path)}>${session.formWords.errorIn(session.label(error.path), session.sentence(error))}</a></li>`)}
    </ul>
  </div>`;
}

/** What a newer form changed, in words; old answers that no longer fit are named, so that nothing is lost without notice. */
export function updateText({ again, gone }: FormUpdate, session: FormSession): string {
  const words = session.formWords;
  const lost = again.map(({ id, before }) => (before === '' ? session.label(id) : words.formerly(session.label(id), before)));
  return [words.formChanged, lost.length > 0 ? words.answerAgain(lost.join('; ')) : '', gone > 0 ? words.gone(gone) : ''].filter(Boolean).join(' ');
}

function stepTemplate(session: FormSession, step: Step, first: boolean): TemplateResult {
  return html`<section class="step">
    ${first ? nothing : html`<h2>${session.say(step.title)}</h2>`}
    ${step.description ? html`<p>${session.say(step.description)}</p>` : nothing}
    ${step.fields.map((field) => helped(session, field, field.id))}
  </section>`;
}

/** The step screen. Enter in a box goes on, as people expect of a form; nothing is ever submitted to the host page. */
export function stepScreen(view: StepScreen): TemplateResult {
  const { session, steps } = view;
  const words = session.formWords;
  const handleSubmit = (event: Event): void => {
    event.preventDefault();
    view.next();
  };
  return html`<form novalidate @submit=${handleSubmit}>
    ${view.errorsOpen ? errorSummary(session, steps, view.focusAnswer) : nothing}
    <p class="progress">${(view.oneByOne ? words.question : words.progress)(view.at, view.of)}</p>
    <h2 tabindex="-1" class="heading">${session.say(steps[0]?.title)}</h2>
    ${view.notice === null ? nothing : html`<p class="statement note">${view.notice}</p>`}
    ${view.uncover === null
      ? steps.map((step, index) => stepTemplate(session, step, index === 0))
      : html`<p class="statement note">${words.helper.covered}</p><button type="button" @click=${view.uncover}>${words.helper.show}</button>`}
    <p class="actions" @mousedown=${keepStill}>
      <button type="submit" class="main">${view.returning ? words.toSummary : words.next}</button>
      <button type="button" @click=${view.back}>${words.back}</button>
    </p>
    ${view.status}
  </form>`;
}
