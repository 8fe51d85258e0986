/** What the desk knows and does: signs in, reads the work list, opens a dossier, acts on it. Draws nothing. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormDefinition } from '@motcua/contract/form';
import type { Letter } from '@motcua/contract/letter';
import type { OfficerAct, OfficerDossier, OfficerDossierSummary, WorkListView } from '@motcua/contract/officer';
import type { LetterKind } from '@motcua/contract/tracking';
import type { OfficerClient } from '@motcua/sdk/officer';
import type { CounterPort } from '../context/counter-port.ts';
import { isInView, sortByUrgency } from './desk.model.ts';

/** Problem of the last step, as a key of the words. */
export type Trouble = '' | 'tokenWrong' | 'noConnection' | 'conflict' | 'refused' | 'lost' | 'notAllowed';

/** More than an officer reads in a day; who has more narrows the view. */
const MOST = 300;
const LOST = new Set(['network', 'timeout', 'response-shape', 'unavailable', 'internal']);

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** State of the desk. The token lives in the client alone, and the client in memory alone. */
export class DeskController implements ReactiveController {
  client: OfficerClient | null = null;
  view: WorkListView = 'open';
  list: readonly OfficerDossierSummary[] | null = null;
  dossier: OfficerDossier | null = null;
  definition: FormDefinition | null = null;
  trouble: Trouble = '';
  busy = false;
  readonly #host: ReactiveControllerHost;
  readonly #port: () => CounterPort | null;
  #run = 0;

  constructor(host: ReactiveControllerHost, port: () => CounterPort | null) {
    this.#host = host;
    this.#port = port;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#run++;
  }

  /** Signs in with a token; the first look at the list proves it. */
  async signIn(token: string): Promise<void> {
    const port = this.#port();
    if (port === null) return;
    await this.#step(async () => {
      const { createOfficerClient } = await import('./officer-client.lazy.ts');
      await this.use(createOfficerClient({ gateway: port.gateway, token }));
    });
  }

  /** Works with a ready client. Rejects when the gateway does not take it. */
  async use(client: OfficerClient): Promise<void> {
    const list = await this.#read(client, this.view);
    this.client = client;
    this.list = list;
    this.#host.requestUpdate();
  }

  /** Forgets client, list and dossier. */
  signOut(): void {
    this.#run++;
    this.client = this.list = this.dossier = this.definition = null;
    this.trouble = '';
    this.#host.requestUpdate();
  }

  async #read(client: OfficerClient, view: WorkListView): Promise<readonly OfficerDossierSummary[]> {
    const found: OfficerDossierSummary[] = [];
    for await (const one of client.dossiers.list({ view, limit: 100 })) {
      if (isInView(view, one)) found.push(one);
      if (found.length === MOST) break;
    }
    return sortByUrgency(found);
  }

  /** Shows a view afresh. An answer that was overtaken by another view is dropped. */
  async show(view: WorkListView): Promise<void> {
    const { client } = this;
    if (client === null) return;
    const run = ++this.#run;
    this.view = view;
    await this.#step(async () => {
      const list = await this.#read(client, view);
      if (run === this.#run) this.list = list;
    });
  }

  /** Opens a dossier with the form it was made with. */
  async open(dossierId: string): Promise<void> {
    const { client } = this;
    if (client === null) return;
    await this.#step(async () => {
      const dossier = await client.dossiers.get(dossierId);
      // Without the form the answers can still be read, only less well.
      this.definition = (await this.#port()?.read.form(dossier.tracking.procedure.code).catch(() => null)) ?? null;
      this.dossier = dossier;
    });
  }

  /** Back to the list, read anew: what was just done has moved. */
  close(): void {
    this.dossier = null;
    void this.show(this.view);
  }

  /** Acts; true when it is done. After a conflict or a lost answer the dossier is read again, so that the officer sees what is. */
  async act(act: OfficerAct): Promise<boolean> {
    const { client, dossier } = this;
    if (client === null || dossier === null || this.busy) return false;
    let isDone = false;
    await this.#step(async () => {
      this.dossier = await client.dossiers.act(dossier.dossierId, act);
      isDone = true;
    });
    if (this.trouble === 'conflict' || this.trouble === 'lost') this.dossier = await client.dossiers.get(dossier.dossierId).catch(() => dossier);
    this.#host.requestUpdate();
    return isDone;
  }

  /** A stored file. */
  file(uploadId: string): Promise<Blob> {
    const { client, dossier } = this;
    return client === null || dossier === null ? Promise.reject(new Error('no dossier')) : client.dossiers.file(dossier.dossierId, uploadId);
  }

  /** A letter of the open dossier. */
  letter(kind: LetterKind): Promise<Letter> {
    const { client, dossier } = this;
    return client === null || dossier === null ? Promise.reject(new Error('no dossier')) : client.dossiers.letter(dossier.dossierId, kind);
  }

  async #step(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.trouble = '';
    this.#host.requestUpdate();
    try {
      await work();
    } catch (error) {
      const code = codeOf(error);
      const known: Readonly<Record<string, Trouble>> = { unauthorized: 'tokenWrong', forbidden: this.client === null ? 'tokenWrong' : 'refused', 'dossier-version-conflict': 'conflict', 'dossier-transition-not-allowed': 'notAllowed' };
      this.trouble = known[code] ?? (LOST.has(code) ? (this.dossier === null ? 'noConnection' : 'lost') : 'refused');
      if (this.trouble === 'tokenWrong' && this.client !== null) this.client = this.list = this.dossier = null;
    }
    this.busy = false;
    this.#host.requestUpdate();
  }
}
