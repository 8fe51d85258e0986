/** Keeps the draft of one form: finds it, saves it in time, forgets it. Works without any storage, and then says so. */
import type { Device } from '../../internal/device.ts';
import { Autosave, type SaveState } from './autosave.ts';
import type { DraftData } from './draft.model.ts';
import type { DraftStore } from './draft-store.ts';

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
  #store: DraftStore | null = null;

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

  /** Opens the storage and looks for a draft. Never rejects. */
  async find(): Promise<DraftData | null> {
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
    const draft = this.#input.snapshot();
    if (draft !== null) await this.#store?.save(this.#input.key, draft);
  }

  /** Forgets draft and files on this device. */
  async erase(): Promise<void> {
    this.autosave.stop();
    await this.autosave.idle();
    await this.#store?.erase(this.#input.key).catch(() => undefined);
  }

  async saveFile(id: string, bytes: Blob): Promise<void> {
    await this.#store?.saveFile(this.#input.key, id, bytes);
  }

  /** The page goes to sleep: write, and let go of the database so that it can wake up from the back-forward cache. */
  async rest(): Promise<void> {
    await this.autosave.flush();
    this.#store?.close();
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('draft storage does not answer')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
