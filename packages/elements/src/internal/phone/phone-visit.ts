/** The visit of a phone at somebody else's draft: takes the pass, keeps what it needs for a reload, forgets it at the end. */
import type { PhoneDraft } from '@motcua/contract/phone-pass';
import type { PhoneCredentials } from '@motcua/sdk';
import type { DossierClient } from '@motcua/sdk/dossier';
import { base64url, type Device } from '../device.ts';
import type { KeptFile } from '../papers/paper-files.ts';
import { phoneCodeOf, rememberedPhone, rememberPhone, type PhoneCode } from './phone-address.ts';
import type { DraftStore } from '../drafts/draft-store.ts';

/** `code` is what stood in the QR code, until the pass is taken; `own` are this phone's credentials. */
export interface Visit {
  readonly own: PhoneCredentials;
  readonly code: PhoneCode | null;
}

/** Why a visit is over or has not begun. */
export type VisitTrouble = 'over' | 'taken' | 'network';

const isVisit = (value: Partial<Visit> | null): value is Visit => typeof value?.own?.pass === 'string' && typeof value.own.secret === 'string';

function remembered(): Visit | null {
  try {
    const value = JSON.parse(rememberedPhone() ?? 'null') as Partial<Visit> | null;
    return isVisit(value) ? { own: value.own, code: value.code ?? null } : null;
  } catch {
    return null;
  }
}

/** The code of the address, taken out of it at once; else what this tab remembers. Null: nothing of both. */
export function beginVisit(device: Device): Visit | null {
  const code = phoneCodeOf(location.href);
  if (code === null) return remembered();
  const before = remembered();
  const visit = before?.own.pass === code.pass ? before : { own: { pass: code.pass, secret: base64url(device.randomBytes(32)) }, code };
  // Written before the first question: the answer may be lost, and the same phone may ask again.
  rememberPhone(JSON.stringify(visit));
  try {
    history.replaceState(history.state, '', location.href.split('#')[0]);
  } catch {
    // Sandboxed frames may not write the address; the code is used up by this phone anyway.
  }
  return visit;
}

/** Takes the pass, or asks again what it is for. */
export async function joinVisit(client: DossierClient, visit: Visit): Promise<PhoneDraft> {
  if (visit.code === null) return client.phonePasses.get(visit.own);
  const draft = await client.phonePasses.claim(visit.code, visit.own);
  rememberPhone(JSON.stringify({ own: visit.own, code: null } satisfies Visit));
  return draft;
}

export function endVisit(): void {
  rememberPhone(null);
}

/** Which sentence the end of a visit deserves. */
export function troubleOfVisit(error: unknown): VisitTrouble {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'pass-taken') return 'taken';
  return code === 'pass-not-found' || code === 'unauthorized' ? 'over' : 'network';
}

/** The place of visits among the drafts. */
const PLACE = 'phone';

/** Photographs that have not travelled yet, sealed on the phone: Android may throw the page away for its camera. */
export class VisitKeeper {
  readonly store: DraftStore | null;
  readonly #visit: Visit;
  readonly #now: () => number;
  #mark = '';
  #writing: Promise<void> = Promise.resolve();

  constructor(visit: Visit, store: DraftStore | null, now: () => number) {
    this.#visit = visit;
    this.store = store;
    this.#now = now;
  }

  get #slot(): string {
    return this.store?.slotOf(PLACE, this.#visit.own.pass) ?? '';
  }

  async saveFile(id: string, bytes: Blob): Promise<void> {
    await this.store?.saveFile(this.#slot, id, bytes);
  }

  async kept(): Promise<readonly KeptFile[]> {
    const listing = await this.store?.list(PLACE).catch(() => null);
    const mine = listing?.found.find(({ id }) => id === this.#visit.own.pass);
    this.#mark = mine?.mark ?? '';
    return mine?.files ?? [];
  }

  /** Remembers the files of this moment. Never rejects: without storage they stay in memory. */
  keep(files: readonly KeptFile[]): Promise<void> {
    // One after the other: each write bears the mark of the one before.
    this.#writing = this.#writing.then(() => this.#write(files)).catch(() => undefined);
    return this.#writing;
  }

  async #write(files: readonly KeptFile[]): Promise<void> {
    const { pass, secret } = this.#visit.own;
    const draft = { format: 1, id: pass, secret, procedureCode: '', formVersion: '', answers: {}, stepId: '', files, savedAt: this.#now() } as const;
    this.#mark = (await this.store?.save(this.#slot, draft, this.#mark)) ?? '';
  }

  async erase(): Promise<void> {
    await this.store?.erase(this.#slot).catch(() => undefined);
  }
}

/** The keeper of a visit; without storage it keeps nothing. */
export async function openVisitKeeper(visit: Visit, device: Device): Promise<VisitKeeper> {
  const { openDraftStore } = await import('../drafts/draft-store.ts');
  const store = await openDraftStore(device).catch(() => null);
  return new VisitKeeper(visit, store, () => device.now());
}
