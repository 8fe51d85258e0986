/** Keeps the draft of one form: finds it, saves it in time, forgets it. Works without any storage, and then says so. */
import type { Device } from '../../internal/device.ts';
import { Autosave, type SaveState } from './autosave.ts';
import { DraftLock } from './draft-lock.ts';
import type { DraftData } from './draft.model.ts';
import type { DraftStore } from './draft-store.ts';
import { earlierDossier, rememberDossier } from './earlier.ts';

/** What a keeper needs. `snapshot` gives the draft as it stands, null while there is none. */
export interface KeeperInput {
  readonly device: Device;
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

export class DraftKeeper {
  readonly autosave: Autosave;
  readonly #input: KeeperInput;
  readonly #lock = new DraftLock(() => this.autosave.giveUp('elsewhere'));
  #store: DraftStore | null = null;
  #opening: Promise<unknown> = Promise.resolve();

  constructor(input: KeeperInput) {
    this.#input = input;
    this.autosave = new Autosave(input.device, () => this.#write(), () => input.changed(this.autosave.state));
  }

  get state(): SaveState {
    return this.autosave.state;
  }

  /** The store for bytes of files; null when nothing can or shall be kept. */
  get store(): DraftStore | null {
    return this.#store;
  }

  /** When a dossier of this procedure was last sent from this device, milliseconds since 1970. */
  get earlier(): number | null {
    return this.#input.helper ? null : earlierDossier(this.#input.key, this.#input.device.now());
  }

  /** The dossier has arrived. A shared machine remembers nothing. */
  rememberSent(): void {
    if (!this.#input.helper) rememberDossier(this.#input.key, this.#input.device.now());
  }

  /** Opens the storage and looks for a draft. Never rejects. Writes wait for it: a form may be shown before the storage is there. */
  find(): Promise<DraftData | null> {
    const found = this.#find();
    this.#opening = found;
    return found;
  }

  async #find(): Promise<DraftData | null> {
    if (this.#input.helper) {
      this.autosave.giveUp('helper');
      return null;
    }
    try {
      await this.#input.after;
      const { openDraftStore } = await import('./draft-store.ts');
      this.#store = await inTime(openDraftStore(this.#input.device));
    } catch {
      this.autosave.giveUp('denied');
      return null;
    }
    // A draft that cannot be read is none; the store itself works.
    return this.#store.load(this.#input.key).catch(() => null);
  }

  async #write(): Promise<void> {
    await this.#opening;
    const draft = this.#input.snapshot();
    if (draft === null) return;
    // Given up while this write waited: it must not be taken for done.
    if (this.#store === null) throw new Error('no storage');
    if (!(await this.#claim())) {
      // Not tried again by itself: what the other page has written meanwhile would be lost.
      this.autosave.giveUp('elsewhere');
      throw new Error('elsewhere');
    }
    await this.#store.save(this.#input.key, draft);
  }

  #claim(steal = false): Promise<boolean> {
    return this.#store === null ? Promise.resolve(true) : this.#lock.claim(this.#store.slot(this.#input.key), steal);
  }

  /** «Làm ở đây»: the other page stops writing. What it wrote is to be loaded anew. */
  async takeOver(): Promise<void> {
    await this.#claim(true);
  }

  /** Forgets draft and files on this device. */
  async erase(): Promise<void> {
    this.autosave.stop();
    await this.autosave.idle();
    if (!(await this.#claim())) return;
    await this.#store?.erase(this.#input.key).catch(() => undefined);
  }

  async saveFile(id: string, bytes: Blob): Promise<void> {
    await this.#opening;
    await this.#store?.saveFile(this.#input.key, id, bytes);
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
