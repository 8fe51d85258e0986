/** Which procedures were sent from this device, and when: a code and a day, nothing about anybody. */

const SLOT = 'motcua.sent';
/** Longer ago nobody sends the same thing twice by mistake. */
const KEPT_DAYS = 60;
const DAY = 86_400_000;

type Sent = Readonly<Record<string, number>>;

function read(storage: Storage): Sent {
  const known: unknown = JSON.parse(storage.getItem(SLOT) ?? '{}');
  return typeof known === 'object' && known !== null ? (known as Sent) : {};
}

/** When a dossier of this place (`draftKey`) was last sent from here, milliseconds since 1970; null when not, or not known. */
export function earlierDossier(key: string, now: number): number | null {
  try {
    const at = read(localStorage)[key];
    return typeof at === 'number' && at > now - KEPT_DAYS * DAY ? at : null;
  } catch {
    return null;
  }
}

/** Remembers a dossier that has just arrived. Quiet where nothing can be kept. */
export function rememberDossier(key: string, now: number): void {
  try {
    const recent = Object.entries(read(localStorage)).filter(([, at]) => at > now - KEPT_DAYS * DAY);
    localStorage.setItem(SLOT, JSON.stringify({ ...Object.fromEntries(recent), [key]: now }));
  } catch {
    // A reminder that cannot be kept is none.
  }
}
