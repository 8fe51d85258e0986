/** Listens on a TCP port with limits that fit a small box, and stops without losing what is in flight. */
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { GatewayFetch } from '../app.ts';

/** `trustedProxies`: addresses whose `X-Forwarded-For` is believed; from anybody else the header says nothing. */
export interface ListenOptions {
  readonly fetch: GatewayFetch;
  readonly host: string;
  readonly port: number;
  readonly trustedProxies?: readonly string[];
}

/** A listening server. `stop` refuses new requests, waits at most `graceMs` for the running ones, then closes. */
export interface Listening {
  readonly url: string;
  stop(graceMs: number): Promise<void>;
}

const plain = (address: string): string => address.replace(/^::ffff:/, '');

/** The caller's address: the last one in `X-Forwarded-For` that is no proxy of ours. */
export function callerAddress(peer: string, forwarded: string | undefined, trusted: readonly string[]): string {
  const hops = [...(forwarded ?? '').split(',').map((hop) => plain(hop.trim())).filter(Boolean), plain(peer)];
  let address = hops.pop() ?? '';
  while (trusted.includes(address) && hops.length > 0) address = hops.pop() ?? '';
  return address;
}

/** Starts to listen; rejects when the port is taken. Port 0 takes a free one. */
export async function listen({ fetch, host, port, trustedProxies = [] }: ListenOptions): Promise<Listening> {
  const answer = (request: Request, { incoming }: { incoming: unknown }): Promise<Response> => {
    const { socket, headers } = incoming as IncomingMessage;
    const forwarded = headers['x-forwarded-for'];
    const address = callerAddress(socket.remoteAddress ?? '', Array.isArray(forwarded) ? forwarded.join() : forwarded, trustedProxies);
    return fetch(request, { address });
  };
  const server = createAdaptorServer({
    fetch: answer,
    overrideGlobalObjects: false,
    // Slow senders of headers go soon; a chunk of 512 kB may take two minutes on the worst line we promise to serve.
    serverOptions: { headersTimeout: 15_000, requestTimeout: 180_000, keepAliveTimeout: 30_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
  }) as Server;
  server.maxConnections = 4000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const bound = server.address() as AddressInfo;
  return { url: `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`, stop: (graceMs) => stop(server, graceMs) };
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const end = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(end);
}
