/** Sends the files of a form one after the other while it is being filled in. Bytes are copied when a file is picked. */
import type { PaperAnswer } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { Upload } from '@motcua/contract/upload';
import { isAcceptedFile } from '@motcua/domain/form';
import type { Site } from '@motcua/contract/site';
import type { DraftCredentials, PhoneCredentials } from '@motcua/sdk';
import { newUuid, type Device } from '../device.ts';
import { nameFor, prepareFile } from './file-intake.ts';
import type { AskedPaper, KeptFile, PaperFile, PaperFiles, PaperKeeper, PaperSession, PaperTrouble, RefusedFile } from './paper-files.ts';
import { arrivedByPhone, paperOfPath } from './paper-path.model.ts';
import type { PhoneDesk } from './phone-desk.ts';
import { answerFile, entryOf, keptOf, type Entry, type Taken } from './queue-entry.ts';
import { troubleOf } from './upload-trouble.model.ts';

/** What a queue needs. */
export interface UploadsInput {
  readonly session: PaperSession;
  readonly limits: Site['uploadLimits'];
  readonly keeper: PaperKeeper;
  /** The draft's own, or those of a phone that helps. */
  readonly credentials: DraftCredentials | PhoneCredentials;
  readonly device: Device;
  readonly kept: readonly KeptFile[];
  /** The phone saves data (`Save-Data`): sending waits for the person's word. */
  readonly saveData?: boolean;
  /** A phone was asked to help before the reload. */
  readonly lent?: boolean;
  /** Papers asked for now; absent where no phone can be asked to help. */
  asked?(): readonly AskedPaper[];
  /** The dossier goes elsewhere: papers are made ready and kept here, not a byte is sent. */
  readonly stays?: boolean;
}

export { askedPapers } from './asked-papers.ts';
export { savesData } from './file-intake.ts';

/** Opens the queue and goes on with files that a draft remembers. */
export function openUploads(input: UploadsInput): PaperFiles {
  return new UploadQueue(input);
}

class UploadQueue implements PaperFiles {
  readonly #input: UploadsInput;
  #entries: readonly Entry[];
  #stop = new AbortController();
  #current: { id: string; abort: AbortController } | null = null;
  #opened: Promise<unknown> | null = null;
  #waiters: (() => void)[] = [];
  #allowed: boolean;
  #desk: Promise<PhoneDesk> | null = null;
  /** Uploads that the person took away: they do not come back with the next look. */
  readonly #unwanted = new Set<string>();

  constructor(input: UploadsInput) {
    this.#input = input;
    this.#allowed = input.saveData !== true || input.stays === true;
    this.#entries = input.kept.map(entryOf);
    this.#pump();
    if (input.lent === true) void this.phone().then((desk) => desk.watch(), () => undefined);
  }

  get canLend(): boolean {
    return this.#input.asked !== undefined && this.#input.stays !== true && 'id' in this.#input.credentials;
  }

  get lent(): boolean {
    return this.#desk !== null || this.#input.lent === true;
  }

  phone(): Promise<PhoneDesk> {
    const { credentials, asked = () => [] } = this.#input;
    if (!('id' in credentials)) return Promise.reject(new Error('a phone lends nothing'));
    const of = (path: string): number => this.of(path).length;
    const open = (): Promise<void> => this.#openDraft(credentials);
    this.#desk ??= import('./phone-desk.ts').then(({ deskOf }) => deskOf({ asked, credentials, client: () => this.#client(), open, of, adopt: (uploads) => this.#adopt(uploads) }));
    this.#desk.catch(() => (this.#desk = null));
    return this.#desk;
  }

  /** Files that a phone sent get their place under their papers. */
  #adopt(uploads: readonly Upload[]): number {
    const known = new Set([...this.#unwanted, ...this.#entries.map((entry) => entry.arrived?.uploadId ?? '')]);
    const fresh = arrivedByPhone(uploads, this.#input.asked?.() ?? [], known);
    for (const { path, arrived } of fresh) {
      const { name, type, size } = arrived;
      this.#put({ id: newUuid(this.#input.device), path, name, type, size, originalSize: size, state: 'arrived', sent: size, fromPhone: true, arrived });
      this.#writeAnswer(path);
    }
    return fresh.length;
  }

  async #openDraft(credentials: DraftCredentials): Promise<void> {
    const { code } = this.#input.session.procedure;
    this.#opened ??= this.#client().then((client) => client.drafts.open(credentials, code));
    await this.#opened.catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
  }

  get unfinished(): number {
    return this.#entries.filter((entry) => entry.state !== 'arrived').length;
  }

  get bytesToSend(): number {
    return this.#entries.reduce((sum, entry) => sum + (entry.state === 'arrived' ? 0 : entry.size - entry.sent), 0);
  }

  get stays(): boolean {
    return this.#input.stays === true;
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
    return this.#entries.filter((entry) => entry.state !== 'preparing').map(keptOf);
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
    const { device, limits } = this.#input;
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
    return (state === 'waiting' && files >= (field.maxFiles ?? 20)) || this.#entries.length >= this.#input.limits.maxFilesPerDraft;
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
    if (joined.size > this.#input.limits.maxFileBytes) return 'too-big';
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
    const uploadId = this.#input.stays === true ? undefined : (entry.arrived?.uploadId ?? entry.resume?.uploadId);
    // Uploads that nobody wants vanish at the gateway by themselves too; this is only politeness.
    const { credentials } = this.#input;
    if (uploadId === undefined || !('id' in credentials)) return;
    this.#unwanted.add(uploadId);
    void this.#client().then((client) => client.uploads.remove(credentials, uploadId)).catch(() => undefined);
  }

  removeUnder(path: string): void {
    for (const entry of this.#entries.filter((one) => one.path.startsWith(`${path}/`))) this.remove(entry.id);
  }

  async settled(): Promise<'arrived' | 'failed'> {
    this.allow();
    // What a phone sent in the last seconds belongs to the dossier too; without an answer it goes as it is seen here.
    await (await this.#desk)?.look().catch(() => undefined);
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
    void this.#desk?.then((desk) => desk.rest(), () => undefined);
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
    const { credentials, keeper, stays } = this.#input;
    try {
      const bytes = await this.page(entry.id);
      if (bytes === null) return this.#fail(entry.id, 'gone');
      if (stays === true) return this.#keepHere(entry);
      const client = await this.#client();
      if ('id' in credentials) await this.#openDraft(credentials);
      this.#change(entry.id, { state: 'sending' });
      const arrived = await client.uploads.send({
        draft: credentials,
        ...paperOfPath(entry.path),
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

  #keepHere({ id, path, name, size, type }: Entry): void {
    this.#change(id, { state: 'arrived', sent: size, arrived: { uploadId: `here-${id}`, name, size, type } });
    this.#writeAnswer(path);
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
