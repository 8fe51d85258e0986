/**
 * A small TCP proxy that breaks things on purpose and always in the same way: what happens to a connection is written down
 * before it opens. Faults are counted in bytes, so a test that failed fails again.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { faultyPipe } from './fault-pipe.ts';

/** What happens to one connection. Bytes count from the start of the connection, for each direction on its own. */
export interface Fault {
  /** Milliseconds before each piece goes on, both ways. */
  latencyMs?: number;
  /** Both ways. */
  bytesPerSecond?: number;
  /** Every so many-th piece of a narrow line is late, as a lost packet is that has to be sent again; those behind it wait. */
  lateEvery?: number;
  lateMs?: number;
  /** Both sides are reset once so many bytes of the request direction went through. */
  cutRequestAfter?: number;
  /** Both sides are reset once so many bytes of the answer direction went through. */
  cutResponseAfter?: number;
  /** After so many bytes nothing more goes through, and nobody is told. */
  swallowRequestAfter?: number;
  swallowResponseAfter?: number;
  /** Position of a byte whose lowest bit is turned over. */
  flipRequestByte?: number;
  flipResponseByte?: number;
  /** Requests with these methods are answered 405 by the proxy itself. */
  refuseMethods?: readonly string[];
  /** Requests whose `Content-Length` is larger are answered 413 by the proxy itself. */
  refuseBodiesOver?: number;
}

/** What went through a connection. */
export interface ConnectionRecord {
  readonly fault: Fault;
  requestBytes: number;
  responseBytes: number;
  cut: boolean;
}

/** A running proxy. `plan` replaces what happens to the connections that open from now on. */
export interface FaultProxy {
  readonly url: string;
  readonly connections: readonly ConnectionRecord[];
  /** Connections take these in order; those after the last take `otherwise` (no fault). */
  plan(faults: readonly Fault[], otherwise?: Fault): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free port of this machine in front of `port`. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const connections: ConnectionRecord[] = [];
  const open = new Set<Socket>();
  let planned: Fault[] = [];
  let otherwise: Fault = {};
  const server = createServer((client) => {
    const record: ConnectionRecord = { fault: planned.shift() ?? otherwise, requestBytes: 0, responseBytes: 0, cut: false };
    connections.push(record);
    const upstream = connect({ port, host: '127.0.0.1' });
    const cut = (): void => {
      record.cut = true;
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', (broken) => {
        open.delete(socket);
        // Who said its last word and left is still heard on the other side: the pipe ends it after its last piece.
        if (broken || !socket.readableEnded) other.destroy();
      });
    }
    faultyPipe({ from: client, to: upstream, side: 'request', record, cut });
    faultyPipe({ from: upstream, to: client, side: 'response', record, cut });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections,
    plan: (faults, rest = {}) => {
      planned = [...faults];
      otherwise = rest;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
