/** E-mail addresses. Only the mail itself proves an address, so the check is light. */
import type { Finding } from '../finding.ts';

/** Checks an address: `email-format` (error), `email-domain-typo` (hint with the likely `domain`). */
export function checkEmail(text: string): Finding[] {
  const email = text.trim();
  const match = /^[^\s@"(),:;<>[\]\\]{1,64}@([^\s@.]+(?:\.[^\s@.]+)+)$/.exec(email);
  if (!match || email.length > 200 || email.includes('..')) return [{ level: 'error', code: 'email-format' }];
  const domain = LIKELY_DOMAINS[(match[1] ?? '').toLowerCase()];
  return domain ? [{ level: 'hint', code: 'email-domain-typo', params: { domain } }] : [];
}

/** Frequent slips; only domains that surely do not receive mail for their owner's neighbours. */
const LIKELY_DOMAINS: Readonly<Record<string, string>> = {
  'gmai.com': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.vn': 'gmail.com',
  'gmial.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmail.com.vn': 'gmail.com',
  'yaho.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
};
