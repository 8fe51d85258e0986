/** One read of an element: asked again when its key changes, dropped when the element leaves the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** After this long without an answer the person is told that the line is slow. Milliseconds. */
const SLOW = 10_000;

/** Holds the last answer while a new one is on its way, so that nothing flickers. */
export class LoadController<T> implements ReactiveController {
  value: T | undefined;
  error: unknown;
  /** No answer for ten seconds. */
  slow = false;
  #key: readonly unknown[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
    this.#key = undefined;
  }

  /** Starts a read unless one with the same key is running or done. Call it in `willUpdate`. */
  ensure(key: readonly unknown[], ask: (signal: AbortSignal) => Promise<T>): void {
    if (this.#key?.every((part, index) => part === key[index])) return;
    this.#stop();
    this.#key = key;
    this.error = undefined;
    const abort = (this.#abort = new AbortController());
    this.#timer = setTimeout(() => this.#show(() => (this.slow = true)), SLOW);
    const settle = (change: () => void) => {
      if (this.#abort !== abort) return;
      this.#stop();
      this.#show(change);
    };
    ask(abort.signal).then(
      (value) => settle(() => (this.value = value)),
      (error: unknown) => settle(() => (this.error = error ?? true)),
    );
  }

  /** Forgets the failure; the next update asks again. */
  retry(): void {
    this.#key = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets the answer: what comes next is about something else. */
  clear(): void {
    this.#stop();
    this.#key = this.value = this.error = undefined;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
    this.slow = false;
  }

  #show(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }
}
