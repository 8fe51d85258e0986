/** Asks for one dossier, looks again with growing pauses, rests while the page is hidden. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../context/counter-port.ts';
import { thisDevice } from '../internal/device.ts';
import { isOver, nextLook } from './status-tracker.model.ts';

/** Code and key of the dossier that is shown. */
export interface Credentials {
  code: string;
  key: string;
}

/** What the tracker knows. `stale`: shown, but the last look did not reach the gateway. */
export type TrackerState =
  | { step: 'ask'; problem: 'none' | 'not-found' | 'too-many' | 'failed' }
  | { step: 'loading' }
  | { step: 'shown'; tracking: Tracking; checkedAt: string; stale: boolean };

/** Problem code of an SDK error, known by name so that no class of the SDK is needed here. */
function problemOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Kept on this device with the reader's consent; its chunk came when it was kept. */
async function lastKnown(credentials: Credentials): Promise<{ tracking: Tracking; checkedAt: string } | null> {
  try {
    return await (await import('./last-known.ts')).openKnown(credentials);
  } catch {
    return null;
  }
}

/** Owns the polling; the element only draws `state`. */
export class StatusTrackerController implements ReactiveController {
  state: TrackerState = { step: 'ask', problem: 'none' };
  credentials: Credentials | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #port: () => CounterPort | null;
  #etag: string | null = null;
  #unchanged = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  constructor(host: ReactiveControllerHost, port: () => CounterPort | null) {
    this.#host = host;
    this.#port = port;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibility);
    if (this.state.step === 'shown') this.#plan();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    clearTimeout(this.#timer);
  }

  /** Shows another dossier, or the same one afresh. */
  async show(credentials: Credentials): Promise<void> {
    this.credentials = credentials;
    this.#etag = null;
    this.#unchanged = 0;
    this.#set({ step: 'loading' });
    await this.look();
  }

  /** Back to the two fields; nothing of the last dossier stays. */
  forget(): void {
    this.#run++;
    clearTimeout(this.#timer);
    this.credentials = null;
    this.#set({ step: 'ask', problem: 'none' });
  }

  /** Looks now. An answer that was overtaken by another dossier is dropped. */
  async look(): Promise<void> {
    const port = this.#port();
    const { credentials } = this;
    if (port === null || credentials === null) return;
    const run = ++this.#run;
    clearTimeout(this.#timer);
    try {
      const answer = await port.read.tracking(credentials, { etag: this.#etag });
      if (run === this.#run) this.#answered(answer === 'unchanged' ? null : answer);
    } catch (error) {
      if (run === this.#run) await this.#failed(problemOf(error), credentials, run);
    }
  }

  /** Puts in a fresh answer that came with a write (rating, withdrawal). */
  replace(tracking: Tracking): void {
    this.#etag = null;
    this.#unchanged = 0;
    this.#answered({ tracking, etag: null });
  }

  #answered(answer: { tracking: Tracking; etag: string | null } | null): void {
    const checkedAt = new Date(thisDevice.now()).toISOString();
    if (answer === null && this.state.step === 'shown') {
      this.#unchanged++;
      this.#set({ ...this.state, checkedAt, stale: false });
    } else if (answer !== null) {
      this.#unchanged = 0;
      this.#etag = answer.etag;
      this.#set({ step: 'shown', tracking: answer.tracking, checkedAt, stale: false });
    }
    this.#plan();
  }

  async #failed(code: string, credentials: Credentials, run: number): Promise<void> {
    if (this.state.step === 'shown' && code !== 'tracking-not-found') {
      this.#unchanged++;
      this.#set({ ...this.state, stale: true });
      this.#plan();
      return;
    }
    const known = code === '' || code === 'network' || code === 'timeout' || code === 'unavailable' ? await lastKnown(credentials) : null;
    if (run !== this.#run) return;
    if (known !== null) {
      this.#set({ step: 'shown', ...known, stale: true });
      this.#plan();
      return;
    }
    const problem = code === 'tracking-not-found' || code === 'unauthorized' ? 'not-found' : code === 'rate-limited' ? 'too-many' : 'failed';
    this.#set({ step: 'ask', problem });
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.state.step !== 'shown' || isOver(this.state.tracking) || document.hidden) return;
    this.#timer = setTimeout(() => void this.look(), nextLook(this.#unchanged));
  }

  // A phone in the pocket asks for nothing; taken out again it asks at once.
  #handleVisibility = (): void => {
    if (document.hidden) clearTimeout(this.#timer);
    else if (this.state.step === 'shown' && !isOver(this.state.tracking)) void this.look();
  };

  #set(state: TrackerState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
