/** The papers that came, ticked and counted. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Procedure } from '@motcua/contract/procedure';
import type { EntryView } from './entry-view.ts';
import { lacking, linesOf, type PaperLine } from './paper-entry.model.ts';

function change({ type }: EntryView, paperId: string, to: Partial<PaperLine>): void {
  type(({ papers }) => ({ papers: papers.map((line) => (line.paperId === paperId ? { ...line, ...to } : line)) }));
}

function number(view: EntryView, line: PaperLine, key: 'originals' | 'copies', label: string): TemplateResult {
  const id = `${key}-${line.paperId}`;
  const count = (typed: string): number => Math.min(100, Math.max(0, Math.trunc(Number(typed)) || 0));
  return html`<div><label for=${id}>${label}<span class="hidden-text"> ${line.name}</span></label>
    <input id=${id} type="number" inputmode="numeric" min="0" max="100" .value=${String(line[key])}
      @input=${(event: Event) => change(view, line.paperId, { [key]: count((event.target as HTMLInputElement).value) })} /></div>`;
}

function renderLine(view: EntryView, line: PaperLine): TemplateResult {
  const { words, missing } = view;
  return html`<li>
    <div class="tick"><input id="paper-${line.paperId}" type="checkbox" .checked=${line.there} aria-invalid=${missing.includes('papers') ? 'true' : 'false'} @change=${(event: Event) => change(view, line.paperId, { there: (event.target as HTMLInputElement).checked })} />
      <label for="paper-${line.paperId}">${line.name}${line.required ? nothing : html` <span class="muted">${words.entryIfAny}</span>`}</label></div>
    ${line.there ? html`<div class="numbers">${number(view, line, 'originals', words.entryOriginals)}${number(view, line, 'copies', words.entryCopies)}</div>` : nothing}</li>`;
}

/** The papers of the case, with what still lacks. */
export function renderPapers(view: EntryView, procedure: Procedure): TemplateResult {
  const { words, entry, type, wrong } = view;
  const lacks = lacking(entry);
  return html`<fieldset aria-describedby="wrong-papers"><legend>${words.entryPapers}</legend>
    ${procedure.cases.length < 2 ? nothing : html`<div><label for="case">${words.entryCase}</label>
      <select id="case" @change=${(event: Event) => { const caseId = (event.target as HTMLSelectElement).value; type(() => ({ caseId, papers: linesOf(procedure, caseId) })); }}>
        ${procedure.cases.map(({ id, title }, index) => html`<option value=${id} ?selected=${id === entry.caseId}>${title ?? words.entryCaseOf(index + 1)}</option>`)}</select></div>`}
    ${wrong('papers')}
    <ul class="lines">${entry.papers.map((line) => renderLine(view, line))}</ul>
    <p role="status">${lacks.length === 0 ? '' : words.entryLacks(lacks.length)}</p>
  </fieldset>`;
}
