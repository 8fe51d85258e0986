/** What comes after the first question: the site, checks, templates, files, help, the code that sends. */
import type { FieldKind } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import type { DraftData } from '../internal/drafts/draft.model.ts';
import type { PaperKeeper } from '../internal/papers/paper-files.ts';
import type { DraftCredentials } from './drafts/form-draft.ts';
import type { FormHost } from './form-host.ts';
import type { FormSession } from './form-session.ts';

/** Without the code that keeps drafts bytes stay in memory. */
const NO_KEEPER: PaperKeeper = { saveFile: () => Promise.resolve(), store: null };

/** The form in work. */
interface Form {
  readonly session: FormSession | null;
  readonly keeper: PaperKeeper | null;
  readonly credentials: DraftCredentials | null;
  readonly before: Pick<DraftData, 'files' | 'lent'>;
}

export class LaterParts {
  readonly #host: FormHost;
  readonly #form: Form;
  readonly #sending: () => Promise<unknown>;

  constructor(host: FormHost, form: Form, sending: () => Promise<unknown>) {
    this.#host = host;
    this.#form = form;
    this.#sending = sending;
  }

  /** Asks for everything while the first question is read. */
  prefetch(session: FormSession): void {
    void session.fetchChecks();
    // Looked through once, before the first key.
    session.rules.isRead('');
    session.prefetch(new Set<FieldKind>(session.definition.steps.flatMap((step) => step.fields.map((field) => field.kind))));
    this.ask(session);
    void session.fetchAids();
    // While there is a line: who fills in on the way may be without one when everything is ready.
    if (session.procedure.submission === 'gateway') void this.#sending();
  }

  /** Asks for what a broken line has kept back: the site, and the files that need its limits. */
  ask(session: FormSession): void {
    const hasPapers = session.definition.steps.some((step) => step.fields.some((field) => field.kind === 'paper'));
    void (hasPapers ? this.files() : this.#site(session)).catch(() => undefined);
  }

  /** Limits, calendar and place of the site; null without a line. */
  async #site(session: FormSession): Promise<Site | null> {
    if (session.site === null) {
      session.site = (await session.port?.read.site().catch(() => null)) ?? null;
      this.#host.requestUpdate();
    }
    return session.site;
  }

  /** Loads the code for files and what the draft knows of them. */
  async files(): Promise<void> {
    const { session, keeper, credentials, before } = this.#form;
    if (session === null || credentials === null || session.files !== null) return;
    const [{ askedPapers, openUploads, savesData }, site] = await Promise.all([import('../internal/papers/upload-queue.ts'), this.#site(session)]);
    if (site === null || this.#form.session !== session || session.files !== null) return;
    const { files: kept, lent } = before;
    session.files = openUploads({
      session, limits: site.uploadLimits, keeper: keeper ?? NO_KEEPER, credentials, device: this.#host.device, kept, saveData: savesData(),
      lent: lent === true, stays: session.procedure.submission === 'national-portal', asked: () => askedPapers(session),
    });
    this.#host.requestUpdate();
  }
}
