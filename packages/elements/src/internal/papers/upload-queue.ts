/** Sends the files of a form one after the other while it is being filled in. Bytes are copied when a file is picked. */
import type { AttachedFile, PaperAnswer } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import { isAcceptedFile } from '@motcua/domain/form';
import { newUuid, type Device } from '../device.ts';
import type { KeptFile, PaperFile, PaperFiles, PaperKeeper, PaperSession, PaperTrouble } from './paper-files.ts';
import { shrinkImage, sniffType } from './shrink-image.ts';
import { troubleOf } from './upload-trouble.model.ts';

/** What a queue needs. */
export interface UploadsInput {
  readonly session: PaperSession;
  readonly keeper: PaperKeeper;
  readonly credentials: { readonly id: string; readonly secret: string };
  readonly device: Device;
  readonly kept: readonly KeptFile[];
}

interface Entry extends PaperFile {
  readonly resume?: KeptFile['resume'];
  readonly bytes?: Blob;
}

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

  constructor(input: UploadsInput) {
    this.#input = input;
    this.#entries = input.kept.map(({ sent, resume, ...file }) => ({
      ...file,
      state: sent === undefined ? 'waiting' : 'arrived',
      sent: sent === undefined ? (resume?.acknowledged ?? 0) : file.size,
      ...(sent === undefined ? {} : { arrived: sent }),
      ...(resume === undefined ? {} : { resume }),
    }));
    this.#pump();
  }

  get unfinished(): number {
    return this.#entries.filter((entry) => entry.state !== 'arrived').length;
  }

  of(path: string): readonly PaperFile[] {
    return this.#entries.filter((entry) => entry.path === path);
  }

  kept(): readonly KeptFile[] {
    return this.#entries
      .filter((entry) => entry.state !== 'preparing')
      .map(({ id, path, name, type, size, originalSize, resume, arrived }) => ({
        id, path, name, type, size, originalSize,
        ...(resume === undefined ? {} : { resume }),
        ...(arrived === undefined ? {} : { sent: arrived }),
      }));
  }

  async pick(field: FieldOf<'paper'>, path: string, files: readonly File[]): Promise<readonly { name: string; trouble: PaperTrouble }[]> {
    const refused: { name: string; trouble: PaperTrouble }[] = [];
    for (const file of files) {
      const name = file.name.normalize('NFC').slice(-200);
      const result = await this.#take(field, path, file, name);
      if (result !== null) refused.push({ name, trouble: result });
    }
    return refused;
  }

  async #take(field: FieldOf<'paper'>, path: string, file: File, name: string): Promise<PaperTrouble | null> {
    const { session, keeper, device } = this.#input;
    const limits = session.site.uploadLimits;
    const accept = field.accept ?? limits.types;
    if (file.size === 0) return 'empty';
    if (this.of(path).length >= (field.maxFiles ?? 20) || this.#entries.length >= limits.maxFilesPerDraft) return 'too-many';
    const id = newUuid(device);
    this.#put({ id, path, name, type: file.type, size: file.size, originalSize: file.size, state: 'preparing', sent: 0 });
    try {
      const bytes = await prepare(file, (type) => isAcceptedFile({ name, type }, accept));
      const trouble = !isAcceptedFile({ name, type: bytes.type }, accept) ? 'wrong-type' : bytes.size > (field.maxBytes ?? limits.maxFileBytes) ? 'too-big' : null;
      if (trouble !== null) {
        this.#drop(id);
        return trouble;
      }
      // Bytes lie on the device before they travel: a reload in between loses nothing. Without storage they stay in memory.
      await keeper.saveFile(id, bytes).catch(() => undefined);
      this.#put({ id, path, name: nameFor(name, bytes.type), type: bytes.type, size: bytes.size, originalSize: file.size, state: 'waiting', sent: 0, bytes });
      this.#writeAnswer(path);
      this.#pump();
      return null;
    } catch {
      this.#drop(id);
      return 'unreadable';
    }
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting' }, ['trouble']);
    this.#pump();
  }

  remove(id: string): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry === undefined) return;
    if (this.#current?.id === id) this.#current.abort.abort();
    this.#drop(id);
    this.#writeAnswer(entry.path);
    void this.#input.keeper.store?.removeFile(id).catch(() => undefined);
    const uploadId = entry.arrived?.uploadId ?? entry.resume?.uploadId;
    // Uploads that nobody wants vanish at the gateway by themselves too; this is only politeness.
    if (uploadId !== undefined) void this.#client().then((client) => client.uploads.remove(this.#input.credentials, uploadId)).catch(() => undefined);
  }

  settled(): Promise<'arrived' | 'failed'> {
    const busy = this.#entries.some((entry) => entry.state !== 'arrived' && entry.state !== 'failed');
    if (busy) return new Promise<void>((resolve) => this.#waiters.push(resolve)).then(() => this.settled());
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
    if (this.#current !== null || next === undefined || this.#stop.signal.aborted) return;
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
      const bytes = entry.bytes ?? (await keeper.store?.loadFile(entry.id).catch(() => null)) ?? null;
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
    const entry = this.#entries.find((one) => one.id === id);
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

/** Copies the bytes at once: files of photo pickers and clouds go stale. Throws when the device cannot read them. */
async function prepare(file: File, accepted: (type: string) => boolean): Promise<Blob> {
  const buffer = await file.arrayBuffer();
  const type = sniffType(new Uint8Array(buffer, 0, Math.min(8, buffer.byteLength)), file.type);
  return shrinkImage(new Blob([buffer], { type }), accepted);
}

function nameFor(name: string, type: string): string {
  return type === 'image/jpeg' && !/\.jpe?g$/i.test(name) ? `${name.replace(/\.\w{1,5}$/, '')}.jpg` : name;
}
