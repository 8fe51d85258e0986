/** What the desk knows and does: signs in, reads the work list, opens a dossier, acts on it. Draws nothing. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormDefinition } from '@motcua/contract/form';
import type { Letter } from '@motcua/contract/letter';
import type { Officer, OfficerAct, OfficerDossier, OfficerDossierSummary, WorkListView } from '@motcua/contract/officer';
import type { Site } from '@motcua/contract/site';
import type { LetterKind } from '@motcua/contract/tracking';
import type { OfficerClient } from '@motcua/sdk/officer';
import type { CounterPort } from '../context/counter-port.ts';
import { isInView, sortByUrgency } from './desk.model.ts';

/** Problem of the last step, as a key of the words. */
export type Trouble = '' | 'tokenWrong' | 'otherUnit' | 'noConnection' | 'conflict' | 'refused' | 'lost' | 'notAllowed' | 'noPrepared' | 'tooOften';

/** More than an officer reads in a day; who has more narrows the view. */
const MOST = 300;
const LOST = new Set(['network', 'timeout', 'response-shape', 'unavailable', 'internal']);

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** Somebody who has rights, but at another unit than this desk's. */
const OTHER_UNIT = 'other-unit';

/** What the desk needs from around it: the counter, a token that is still good, and somebody to hear that it is not. */
export interface DeskSurroundings {
  port(): CounterPort | null;
  /** Renews the token when it is about to end. */
  fresh(): Promise<void>;
  /** The gateway no longer takes the token. */
  refused(): void;
}

/** State of the desk. The token lives in the client alone, and the client in memory alone. */
export class DeskController implements ReactiveController {
  client: OfficerClient | null = null;
  /** Who is signed in. */
  officer: Officer | null = null;
  view: WorkListView = 'open';
  list: readonly OfficerDossierSummary[] | null = null;
  dossier: OfficerDossier | null = null;
  definition: FormDefinition | null = null;
  /** Post offices of the unit, so that a chosen one has a name. */
  offices: Site['postOffices'] = [];
  trouble: Trouble = '';
  busy = false;
  readonly #host: ReactiveControllerHost;
  readonly #around: DeskSurroundings;
  #run = 0;

  constructor(host: ReactiveControllerHost, around: DeskSurroundings) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#run++;
  }

  /** Signs in with a token, or with whatever gives the present one; the first look at the list proves it. */
  async signIn(token: string | (() => string)): Promise<void> {
    const port = this.#around.port();
    if (port === null) return;
    await this.#step(async () => {
      const { createOfficerClient } = await import('./officer-client.lazy.ts');
      await this.use(createOfficerClient({ gateway: port.gateway, token, unit: port.unit }));
    });
  }

  /** Works with a ready client. Rejects when the gateway does not take it. */
  async use(client: OfficerClient): Promise<void> {
    const [officer, list] = await Promise.all([client.session(), this.#read(client, this.view)]);
    if (officer.site !== (this.#around.port()?.unit ?? officer.site)) throw Object.assign(new Error(OTHER_UNIT), { code: OTHER_UNIT });
    this.client = client;
    this.officer = officer;
    this.list = list;
    this.#host.requestUpdate();
  }

  /** Forgets client, list and dossier. */
  signOut(): void {
    this.#run++;
    this.client = this.officer = this.list = this.dossier = this.definition = null;
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
      await this.#show(await client.dossiers.get(dossierId));
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

  /** Does something with the signed-in client, and with a token that is still good. Rejects as the client does. */
  async ask<T>(work: (client: OfficerClient) => Promise<T>): Promise<T> {
    await this.#around.fresh();
    if (this.client === null) throw Object.assign(new Error('nobody is signed in'), { code: 'unauthorized' });
    return work(this.client);
  }

  /** A stored file. */
  file(uploadId: string): Promise<Blob> {
    const id = this.dossier?.dossierId ?? '';
    return this.ask((client) => client.dossiers.file(id, uploadId));
  }

  /** A letter of the open dossier. */
  letter(kind: LetterKind): Promise<Letter> {
    const id = this.dossier?.dossierId ?? '';
    return this.ask((client) => client.dossiers.letter(id, kind));
  }

  /** Opens what a citizen prepared at home; `takenBy` names who opened it before. Null when it could not be opened. */
  async openPrepared(code: string): Promise<{ takenBy: string } | null> {
    let opened: { takenBy: string } | null = null;
    await this.#step(async () => {
      const { isFirst, openedBy, dossier } = await this.ask((client) => client.dossiers.openPrepared(code));
      await this.#show(dossier);
      opened = { takenBy: isFirst ? '' : openedBy };
    });
    return opened;
  }

  async #show(dossier: OfficerDossier): Promise<void> {
    // Without the form the answers can still be read, only less well.
    const read = this.#around.port()?.read;
    const [definition, site] = await Promise.all([read?.form(dossier.tracking.procedure.code).catch(() => null), read?.site().catch(() => null)]);
    this.definition = definition ?? null;
    this.offices = site?.postOffices ?? [];
    this.dossier = dossier;
  }

  /** Adds an electronic result (PDF, JPEG or PNG) to the open dossier. */
  async addResult(file: File): Promise<boolean> {
    const id = this.dossier?.dossierId ?? '';
    let isDone = false;
    await this.#step(async () => {
      this.dossier = await this.ask((client) => client.dossiers.addResult(id, file, file.name));
      isDone = true;
    });
    return isDone;
  }

  async #step(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.trouble = '';
    this.#host.requestUpdate();
    try {
      if (this.client !== null) await this.#around.fresh();
      await work();
    } catch (error) {
      const code = codeOf(error);
      const known: Readonly<Record<string, Trouble>> = { unauthorized: 'tokenWrong', forbidden: this.client === null ? 'tokenWrong' : 'refused', [OTHER_UNIT]: 'otherUnit', over: 'tokenWrong', 'dossier-version-conflict': 'conflict', 'dossier-transition-not-allowed': 'notAllowed', 'prepared-not-found': 'noPrepared', 'rate-limited': 'tooOften' };
      this.trouble = known[code] ?? (LOST.has(code) ? (this.dossier === null ? 'noConnection' : 'lost') : 'refused');
      if (this.trouble === 'tokenWrong' && this.client !== null) {
        // First those who keep what was typed, then everything goes.
        this.#around.refused();
        this.client = this.officer = this.list = this.dossier = null;
      }
    }
    this.busy = false;
    this.#host.requestUpdate();
  }
}
