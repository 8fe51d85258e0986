/** The checks of the form, once their code is here. It travels while the first question is read. */
import type { ReactiveControllerHost } from 'lit';
import { LocaleController } from '../localization/locale-controller.ts';
import type { FindingMessages } from '../localization/vi/findings.ts';
import type * as Checks from './form-checks.ts';

export class LaterChecks {
  /** Null until they have come. Without them nothing is complained about here; the gateway checks all the same. */
  run: typeof Checks | null = null;
  readonly #host: ReactiveControllerHost & Element;
  #locale: LocaleController<FindingMessages> | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  /** Sentence of a finding; undefined when there is none. */
  sentence(code: string): string | undefined {
    return this.#locale?.words[code];
  }

  /** Fetches them; false when there is no line. */
  async fetch(): Promise<boolean> {
    try {
      const checks = await import('./form-checks.ts');
      this.#locale ??= new LocaleController(this.#host, checks.findingTable);
      this.run = checks;
      return true;
    } catch {
      return false;
    }
  }
}
