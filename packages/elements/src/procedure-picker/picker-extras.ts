/** What the picker can do beyond searching. One chunk, fetched when the list stands on the screen. */
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Guide } from '@motcua/contract/guide';
import type { Catalogue, CatalogueEntry } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { differingWords, familyOf, nearTwins } from '@motcua/domain/lookalikes';
import type { CounterPort } from '../context/counter-port.ts';
import { forgetSheets, keepAnswer } from '../internal/kept.ts';
import { keptNotice } from '../internal/kept-notice.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { officeVi } from '../localization/vi/office.ts';
import { keptVi } from '../localization/vi/kept.ts';
import { waysVi } from '../localization/vi/ways.ts';
import { officeOf } from './office.model.ts';
import type { ProcedureLeaveEvent } from './procedure-picker.events.ts';
import './twins/motcua-picker-twins.ts';
import { forgetRecent, pageStorage, recentCodes, rememberCode } from './ways/recent.ts';
import './ways/motcua-picker-ways.ts';
import { everydayNames } from './ways/ways.model.ts';

/** Only the first results are compared: nobody takes the eighth for the first. */
const COMPARED = 5;

/** What the picker shows; the same object until another catalogue comes. */
export interface PickerData {
  readonly catalogue: Catalogue;
  readonly site: Site | null;
}

/** The picker, as far as its extras need it. */
export interface ExtrasHost extends ReactiveControllerHost, Element {
  readonly helper: boolean;
}

/** What people do with what is shown here. */
export interface ExtrasActs {
  /** Asks the gateway again for what is shown. */
  again(): void;
  /** Gets the search ready before the first letter. */
  prepare(data: PickerData): void;
  /** Shows these procedures under this heading. */
  choose(title: string, entries: readonly CatalogueEntry[]): void;
  /** Opens one procedure. */
  select(code: string): void;
}

/** What a row says besides its names. `name`: the official one with its difference to near twins marked. */
export interface RowNotes {
  readonly name?: TemplateResult | undefined;
  readonly said?: string;
  readonly office?: string;
}

/** Browsing, questions, recently seen. Asks for the guide of the site at once. */
export class PickerExtras {
  readonly #host: ExtrasHost;
  readonly #acts: ExtrasActs;
  readonly #locale: LocaleController<{ alsoSaid: (phrase: string) => string; noneHelp: string; office: typeof officeVi; kept: typeof keptVi }>;
  readonly #port: CounterPort;
  #guide: Guide | null = null;
  #names: ReadonlyMap<string, string> = new Map();
  #marked: ReadonlyMap<string, TemplateResult> = new Map();
  #known: PickerData | undefined;
  #prepared: PickerData | undefined;
  /** The way that was taken last: the focus comes back to it. */
  readonly #taken: { way: string | null } = { way: null };

  constructor(host: ExtrasHost, port: CounterPort, acts: ExtrasActs) {
    this.#host = host;
    this.#acts = acts;
    this.#port = port;
    const en = async () => {
      const [ways, office, kept] = await Promise.all([import('../localization/en/ways.ts'), import('../localization/en/office.ts'), import('../localization/en/kept.ts')]);
      return { alsoSaid: ways.waysEn.alsoSaid, noneHelp: ways.waysEn.noneHelp, office: office.officeEn, kept: kept.keptEn };
    };
    this.#locale = new LocaleController(host, { vi: { alsoSaid: waysVi.alsoSaid, noneHelp: waysVi.noneHelp, office: officeVi, kept: keptVi }, load: { en } });
    // A helper's machine keeps nothing, and loses what it had.
    if (host.helper) this.#forget();
    // A sheet that came only after another try is kept when it is left.
    host.addEventListener('motcua-procedure-leave', (event) => this.#keepSheet((event as ProcedureLeaveEvent).code));
    this.#keep('site', port.read.site());
    this.#keep('catalogue', port.read.catalogue());
    port.read.guide().then(
      (guide) => {
        this.#guide = guide;
        this.#keep('guide', Promise.resolve(guide));
        host.requestUpdate();
      },
      // Without it there are still subjects, and names with their differences marked.
      () => undefined,
    );
  }

  /** Keeps the code for «đã xem trên máy này», and the sheet for a day without a line, unless somebody does not want that. */
  remember(code: string): void {
    if (this.#host.helper) return this.#forget();
    rememberCode(pageStorage(), code);
    this.#keepSheet(code);
  }

  #keepSheet(code: string): void {
    if (this.#host.helper || code === '' || recentCodes(pageStorage()) === null) return;
    this.#keep(`procedure ${code}`, this.#port.read.procedure(code));
  }

  #forget(): void {
    forgetRecent(pageStorage());
    void forgetSheets();
  }

  /** What came over the line stays on the device; what is from there already keeps its age. */
  #keep(path: string, answer: Promise<object>): void {
    answer.then(
      (body) => (this.#port.read.keptAt?.(body) === undefined ? keepAnswer(this.#port, path, body) : undefined),
      () => undefined,
    );
  }

  /** How old the list is, when it is from an earlier visit. */
  age({ catalogue }: PickerData): TemplateResult | undefined {
    const at = this.#port.read.keptAt?.(catalogue);
    return at === undefined ? undefined : keptNotice(at, this.#locale.words.kept.list, this.#locale.words.kept, this.#acts.again);
  }

  /** Ways to a procedure without typing; `none`: what was typed fits nothing. */
  ways(data: PickerData, none: boolean): TemplateResult {
    const { catalogue } = data;
    if (this.#prepared !== data) {
      this.#prepared = data;
      // Thousands of names take a phone a second: not while the list is drawn.
      inQuiet(() => {
        if (this.#prepared === data) this.#acts.prepare(data);
      });
    }
    return html`${none ? html`<p>${this.#locale.words.noneHelp}</p>` : ''}<motcua-picker-ways
      lang=${this.#locale.language} .entries=${catalogue.entries} .guide=${this.#guide} .helper=${this.#host.helper} .acts=${this.#acts} .taken=${this.#taken}
    ></motcua-picker-ways>`;
  }

  /** What tells the first results apart: a written question, or marks in their names. Call it before `row`. */
  tell(results: readonly CatalogueEntry[], { catalogue }: PickerData): TemplateResult {
    const family = familyOf(results.map(({ code }) => code), this.#guide?.lookAlikes ?? []);
    this.#marked = family === null ? markedNames(results.slice(0, COMPARED)) : new Map();
    return html`<motcua-picker-twins
      lang=${this.#locale.language} .family=${family} .marked=${this.#marked.size > 0} .entries=${catalogue.entries} .acts=${this.#acts}
    ></motcua-picker-twins>`;
  }

  /** Only what was searched for says its everyday name: before, a line that comes late would push the list. */
  row(entry: CatalogueEntry, data: PickerData, found: boolean): RowNotes {
    if (this.#known !== data) [this.#known, this.#names] = [data, everydayNames(data.catalogue)];
    const { words } = this.#locale;
    const said = found ? this.#names.get(entry.code) : undefined;
    const office = officeOf(entry, data.site?.unit.level);
    return { name: found ? this.#marked.get(entry.code) : undefined, said: said === undefined ? '' : words.alsoSaid(said), office: office === null ? '' : words.office[office] };
  }
}

/** When the page has nothing else to do; Safari cannot tell, there it is soon. */
function inQuiet(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 500);
}

/** Official names of near twins with their differences marked, by code; equal names are told apart by the code itself. */
function markedNames(first: readonly CatalogueEntry[]): Map<string, TemplateResult> {
  const twins = nearTwins(first.map(({ name }) => name)).flatMap((index) => first[index] ?? []);
  const pieces = differingWords(twins.map(({ name }) => name));
  return new Map(
    twins.map(({ code, name }, index) => {
      const equal = twins.filter((twin) => twin.name === name).length > 1;
      return [code, html`${pieces[index]?.map(({ text, differs }) => (differs ? html`<mark>${text}</mark>` : text))}${equal ? html` <mark>(${code})</mark>` : ''}`] as const;
    }),
  );
}
