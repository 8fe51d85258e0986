/** «Đây là bản máy đã giữ lại …»: how old an answer from the device is, and a button to ask again. Lazy parts only. */
import { html, type TemplateResult } from 'lit';
import type { KeptMessages } from '../localization/vi/kept.ts';
import { atOffice, showDate } from './dates.ts';

const DAY = 86_400_000;

/** `at`: when it was fetched, milliseconds. `sentence`: what it is, with the day inside. */
export function keptNotice(at: number, sentence: (day: string) => string, words: KeptMessages, again: () => void, now: number = Date.now()): TemplateResult {
  const { date, time } = atOffice(new Date(at).toISOString());
  return html`<div class="notice kept no-print" role="status">
    <p>${sentence(words.day(time, showDate(date), Math.floor((now - at) / DAY)))}</p>
    <button type="button" @click=${again}>${words.again}</button>
  </div>`;
}
