/** One direction of a connection of the fault proxy. */
import type { Socket } from 'node:net';
import type { ConnectionRecord } from './fault-proxy.ts';

/** From where, to where, and what to do when the fault says that the line breaks. */
export interface Pipe {
  from: Socket;
  to: Socket;
  side: 'request' | 'response';
  record: ConnectionRecord;
  cut: () => void;
}

/** Carries bytes and applies the faults of this side. Pieces keep their order, whatever the delays. */
export function faultyPipe(pipe: Pipe): void {
  let last: Promise<void> = Promise.resolve();
  let refused = false;
  const lane: Lane = { freeAt: 0, pieces: 0 };
  pipe.from.on('data', (piece) => {
    if (refused) return;
    const refusal = pipe.side === 'request' ? refusalOf(pipe, piece as Buffer) : null;
    if (refusal !== null) {
      refused = true;
      pipe.from.end(`HTTP/1.1 ${refusal}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    pipe.from.pause();
    last = last.then(() => carry(pipe, lane, Buffer.from(piece as Buffer))).then(() => void pipe.from.resume());
  });
  pipe.from.on('end', () => {
    last = last.then(() => void pipe.to.end());
  });
}

/** When the line has passed on what it carries, milliseconds of `performance.now()`. */
interface Lane {
  freeAt: number;
  pieces: number;
}

const until = async (time: number): Promise<void> => {
  const rest = time - performance.now();
  if (rest > 0.5) await new Promise((resolve) => setTimeout(resolve, rest));
};

// A narrow line passes on small pieces one after the other, by a timetable: pauses that come late do not add up.
async function carry(pipe: Pipe, lane: Lane, whole: Buffer): Promise<void> {
  const { latencyMs = 0, bytesPerSecond = Infinity, lateEvery = Infinity, lateMs = 0 } = pipe.record.fault;
  const step = bytesPerSecond === Infinity ? whole.length : 4096;
  await until(performance.now() + latencyMs);
  for (let at = 0; at < whole.length; at += step) {
    const piece = whole.subarray(at, at + step);
    const now = performance.now();
    lane.freeAt = (lane.freeAt < now - 50 ? now : lane.freeAt) + (piece.length / bytesPerSecond) * 1000;
    lane.pieces += 1;
    if (lane.pieces % lateEvery === 0) lane.freeAt += lateMs;
    if (bytesPerSecond !== Infinity) await until(lane.freeAt);
    await pass(pipe, piece);
    if (pipe.record.cut) return;
  }
}

async function pass(pipe: Pipe, piece: Buffer): Promise<void> {
  const { record, side } = pipe;
  const [count, cutAt, swallowAt, flipAt] = side === 'request'
    ? ([record.requestBytes, record.fault.cutRequestAfter, record.fault.swallowRequestAfter, record.fault.flipRequestByte] as const)
    : ([record.responseBytes, record.fault.cutResponseAfter, record.fault.swallowResponseAfter, record.fault.flipResponseByte] as const);
  if (flipAt !== undefined && flipAt >= count && flipAt < count + piece.length) piece[flipAt - count] = (piece[flipAt - count] ?? 0) ^ 1;
  const room = Math.min(cutAt ?? Infinity, swallowAt ?? Infinity) - count;
  const passed = piece.subarray(0, Math.max(0, Math.min(piece.length, room)));
  if (side === 'request') record.requestBytes += passed.length;
  else record.responseBytes += passed.length;
  if (passed.length > 0 && !pipe.to.destroyed) await new Promise<void>((resolve) => pipe.to.write(passed, () => resolve()));
  if (cutAt !== undefined && count + piece.length >= cutAt) pipe.cut();
}

// A request head comes as one piece from the clients we test; a piece of a body that looks like one does not occur there.
function refusalOf({ record }: Pipe, piece: Buffer): string | null {
  const { refuseMethods = [], refuseBodiesOver = Infinity } = record.fault;
  const head = /^([A-Z]+) \S+ HTTP\/1\.1\r\n([\s\S]*?)\r\n\r\n/.exec(piece.toString('latin1'));
  if (head === null) return null;
  if (refuseMethods.includes(head[1] ?? '')) return '405 Method Not Allowed';
  const length = Number(/^content-length: (\d+)/im.exec(head[2] ?? '')?.[1] ?? 0);
  return length > refuseBodiesOver ? '413 Content Too Large' : null;
}
