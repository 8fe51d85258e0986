/** Sends the files of a form one after the other while it is being filled in. Bytes are copied when a file is picked. */
import type { AttachedFile, PaperAnswer } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import { isAcceptedFile } from '@motcua/domain/form';
import { newUuid, type Device } from '../device.ts';
import { nameFor, prepareFile } from './file-intake.ts';
import type { KeptFile, PaperFile, PaperFiles, PaperKeeper, PaperSession, PaperTrouble, RefusedFile } from './paper-files.ts';
import { troubleOf } from './upload-trouble.model.ts';

/** What a queue needs. */
export interface UploadsInput {
  readonly session: PaperSession;
  readonly keeper: PaperKeeper;
  readonly credentials: { readonly id: string; readonly secret: string };
  readonly device: Device;
  readonly kept: readonly KeptFile[];
  /** The phone saves data (`Save-Data`): sending waits for the person's word. */
  readonly saveData?: boolean;
}

interface Entry extends PaperFile {
  readonly resume?: KeptFile['resume'];
  readonly bytes?: Blob;
}

/** One file on its way into the queue. */
interface Taken {
  readonly field: FieldOf<'paper'>;
  readonly path: string;
  readonly file: File;
  readonly name: string;
  readonly state: 'waiting' | 'page';
}

export { savesData } from './file-intake.ts';

/** Opens the queue and goes on with files that a draft remembers. */
export function openUploads(input: UploadsInput): PaperFiles {
  return new UploadQueue(input);
}

const answerFile = (entry: Entry): AttachedFile =>
  entry.arrived ?? { uploadId: `pending-${entry.id}`, name: entry.name, size: entry.size, type: entry.type };

class UploadQueue implements PaperFiles {
  readonly #input: UploadsInput;
  #entries: readonly Entry[];
  #stop = new AbortController();
  #current: { id: string; abort: AbortController } | null = null;
  #opened: Promise<unknown> | null = null;
  #waiters: (() => void)[] = [];
  #allowed: boolean;

  constructor(input: UploadsInput) {
    this.#input = input;
    this.#allowed = input.saveData !== true;
    this.#entries = input.kept.map(({ sent, resume, page, ...file }) => ({
      ...file,
      state: page ? 'page' : sent === undefined ? 'waiting' : 'arrived',
      sent: sent === undefined ? (resume?.acknowledged ?? 0) : file.size,
      ...(sent === undefined ? {} : { arrived: sent }),
      ...(resume === undefined ? {} : { resume }),
    }));
    this.#pump();
  }

  get unfinished(): number {
    return this.#entries.filter((entry) => entry.state !== 'arrived').length;
  }

  get bytesToSend(): number {
    return this.#entries.reduce((sum, entry) => sum + (entry.state === 'arrived' ? 0 : entry.size - entry.sent), 0);
  }

  get asking(): boolean {
    return !this.#allowed && this.#entries.some((entry) => entry.state === 'waiting');
  }

  allow(): void {
    this.#allowed = true;
    this.#pump();
    this.#tell();
  }

  of(path: string): readonly PaperFile[] {
    return this.#entries.filter((entry) => entry.path === path);
  }

  kept(): readonly KeptFile[] {
    return this.#entries
      .filter((entry) => entry.state !== 'preparing')
      .map(({ id, path, name, type, size, originalSize, resume, arrived, state }) => ({
        id, path, name, type, size, originalSize,
        ...(state === 'page' ? { page: true as const } : {}),
        ...(resume === undefined ? {} : { resume }),
        ...(arrived === undefined ? {} : { sent: arrived }),
      }));
  }

  pick(field: FieldOf<'paper'>, path: string, files: readonly File[]): Promise<readonly RefusedFile[]> {
    return this.#takeAll(field, path, files, 'waiting');
  }

  pickPages(field: FieldOf<'paper'>, path: string, files: readonly File[]): Promise<readonly RefusedFile[]> {
    return this.#takeAll(field, path, files, 'page');
  }

  async #takeAll(field: FieldOf<'paper'>, path: string, files: readonly File[], state: 'waiting' | 'page'): Promise<readonly RefusedFile[]> {
    const refused: RefusedFile[] = [];
    for (const file of files) {
      const name = file.name.normalize('NFC').slice(-200);
      const result = await this.#take({ field, path, file, name, state });
      if (result !== null) refused.push({ name, trouble: result });
    }
    return refused;
  }

  async #take({ field, path, file, name, state }: Taken): Promise<PaperTrouble | null> {
    const { session, device } = this.#input;
    const limits = session.site.uploadLimits;
    if (file.size === 0) return 'empty';
    if (this.#isFull(field, path, state)) return 'too-many';
    // Pages become sheets of a PDF: pictures only, and all of them JPEG.
    const accept = state === 'page' ? ['image/jpeg'] : (field.accept ?? limits.types);
    const id = newUuid(device);
    this.#put({ id, path, name, type: file.type, size: file.size, originalSize: file.size, state: 'preparing', sent: 0 });
    try {
      const { blob: bytes, doubt, readable } = await prepareFile(file, (type) => isAcceptedFile({ name, type }, accept));
      const fits = bytes.size <= (field.maxBytes ?? limits.maxFileBytes);
      const trouble = isAcceptedFile({ name, type: bytes.type }, accept) ? (fits ? null : 'too-big') : readable ? 'wrong-type' : 'heic';
      if (trouble !== null) {
        this.#drop(id);
        return trouble;
      }
      await this.#enter({ id, path, name: nameFor(name, bytes.type), type: bytes.type, size: bytes.size, originalSize: file.size, state, sent: 0, bytes, ...(doubt === null ? {} : { doubt }) });
      return null;
    } catch {
      this.#drop(id);
      return 'unreadable';
    }
  }

  #isFull(field: FieldOf<'paper'>, path: string, state: Taken['state']): boolean {
    const files = this.of(path).filter((entry) => entry.state !== 'page').length;
    return (state === 'waiting' && files >= (field.maxFiles ?? 20)) || this.#entries.length >= this.#input.session.site.uploadLimits.maxFilesPerDraft;
  }

  /** Bytes lie on the device before they travel: a reload in between loses nothing. Without storage they stay in memory. */
  async #enter(entry: Entry & { readonly bytes: Blob }): Promise<void> {
    await this.#input.keeper.saveFile(entry.id, entry.bytes).catch(() => undefined);
    this.#put(entry);
    this.#writeAnswer(entry.path);
    this.#pump();
  }

  move(id: string, by: -1 | 1): void {
    const pages = this.#entries.filter((entry) => entry.state === 'page' && entry.path === this.#find(id)?.path);
    const other = pages[pages.findIndex((entry) => entry.id === id) + by];
    const entry = this.#find(id);
    if (entry === undefined || other === undefined) return;
    this.#entries = this.#entries.map((one) => (one.id === id ? other : one.id === other.id ? entry : one));
    this.#tell();
  }

  async finishPages(path: string): Promise<PaperTrouble | null> {
    const pages = this.#entries.filter((entry) => entry.path === path && entry.state === 'page');
    const [first] = pages;
    if (first === undefined) return null;
    if (pages.length === 1) {
      this.retry(first.id);
      return null;
    }
    const bytes = await Promise.all(pages.map((page) => this.page(page.id)));
    if (bytes.some((one) => one === null)) return 'gone';
    const { joinPages } = await import('./join-pages.ts');
    const joined = await joinPages(bytes as Blob[]);
    if (joined.size > this.#input.session.site.uploadLimits.maxFileBytes) return 'too-big';
    const name = first.name.replace(/\.\w{1,5}$/, '.pdf');
    await this.#enter({ id: newUuid(this.#input.device), path, name, type: joined.type, size: joined.size, originalSize: joined.size, state: 'waiting', sent: 0, bytes: joined });
    for (const page of pages) this.remove(page.id);
    return null;
  }

  async page(id: string): Promise<Blob | null> {
    return this.#find(id)?.bytes ?? (await this.#input.keeper.store?.loadFile(id).catch(() => null)) ?? null;
  }

  accept(id: string): void {
    this.#change(id, {}, ['doubt']);
  }

  #find(id: string): Entry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting' }, ['trouble']);
    this.#pump();
  }

  remove(id: string): void {
    const entry = this.#find(id);
    if (entry === undefined) return;
    if (this.#current?.id === id) this.#current.abort.abort();
    this.#drop(id);
    this.#writeAnswer(entry.path);
    void this.#input.keeper.store?.removeFile(id).catch(() => undefined);
    const uploadId = entry.arrived?.uploadId ?? entry.resume?.uploadId;
    // Uploads that nobody wants vanish at the gateway by themselves too; this is only politeness.
    if (uploadId !== undefined) void this.#client().then((client) => client.uploads.remove(this.#input.credentials, uploadId)).catch(() => undefined);
  }

  async settled(): Promise<'arrived' | 'failed'> {
    this.allow();
    for (const { path } of this.#entries.filter((entry) => entry.state === 'page')) if ((await this.finishPages(path)) !== null) return 'failed';
    return this.#done();
  }

  #done(): Promise<'arrived' | 'failed'> {
    const busy = this.#entries.some((entry) => entry.state !== 'arrived' && entry.state !== 'failed');
    if (busy) return new Promise<void>((resolve) => this.#waiters.push(resolve)).then(() => this.#done());
    return Promise.resolve(this.#entries.some((entry) => entry.state === 'failed') ? 'failed' : 'arrived');
  }

  stop(): void {
    this.#stop.abort();
    this.#current?.abort.abort();
    this.#entries = [];
  }

  #client(): ReturnType<NonNullable<PaperSession['port']>['client']> {
    const { port } = this.#input.session;
    return port === null ? Promise.reject(new Error('no counter')) : port.client();
  }

  /** Sends the next waiting file, if none is on its way. */
  #pump(): void {
    const next = this.#entries.find((entry) => entry.state === 'waiting');
    if (this.#current !== null || next === undefined || !this.#allowed || this.#stop.signal.aborted) return;
    const abort = new AbortController();
    this.#current = { id: next.id, abort };
    void this.#send(next, abort.signal).finally(() => {
      this.#current = null;
      for (const wake of this.#waiters.splice(0)) wake();
      this.#pump();
    });
  }

  async #send(entry: Entry, signal: AbortSignal): Promise<void> {
    const { session, credentials, keeper } = this.#input;
    try {
      const bytes = await this.page(entry.id);
      if (bytes === null) return this.#fail(entry.id, 'gone');
      const client = await this.#client();
      this.#opened ??= client.drafts.open(credentials, session.procedure.code);
      await this.#opened;
      this.#change(entry.id, { state: 'sending' });
      const arrived = await client.uploads.send({
        draft: credentials,
        paperId: entry.path.split('/').pop() ?? entry.path,
        file: bytes,
        name: entry.name,
        type: entry.type,
        ...(entry.resume === undefined ? {} : { resume: entry.resume }),
        onProgress: ({ acknowledged, phase }) => this.#change(entry.id, { sent: acknowledged, state: phase === 'waiting' ? 'waiting' : 'sending' }),
        onState: (resume) => this.#change(entry.id, { resume }),
        signal,
      });
      if (signal.aborted) return;
      this.#change(entry.id, { state: 'arrived', sent: entry.size, arrived }, ['bytes']);
      this.#writeAnswer(entry.path);
      void keeper.store?.removeFile(entry.id).catch(() => undefined);
    } catch (error) {
      this.#opened = null;
      if (!signal.aborted) this.#fail(entry.id, troubleOf(error));
    }
  }

  #fail(id: string, trouble: PaperTrouble): void {
    this.#change(id, { state: 'failed', trouble });
  }

  /** The answer names every file, arrived or not: a paper that is on its way is not a missing paper. */
  #writeAnswer(path: string): void {
    const { session } = this.#input;
    const files = this.#entries.filter((entry) => entry.path === path && entry.state !== 'preparing').map(answerFile);
    const before = session.value(path) as PaperAnswer | undefined;
    const handInAtCounter = before?.handInAtCounter === true;
    session.set(path, files.length === 0 && !handInAtCounter ? undefined : { files, ...(handInAtCounter ? { handInAtCounter } : {}) });
  }

  #put(entry: Entry): void {
    const known = this.#entries.some((one) => one.id === entry.id);
    this.#entries = known ? this.#entries.map((one) => (one.id === entry.id ? entry : one)) : [...this.#entries, entry];
    this.#tell();
  }

  #change(id: string, change: Partial<Entry>, without: readonly (keyof Entry)[] = []): void {
    const entry = this.#find(id);
    if (entry === undefined) return;
    const next = { ...entry, ...change };
    for (const key of without) delete (next as Partial<Record<keyof Entry, unknown>>)[key];
    this.#put(next);
  }

  #drop(id: string): void {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    this.#tell();
  }

  #tell(): void {
    this.#input.session.filesChanged();
  }
}
