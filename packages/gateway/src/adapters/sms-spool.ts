/**
 * Text messages through a modem in the office: a file a message in the outgoing folder of SMS Server Tools (smsd), which many small
 * offices run. The file appears whole or not at all.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SmsPort } from '../ports/sms.ts';

/** International form without `+`, as smsd wants it: `0912345678` → `84912345678`. */
export const internationalNumber = (phone: string): string => `84${phone.replace(/^0/, '')}`;

/** The sender over `folder`, which is made when it is not there. */
export function spoolSms(folder: string): SmsPort {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    name: 'spool',
    async send({ to, text }) {
      const name = `motcua-${randomUUID()}`;
      const path = join(folder, name);
      // A name with a dot in front is not taken yet.
      const hidden = join(folder, `.${name}`);
      await writeFile(hidden, `To: ${internationalNumber(to)}\n\n${text}\n`, { mode: 0o600, flush: true });
      await rename(hidden, path);
    },
  };
}
