/** The appointment of a dossier as a calendar file (iCalendar, RFC 5545). Pure. */

/** What the entry says. `dueAt` is UTC; `url` the page without any secret. */
export interface Appointment {
  readonly uid: string;
  readonly dueAt: string;
  readonly now: string;
  readonly title: string;
  readonly place: string;
  readonly text: string;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
const stamp = (instant: string): string => instant.replace(/[-:]|\.\d+/g, '');

/** Lines of more than 75 bytes are folded; a letter of several bytes is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (bytes + size > 73) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

/** The file's text, with a reminder on the day before. */
export function calendarFile({ uid, dueAt, now, title, place, text }: Appointment): string {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mot Cua//VI', 'BEGIN:VEVENT',
    `UID:${escaped(uid)}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${stamp(dueAt)}`, 'DURATION:PT15M',
    `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(text)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D', `DESCRIPTION:${escaped(title)}`, 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR',
  ].map(folded).join('\r\n') + '\r\n';
}
