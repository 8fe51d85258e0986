/** Listens on a port, or on the next free one. */
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** Ports tried after the first. */
const TRIES = 20;

/** A server that listens. `close` lets running requests end, for three seconds at most. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', failed);
    server.listen(port, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** `fixed`: this port or none. Throws when no port is free. */
export async function listen(
  fetch: (request: Request, connection: { address: string }) => Promise<Response>,
  { port, fixed }: { readonly port: number; readonly fixed: boolean },
): Promise<Listening> {
  const listener = getRequestListener((request, env) => {
    const socket = 'incoming' in env ? env.incoming.socket : undefined;
    return fetch(request, { address: socket?.remoteAddress ?? '' });
  }, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  for (let tried = port; tried <= port + (fixed ? 0 : TRIES); tried += 1) {
    if (await tryPort(server, tried)) return { port: tried, close: () => close(server) };
  }
  throw new Error(`port ${String(port)} is in use${fixed ? '' : ', and the next ones too'}`);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 3000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
