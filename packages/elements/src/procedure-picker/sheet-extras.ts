/** What the sheet can do beyond showing: a day if you send now, the fee for so many copies. Fetched after its first paint. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { TimeLimit, WorkingCalendar } from '@motcua/contract/calendar';
import type { Procedure, ProcedureChannel } from '@motcua/contract/procedure';
import { dueDate } from '@motcua/domain/calendar';
import { renderDue } from '../internal/due-reasons/due-reasons.ts';
import type { CounterPort } from '../context/counter-port.ts';
import { keepAnswer } from '../internal/kept.ts';
import { keptNotice } from '../internal/kept-notice.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { dueVi } from '../localization/vi/due.ts';
import { feesVi } from '../localization/vi/fees.ts';
import { keptVi } from '../localization/vi/kept.ts';
import type { SheetMessages } from '../localization/vi/sheet.ts';
import './fee-calculator/motcua-fee-calculator.ts';
import { alike, canBeDated, canBeReckoned } from './procedure-sheet.model.ts';

/** Due dates and fees of one sheet, in the language of the page. */
export class SheetExtras {
  readonly #locale: LocaleController<{ due: typeof dueVi; fees: typeof feesVi; kept: typeof keptVi }>;

  constructor(host: ReactiveControllerHost & Element) {
    const en = async () => {
      const [due, fees, kept] = await Promise.all([import('../localization/en/due.ts'), import('../localization/en/fees.ts'), import('../localization/en/kept.ts')]);
      return { due: due.dueEn, fees: fees.feesEn, kept: kept.keptEn };
    };
    this.#locale = new LocaleController(host, { vi: { due: dueVi, fees: feesVi, kept: keptVi }, load: { en } });
  }

  /** The day of the result if the papers were handed in at `now` (milliseconds), with its reasons. Nothing for an unknown limit. */
  due(time: TimeLimit, calendar: WorkingCalendar, now: number): TemplateResult | typeof nothing {
    if (!canBeDated(time)) return nothing;
    try {
      return renderDue(dueDate({ receivedAt: new Date(now).toISOString(), limit: time, calendar }), this.#locale.words.due);
    } catch {
      // A calendar with a day that does not exist: a guess would be worse than no date.
      return nothing;
    }
  }

  /** How old the sheet is, when an earlier visit left it on the device. */
  age(procedure: Procedure, port: CounterPort | null, again: () => void): TemplateResult | typeof nothing {
    const at = port?.read.keptAt?.(procedure);
    return at === undefined ? nothing : keptNotice(at, this.#locale.words.kept.sheet, this.#locale.words.kept, again);
  }

  /** A sheet that stands alone on a page is about that page and nobody else: it stays on the device. The picker keeps its own. */
  keep(procedure: Procedure, port: CounterPort): void {
    if (port.read.keptAt?.(procedure) === undefined) void keepAnswer(port, `procedure ${procedure.code}`, procedure);
  }

  /** The small calculator, where counting or an exemption changes the price. */
  calculator(channels: readonly ProcedureChannel[], words: SheetMessages): TemplateResult | typeof nothing {
    if (!canBeReckoned(channels)) return nothing;
    return html`<details class="no-print">
      <summary>${this.#locale.words.fees.title}</summary>
      <motcua-fee-calculator lang=${this.#locale.language} .channels=${alike(channels)} .words=${words}></motcua-fee-calculator>
    </details>`;
  }
}
