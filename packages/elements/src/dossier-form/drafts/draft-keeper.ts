/** Keeps the drafts of one form: finds them, saves the one in work in time, forgets it. Works without any storage, and then says so. Loaded beside the form's own data. */
import type { Device } from '../../internal/device.ts';
import { Autosave, type SaveState } from './autosave.ts';
import { DraftLock } from './draft-lock.ts';
import type { DraftData, DraftListing, FoundDraft } from '../../internal/drafts/draft.model.ts';
import { openDraftStore, type DraftStore } from '../../internal/drafts/draft-store.ts';
import { earlierDossier, rememberDossier } from './earlier.ts';
import { LastMoment } from './last-moment.ts';

/** What a keeper needs. `snapshot` gives the draft as it stands, null while there is none. */
export interface KeeperInput {
  readonly device: Device;
  /** The place of the drafts (`draftKey`). */
  readonly key: string;
  /** Helping somebody on a shared machine: nothing is kept. */
  readonly helper: boolean;
  /** What has to be finished before this keeper looks: the last write of the one before. */
  readonly after?: Promise<void> | undefined;
  snapshot(): DraftData | null;
  changed(state: SaveState): void;
}

/** A database that does not answer must not keep anybody from filling in. */
const PATIENCE_MS = 2000;
const NONE: DraftListing = { found: [], newer: 0 };
const lockName = (id: string): string => `motcua-draft-${id}`;

export class DraftKeeper {
  readonly autosave: Autosave;
  readonly #input: KeeperInput;
  readonly #lock = new DraftLock(() => this.autosave.flush(), () => this.autosave.giveUp('elsewhere'));
  readonly #last = new LastMoment(() => this.#writable());
  /** Bytes of a draft that was opened from a file where nothing can be kept. */
  readonly #memory = new Map<string, Blob>();
  #store: DraftStore | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #id = '';
  #slot = '';
  #mark = '';
  #kept = false;
  #moving: Promise<void> = Promise.resolve();
  #isMoving = false;

  constructor(input: KeeperInput) {
    this.#input = input;
    this.autosave = new Autosave(input.device, () => this.#write(), () => input.changed(this.autosave.state), () => this.#last.touch());
  }

  get state(): SaveState {
    return this.autosave.state;
  }

  /** Bytes of files that have not travelled yet. */
  readonly store = {
    loadFile: async (id: string): Promise<Blob | null> => this.#memory.get(id) ?? (await this.#store?.loadFile(id)) ?? null,
    removeFile: async (id: string): Promise<void> => {
      this.#memory.delete(id);
      await this.#store?.removeFile(id);
    },
  };

  /** Nothing can or shall be written on this device. */
  get withoutStore(): boolean {
    return this.#store === null;
  }

  /** «Lưu trên máy này» was chosen for the draft in work. */
  get kept(): boolean {
    return this.#kept;
  }

  /** When a dossier of this procedure was last sent from this device, milliseconds since 1970. */
  get earlier(): number | null {
    return this.#input.helper ? null : earlierDossier(this.#input.key, this.#input.device.now());
  }

  /** The dossier has arrived. A shared machine remembers nothing. */
  rememberSent(): void {
    if (!this.#input.helper) rememberDossier(this.#input.key, this.#input.device.now());
  }

  /** Opens the storage and looks for drafts. Never rejects. Writes wait for it: a form may be shown before the storage is there. */
  find(): Promise<DraftListing> {
    const found = this.#find();
    this.#opening = found;
    return found;
  }

  async #find(): Promise<DraftListing> {
    if (this.#input.helper) {
      this.autosave.giveUp('helper');
      return NONE;
    }
    try {
      await this.#input.after;
      this.#store = await inTime(openDraftStore(this.#input.device));
    } catch {
      this.autosave.giveUp('denied');
      return NONE;
    }
    return this.list();
  }

  /** Drafts of this form on this device. A draft that cannot be read is none; the store itself works. */
  async list(): Promise<DraftListing> {
    return (await this.#store?.list(this.#input.key).catch(() => NONE)) ?? NONE;
  }

  /** From now on this page works on this draft: one that was found, or a new one. */
  adopt(id: string, found: FoundDraft | null): void {
    if (id !== this.#id) this.#lock.rest();
    this.#id = id;
    this.#slot = found?.slot ?? '';
    this.#mark = found?.mark ?? '';
    this.#kept = found?.kept ?? false;
    this.#last.forget();
  }

  /** The draft in work where it can be written without asking anybody; else null. */
  #writable(): { store: DraftStore; slot: string; draft: DraftData } | null {
    const store = this.#store;
    const draft = this.#input.snapshot();
    if (store === null || draft === null || draft.id !== this.#id || !this.#lock.held || this.#isMoving) return null;
    return { store, slot: this.#place(store), draft };
  }

  /** Where the draft in work lies: known once the storage is open. */
  #place(store: DraftStore): string {
    if (this.#slot === '') this.#slot = store.slotOf(this.#input.key, this.#id);
    return this.#slot;
  }

  /** True when this page may write the draft it works on. `take`: «Làm ở đây», the other page lets go. */
  async claim(take = false): Promise<boolean> {
    const mine = this.#store === null || (await this.#lock.claim(lockName(this.#id), take));
    if (!mine) this.autosave.giveUp('elsewhere');
    else if (take) this.autosave.resume();
    return mine;
  }

  async #write(): Promise<void> {
    // Looked at first: while this write waits, the form may be let go for another one.
    const draft = this.#input.snapshot();
    const last = this.#last.writing();
    await Promise.all([this.#opening, this.#moving]);
    if (draft === null) return;
    // Given up while this write waited: it must not be taken for done.
    if (this.#store === null) throw new Error('no storage');
    // Not tried again by itself: what the other page has written meanwhile would be lost.
    if (!(await this.claim())) throw new Error('elsewhere');
    try {
      this.#mark = await this.#store.save(this.#place(this.#store), draft, this.#mark);
      last.done();
    } catch (error) {
      if ((error as { name?: string }).name === 'DraftConflict') this.autosave.giveUp('elsewhere');
      throw error;
    }
  }

  /** «Lưu trên máy này» and back. Rejects when the device cannot; the draft is then where it was. */
  async keep(kept: boolean): Promise<void> {
    const store = this.#store;
    if (store === null) throw new Error('no storage');
    this.autosave.touch();
    await this.autosave.flush();
    const moved = store.move(this.#place(store), { place: this.#input.key, id: this.#id, kept });
    this.#moving = moved.then(() => undefined, () => undefined);
    this.#last.forget();
    this.#isMoving = true;
    try {
      this.#slot = await moved;
    } finally {
      this.#isMoving = false;
    }
    this.#kept = kept;
  }

  /** Forgets the draft in work and its files on this device. */
  async erase(): Promise<void> {
    this.autosave.stop();
    this.#last.forget();
    await this.autosave.idle();
    this.#memory.clear();
    await this.#opening;
    if (this.#id === '' || this.#store === null || !(await this.claim())) return;
    await this.#store.erase(this.#place(this.#store)).catch(() => undefined);
    this.#lock.rest();
  }

  /** Forgets another draft; false when a page has it open. */
  async discard(draft: FoundDraft): Promise<boolean> {
    const lock = new DraftLock(() => Promise.resolve(), () => undefined);
    if (draft.id !== this.#id && !(await lock.claim(lockName(draft.id)))) return false;
    await this.#store?.erase(draft.slot);
    lock.rest();
    return true;
  }

  async saveFile(id: string, bytes: Blob): Promise<void> {
    await Promise.all([this.#opening, this.#moving]);
    await this.#store?.saveFile(this.#place(this.#store), id, bytes);
  }

  /** Bytes out of a file: on the device where that works, in memory where not. */
  async takeFile(id: string, bytes: Blob): Promise<void> {
    if (this.#store === null) this.#memory.set(id, bytes);
    else await this.saveFile(id, bytes).catch(() => this.#memory.set(id, bytes));
  }

  /** The page is leaving, perhaps without another turn: what is not written is written in this call, then as ever. */
  leave(): Promise<void> {
    if (this.autosave.isDirty && this.#lock.held) this.#last.leave();
    return this.rest();
  }

  /** The page goes to sleep: write, and let go of the database so that it can wake up from the back-forward cache. */
  async rest(): Promise<void> {
    await this.autosave.flush();
    this.#lock.rest();
    this.#store?.close();
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('draft storage does not answer')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
