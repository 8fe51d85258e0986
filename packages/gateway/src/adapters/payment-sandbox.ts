/**
 * A payment provider to try things with: it moves no money. Its notices are JSON, signed with HMAC-SHA-256 over the bytes of
 * the body in `X-Signature: sha256=<hex>`, as most real providers do it.
 */
import type { PaymentNotice, PaymentPort } from '../ports/payment.ts';
import { hex, sameSecret, utf8 } from '../use-cases/bytes.ts';

/** The body of a notice: `{ "id", "reference", "state": "paid" | "failed", "amount", "at" }`. */
function parse(body: Uint8Array<ArrayBuffer>): PaymentNotice {
  const { id, reference, state, amount, at } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as Partial<PaymentNotice>;
  const good = typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) && typeof reference === 'string' && (state === 'paid' || state === 'failed')
    && Number.isSafeInteger(amount) && (amount as number) > 0 && typeof at === 'string' && !Number.isNaN(Date.parse(at));
  if (!good) throw new SyntaxError('notice');
  return { id, reference, state, amount: amount as number, at: new Date(at).toISOString() };
}

async function signature(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return `sha256=${hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, body)))}`;
}

/** Signs a notice as the sandbox does: for tests, and for the button «pay» of a demo. */
export const signSandboxNotice = (secret: string, body: string): Promise<string> => signature(secret, utf8(body));

/** The provider `sandbox`. `secret` needs 16 characters, else `RangeError`. */
export function sandboxPayments(secret: string): PaymentPort {
  if (secret.length < 16) throw new RangeError('the secret of the sandbox needs at least 16 characters');
  return {
    name: 'sandbox',
    begin: async () => undefined,
    readNotice: async (body, header) => (sameSecret(await signature(secret, body), header('x-signature') ?? '') ? parse(body) : null),
  };
}
