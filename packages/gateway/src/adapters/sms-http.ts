/** Text messages through a provider over HTTPS: `POST {"to":"84912345678","text":"…"}` with a bearer token; 2xx means taken. */
import type { SmsPort } from '../ports/sms.ts';
import { internationalNumber } from './sms-spool.ts';

/** `url` must be https, or http on this machine; `fetch` for tests. */
export interface HttpSmsOptions {
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
}

const TIMEOUT_MS = 10_000;

/** The sender. Throws `RangeError` for an address that would send codes in the open. */
export function httpSms({ url, token, fetch = globalThis.fetch }: HttpSmsOptions): SmsPort {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) throw new RangeError('MOTCUA_SMS_URL must begin with https://');
  return {
    name: 'http',
    async send({ to, text }) {
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), TIMEOUT_MS);
      try {
        const response = await fetch(url, {
          method: 'POST', redirect: 'error', signal: patience.signal,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ to: internationalNumber(to), text }),
        });
        await response.body?.cancel();
        if (!response.ok) throw new Error(`the text message was refused: ${response.status}`);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
