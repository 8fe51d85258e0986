/**
 * The session of an officer: where to sign in, the tokens in memory, and its two ends (idle, too old). With a pasted token or an
 * identity provider alike; only the provider's tokens are renewed. Draws nothing.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { thisDevice } from '../../internal/device.ts';
import type { SignInPage } from './oidc.lazy.ts';
import { answerIn, homeOf, SignInError, standingOf, wantsRenewal, type SignInSettings, type SignInTrouble, type Standing, type Tokens } from './oidc.model.ts';

/** Why nobody is signed in any more; '' at the beginning and after a sign-out by hand. */
export type Ended = '' | 'idle' | 'over';

const TICK_MS = 5000;
const TOUCHES = ['pointerdown', 'keydown', 'input'] as const;

const load = () => import('./oidc.lazy.ts');
const codeOf = (error: unknown): SignInTrouble => (error instanceof SignInError ? error.code : 'unreachable');

/** This page and this tab. */
function thisPage(): SignInPage {
  return { home: homeOf(location.href), storage: sessionStorage, now: () => thisDevice.now() };
}

/** What the session tells its owner. */
export interface SessionOwner {
  /** The session is over: client, list and dossier have to go. */
  ended(why: Ended): void;
}

/** State of the session. `standing` is null while nobody is signed in. */
export class SessionController implements ReactiveController {
  standing: Standing | null = null;
  trouble: SignInTrouble | '' = '';
  why: Ended = '';
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #owner: SessionOwner;
  #settings: SignInSettings | null = null;
  #tokens: Tokens | null = null;
  #startedAt = 0;
  #touchedAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #renewing: Promise<void> | null = null;
  #askAgain = false;

  constructor(host: ReactiveControllerHost & HTMLElement, owner: SessionOwner) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }
  hostConnected(): void {
    if (this.standing !== null) this.#watch();
  }

  /** The present access token. */
  readonly token = (): string => this.#tokens?.access ?? '';

  /** Goes to the provider; the page is left. */
  async begin(settings: SignInSettings): Promise<void> {
    this.trouble = '';
    this.#host.requestUpdate();
    try {
      // Whoever finds an abandoned desk must not come in with one press: after an idle end the password is asked for.
      const url = await (await load()).beginSignIn(settings, thisPage(), this.#askAgain);
      location.assign(url);
    } catch (error) {
      this.trouble = codeOf(error);
      this.#host.requestUpdate();
    }
  }

  /** True when the address carries an answer that was this desk's; the address is clean afterwards, whatever comes of it. */
  async finish(settings: SignInSettings): Promise<boolean> {
    const answer = answerIn(location.href);
    if (answer === null) return false;
    const page = thisPage();
    history.replaceState(history.state, '', page.home);
    try {
      this.#tokens = await (await load()).finishSignIn(settings, page, answer);
      this.#settings = settings;
      this.open(this.#tokens.startedAt);
      return true;
    } catch (error) {
      this.trouble = codeOf(error);
      this.#host.requestUpdate();
      return false;
    }
  }

  /** The session begins. */
  open(startedAt = thisDevice.now()): void {
    this.#startedAt = startedAt;
    this.#touchedAt = thisDevice.now();
    this.why = this.trouble = '';
    this.standing = 'active';
    this.#watch();
  }

  /** Before each call: a token about to end is renewed, once for all who wait. Throws {@link SignInError} when that is refused. */
  async fresh(): Promise<void> {
    const [settings, tokens] = [this.#settings, this.#tokens];
    this.#look();
    if (settings === null || tokens === null || !wantsRenewal(tokens, thisDevice.now())) return;
    this.#renewing ??= load().then(({ renew }) => renew(settings, thisPage(), tokens))
      .then((renewed) => {
        // Nobody may have signed out meanwhile.
        if (this.#tokens === tokens) this.#tokens = renewed;
      })
      .finally(() => {
        this.#renewing = null;
      });
    await this.#renewing.catch((error: unknown) => {
      // A provider that cannot be reached is no reason to end what is still good.
      if (codeOf(error) === 'unreachable' && (tokens.expiresAt ?? 0) > thisDevice.now()) return;
      if (codeOf(error) !== 'unreachable') this.#end('over');
      throw error;
    });
  }

  /** The gateway does not take the token, or takes it no more. The next sign-in asks who it is. */
  refuse(trouble: SignInTrouble): void {
    this.#end('over');
    this.why = '';
    this.trouble = trouble;
    this.#host.requestUpdate();
  }

  /** Forgets everything here, then ends the session at the provider, which leaves the page. */
  async leave(): Promise<void> {
    const [settings, tokens] = [this.#settings, this.#tokens];
    this.#end('');
    if (settings === null || tokens === null) return;
    const url = await (await load()).leave(settings, thisPage().home, tokens);
    if (url !== null) location.assign(url);
  }

  /** The officer is there. */
  readonly touch = (): void => {
    if (this.standing === null) return;
    this.#look();
    if (this.standing === null) return;
    this.#touchedAt = thisDevice.now();
    if (this.standing === 'idle-soon') this.#look();
  };

  readonly #look = (): void => {
    if (this.standing === null) return;
    const now = standingOf({ startedAt: this.#startedAt, touchedAt: this.#touchedAt }, thisDevice.now());
    if (now === 'idle' || now === 'over') return this.#end(now);
    if (now === this.standing) return;
    this.standing = now;
    this.#host.requestUpdate();
  };

  #watch(): void {
    this.#stop();
    this.#timer = setInterval(this.#look, TICK_MS);
    for (const type of TOUCHES) this.#host.addEventListener(type, this.touch, true);
    document.addEventListener('visibilitychange', this.#look);
  }

  #stop(): void {
    clearInterval(this.#timer);
    for (const type of TOUCHES) this.#host.removeEventListener(type, this.touch, true);
    document.removeEventListener('visibilitychange', this.#look);
  }

  #end(why: Ended): void {
    if (this.standing === null) return;
    this.#stop();
    this.#tokens = this.#settings = this.standing = null;
    this.why = why;
    this.#askAgain = why !== '';
    this.#owner.ended(why);
  }
}
