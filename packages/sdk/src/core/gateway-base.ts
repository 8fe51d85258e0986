/** Which addresses a gateway may have. */

// https anywhere; http on this machine only; a path or nothing for the page's own origin. No user, query or fragment.
const SAFE = /^(https:\/\/[^/?#@\s]+|http:\/\/([\w.-]+\.localhost|localhost|127(\.\d+){3}|\[::1])(:\d+)?)?(\/[^/\\?#\s][^?#\s]*)?$/;

/** Address of the gateway without a trailing slash; `''` for the page's own origin. Throws `TypeError` (ASVS 12.2.1). */
export function gatewayBase(gateway: string): string {
  const base = gateway.replace(/\/+$/, '');
  if (!SAFE.test(base)) throw new TypeError('gateway needs https');
  return base;
}
