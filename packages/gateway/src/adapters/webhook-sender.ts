/**
 * Posts to the public internet only: the name is resolved here, and the connection is made to the address that was checked, so
 * that a name cannot change its mind in between. Redirects are not followed; answers are not read.
 */
import { lookup as resolve } from 'node:dns/promises';
import { request, type RequestOptions } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { WebhookSender } from '../ports/webhook.ts';

const TIMEOUT_MS = 15_000;

/** Networks that are nobody's public address (RFC 6890). */
const PRIVATE = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::1', 128], ['::', 128], ['64:ff9b::', 96], ['100::', 64], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) PRIVATE.addSubnet(net, bits, 'ipv6');

/** May this IP address be called? */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  // An IPv4 address in the clothes of IPv6 is judged by nobody: no public name needs it.
  if (family === 6 && /^::(ffff:)?[\d.]+$|^::ffff:/i.test(address) && address !== '::1') return false;
  return family !== 0 && !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function send(options: RequestOptions, body: string): Promise<number | null> {
  return new Promise((done) => {
    const call = request({ ...options, method: 'POST', timeout: TIMEOUT_MS }, (response) => {
      response.destroy();
      done(response.statusCode ?? null);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => done(null));
    call.end(body);
  });
}

/** The sender of a real gateway: HTTPS on port 443 or above 1023, to public addresses. */
export function httpsWebhooks(): WebhookSender {
  return {
    async post(url, headers, body) {
      const { protocol, hostname, port, pathname, search } = new URL(url);
      const number = Number(port || 443);
      if (protocol !== 'https:' || (number !== 443 && number < 1024)) return { status: null };
      const host = hostname.replace(/^\[|\]$/g, '');
      const found = await resolve(host).catch(() => null);
      if (found === null || !isPublicAddress(found.address)) return { status: null };
      const lookup = ((_name, _options, done) => done(null, [found])) as LookupFunction;
      const length = String(Buffer.byteLength(body));
      return { status: await send({ host, port: number, path: pathname + search, lookup, headers: { ...headers, 'Content-Length': length } }, body) };
    },
  };
}
