/** Private element: on a phone, the papers that a computer asks for – photograph, send, look back at the computer. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FormDefinition } from '@motcua/contract/form';
import type { PhoneDraft } from '@motcua/contract/phone-pass';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../base-styles.ts';
import { thisDevice, type Device } from '../device.ts';
import '../papers/motcua-form-paper.ts';
import type { PaperFiles, PaperView } from '../papers/paper-files.ts';
import { openUploads, savesData } from '../papers/upload-queue.ts';
import { partStyles } from '../part.styles.ts';
import { LocaleController, say } from '../../localization/locale-controller.ts';
import { phoneVi, type PhoneMessages } from '../../localization/vi/phone.ts';
import { filesOfVisit, listedPapers, missingOf, type ListedPaper } from './phone-list.model.ts';
import { beginVisit, endVisit, joinVisit, openVisitKeeper, troubleOfVisit, type VisitKeeper, type VisitTrouble } from './phone-visit.ts';

/** What the page works with once the pass is taken. */
interface Joined {
  readonly site: Site;
  readonly procedure: Procedure;
  readonly papers: readonly ListedPaper[];
  readonly files: PaperFiles;
  readonly keeper: VisitKeeper;
}

export class PhonePapersElement extends LitElement {
  static override styles = [
    innerStyles,
    partStyles,
    css`
      fieldset {
        border-block-start: 1px solid var(--_line);
        padding-block-start: 0.75em;
      }
      legend {
        font-weight: 600;
        padding: 0;
        float: inline-start;
        inline-size: 100%;
      }
      legend + * {
        clear: both;
      }
      legend .muted {
        font-weight: 400;
      }
      .done {
        border-inline-start: 0.375em solid var(--_good);
        background: var(--_raised);
        padding: 0.75em 1em;
        font-weight: 600;
      }
    `,
  ];
  static override properties = { port: { attribute: false }, trouble: { state: true }, spoken: { state: true } };

  declare port: CounterPort | null;
  declare protected trouble: VisitTrouble | null;
  declare protected spoken: string;
  /** Clock and chance; tests give their own. */
  device: Device = thisDevice;
  /** After the end: the page as everybody else sees it. */
  leave: () => void = () => location.reload();
  readonly #answers = new Map<string, unknown>();
  readonly #locale = new LocaleController<PhoneMessages>(this, {
    vi: phoneVi,
    load: { en: () => import('../../localization/en/phone.ts').then((module) => module.phoneEn) },
  });
  #joined: Joined | null = null;
  #asked: CounterPort | null = null;

  constructor() {
    super();
    this.port = null;
    this.trouble = null;
    this.spoken = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#joined?.files.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('port') || this.port === null || this.port === this.#asked) return;
    this.#asked = this.port;
    void this.#join(this.port);
  }

  async #join(port: CounterPort): Promise<void> {
    this.trouble = null;
    try {
      const visit = beginVisit(this.device);
      if (visit === null) return void (this.trouble = 'over');
      const draft = await joinVisit(await port.client(), visit);
      const [site, procedure, definition, keeper] = await Promise.all([
        port.read.site(), port.read.procedure(draft.procedureCode), this.#form(port, draft), openVisitKeeper(visit, this.device),
      ]);
      this.#joined = await this.#open(port, { draft, site, procedure, definition, keeper, credentials: visit.own });
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
    } catch (error) {
      this.#stopFor(troubleOfVisit(error));
    }
  }

  /** Papers of a supplement request bear their names; without the form they can be photographed all the same. */
  #form(port: CounterPort, { procedureCode, papers }: PhoneDraft): Promise<FormDefinition | null> {
    const form = port.read.form(procedureCode);
    return papers.every(({ label }) => label !== undefined) ? form.catch(() => null) : form;
  }

  async #open(port: CounterPort, input: { draft: PhoneDraft; site: Site; procedure: Procedure; definition: FormDefinition | null; keeper: VisitKeeper; credentials: { pass: string; secret: string } }): Promise<Joined> {
    const { draft, site, procedure, definition, keeper, credentials } = input;
    const session = {
      procedure, port,
      value: (path: string) => this.#answers.get(path),
      set: (path: string, value: unknown) => void this.#answers.set(path, value),
      filesChanged: () => this.#changed(),
    };
    const kept = filesOfVisit(draft, await keeper.kept());
    const files = openUploads({ session, limits: site.uploadLimits, keeper, credentials, device: this.device, kept, saveData: savesData() });
    return { site, procedure, papers: listedPapers(definition, draft.papers), files, keeper };
  }

  #changed(): void {
    const { papers = [], files, keeper } = this.#joined ?? {};
    if (files !== undefined) void keeper?.keep(files.kept());
    const over = papers.some((paper) => files?.of(paper.path).some((file) => file.trouble === 'pass-over'));
    if (over) this.#stopFor('over');
    this.requestUpdate();
  }

  /** Over for good: nothing of the visit stays on this phone. Without a line it is only waiting. */
  #stopFor(trouble: VisitTrouble): void {
    this.trouble = trouble;
    if (trouble === 'network') return;
    endVisit();
    void this.#joined?.keeper.erase();
    this.#joined?.files.stop();
    this.#joined = null;
  }

  #view({ site, files }: Joined): PaperView {
    return {
      site, files, photosOnly: true,
      say: (text) => say(text, this.#locale.language),
      value: (path) => this.#answers.get(path),
      set: (path, value) => void this.#answers.set(path, value),
      leave: () => undefined,
      announce: (text) => (this.spoken = text),
      saveNow: () => void this.#joined?.keeper.keep(files.kept()),
    };
  }

  #renderPaper(view: PaperView, paper: ListedPaper): TemplateResult {
    const { words } = this.#locale;
    const name = view.say(paper.field.label);
    const label = paper.group === null ? name : words.row(name, view.say(paper.group), paper.at);
    return html`<fieldset class="stack">
      <legend>${label}${paper.required ? nothing : html` <span class="muted">(${words.optional})</span>`}</legend>
      ${paper.have > 0 ? html`<p class="muted">${words.have(paper.have)}</p>` : nothing}
      <motcua-form-paper .view=${view} .field=${paper.field} .path=${paper.path} .files=${view.files?.of(paper.path) ?? null}></motcua-form-paper>
    </fieldset>`;
  }

  #renderProgress({ papers, files }: Joined): TemplateResult {
    const { words } = this.#locale;
    const sent = papers.reduce((sum, paper) => sum + files.of(paper.path).filter((file) => file.state === 'arrived').length, 0);
    const missing = missingOf(papers, (path) => files.of(path).length);
    const done = sent > 0 && files.unfinished === 0;
    return html`<div role="status" class=${done ? 'done stack' : 'stack'}>
      ${files.unfinished > 0 ? html`<p>${words.busy(files.unfinished)}</p>` : nothing} ${done ? html`<p>${words.done(sent)}</p>` : nothing}
      ${missing > 0 ? html`<p>${words.missing(missing)}</p>` : nothing}
    </div>`;
  }

  #renderEnd(trouble: VisitTrouble): TemplateResult {
    const { words } = this.#locale;
    const again = (): void => void (this.port !== null && this.#join(this.port));
    return html`<div role="alert" class="statement warning stack">
      <p>${words.ended[trouble]}</p>
      <p class="actions">
        ${trouble === 'network' ? html`<button type="button" @click=${again}>${words.retry}</button>` : html`<button type="button" @click=${() => this.leave()}>${words.leave}</button>`}
      </p>
    </div>`;
  }

  #renderList(joined: Joined): TemplateResult {
    const { words, language } = this.#locale;
    const { procedure, papers } = joined;
    const view = this.#view(joined);
    return html`<p>${words.pageFor(say(procedure.plainName, language) || procedure.name)}</p>
      <p>${words.pageHelp}</p>
      ${papers.map((paper) => this.#renderPaper(view, paper))} ${this.#renderProgress(joined)}
      <p class="muted">${words.removeThere}</p>`;
  }

  protected override render(): TemplateResult {
    const { words } = this.#locale;
    const content = this.trouble !== null ? this.#renderEnd(this.trouble) : this.#joined === null ? html`<p class="muted">${words.joining}</p>` : this.#renderList(this.#joined);
    return html`<div class="root stack">
      <h2 class="heading" tabindex="-1">${words.pageTitle}</h2>
      ${content}
      <p class="hidden-text" role="status">${this.spoken}</p>
    </div>`;
  }
}
