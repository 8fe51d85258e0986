/** Rooms of the desk beside list and dossier: loaded when they are entered, for most days pass without them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CounterPort } from '../context/counter-port.ts';
import { defineElement } from '../internal/define-element.ts';
import type { DeskMessages } from '../localization/vi/desk.ts';
import type { Ask, UnfinishedEntry } from './paper-entry/paper-entry-element.ts';

/** `paper`: a paper dossier · `prepared`: one from home · `audit`: for leaders. */
export type Room = '' | 'paper' | 'prepared' | 'audit';

/** What a room needs. */
export interface RoomView {
  readonly words: DeskMessages;
  readonly language: string;
  readonly port: CounterPort;
  readonly ask: Ask;
  readonly busy: boolean;
  readonly trouble: string;
  readonly codeMissing: boolean;
  /** A paper dossier that was being entered when a session ended. */
  readonly entry: UnfinishedEntry | null;
  open(dossierId: string): void;
  openCode(code: string): void;
  /** Reads the code with the camera. */
  scan(): void;
  close(): void;
}

/** Loads the element of a room. Rejects when the line is down. */
export async function loadRoom(room: Room): Promise<void> {
  if (room === 'paper') defineElement('motcua-paper-entry', (await import('./paper-entry/paper-entry-element.ts')).PaperEntryElement);
  if (room === 'audit') defineElement('motcua-desk-audit', (await import('./audit/audit-element.ts')).AuditElement);
}

/** The code of a prepared dossier, read with the camera of this machine; null when the person would rather type. */
export async function scanPrepared(root: ShadowRoot): Promise<string | null> {
  const [{ PreparedScanElement }, { scanIn }] = await Promise.all([import('./prepared/prepared-scan-element.ts'), import('../internal/code-scan/scan-in.ts')]);
  defineElement('motcua-prepared-scan', PreparedScanElement);
  return scanIn<string>(root, 'motcua-prepared-scan');
}

/** One field: scanners of a counter type what they read and press Enter. */
function renderPrepared({ words, busy, trouble, codeMissing, openCode, scan, close }: RoomView): TemplateResult {
  const said = codeMissing ? words.preparedMissing : trouble;
  const submit = (event: Event): void => {
    event.preventDefault();
    openCode((event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#prepared')?.value ?? '');
  };
  return html`<section class="stack"><p><button type="button" class="link" @click=${close}>← ${words.back}</button></p>
    <h3>${words.preparedTitle}</h3>
    <form class="stack sign-in" novalidate @submit=${submit}>
      <p id="prepared-hint">${words.preparedHint}</p>
      <div><label for="prepared">${words.preparedCode}</label>
        <input id="prepared" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="80" aria-invalid=${said === '' ? 'false' : 'true'} aria-describedby="prepared-hint prepared-error" /></div>
      <p class="error" role="alert" id="prepared-error">${said}</p>
      <p class="actions"><button type="submit" class="main" ?disabled=${busy}>${words.preparedOpen}</button>
        <button type="button" ?disabled=${busy} @click=${scan}>${words.preparedScan}</button></p>
      <p role="status" class="muted">${busy ? words.loading : ''}</p>
    </form></section>`;
}

/** The room that is entered. */
export function renderRoom(room: Room, view: RoomView): TemplateResult | typeof nothing {
  const { words, language, port, ask, open, close, entry } = view;
  if (room === 'prepared') return renderPrepared(view);
  if (room === 'paper') return html`<motcua-paper-entry .words=${words} .language=${language} .from=${entry} .port=${port} .ask=${ask} @open=${(event: CustomEvent<string>) => open(event.detail)} @close=${close}></motcua-paper-entry>`;
  return room === 'audit' ? html`<motcua-desk-audit .words=${words} .ask=${ask} @close=${close}></motcua-desk-audit>` : nothing;
}
