/** A tus 1.0 server of its own making, so that the client is not only tested against the gateway that grew up with it. */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredUpload {
  size: number;
  bytes: Buffer;
  metadata: Record<string, string>;
}

export interface TusServer {
  readonly port: number;
  readonly url: string;
  readonly uploads: Map<string, StoredUpload>;
  /** Methods as they arrived, with what they carried. */
  readonly log: { method: string; override: string | undefined; bytes: number; status: number }[];
  /** Answers the next requests of a method by hand; return null to go on as usual. */
  intercept: (request: IncomingMessage, body: Buffer) => { status: number; headers?: Record<string, string>; body?: string } | null;
  close(): Promise<void>;
}

export async function startTusServer(): Promise<TusServer> {
  const uploads = new Map<string, StoredUpload>();
  const log: TusServer['log'] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return; // Cut in the middle: the chunk is dropped, as the checksum demands.
    }
    const body = Buffer.concat(pieces);
    const override = request.headers['x-http-method-override'] as string | undefined;
    const answer = server.intercept(request, body) ?? serve(request, override ?? request.method ?? '', body);
    log.push({ method: request.method ?? '', override, bytes: body.length, status: answer.status });
    response.writeHead(answer.status, { 'Tus-Resumable': '1.0.0', ...answer.headers }).end('body' in answer ? answer.body : undefined);
  };
  const serve = (request: IncomingMessage, method: string, body: Buffer): { status: number; headers?: Record<string, string> } => {
    if (request.headers['tus-resumable'] !== '1.0.0') return { status: 412 };
    if (!request.headers.authorization?.startsWith('Draft ')) return { status: 401 };
    if (method === 'POST' && request.url === '/v1/uploads') return create(request);
    const id = (request.url ?? '').split('/').pop() ?? '';
    const upload = uploads.get(id);
    if (upload === undefined) return { status: 404 };
    if (method === 'DELETE') return { status: uploads.delete(id) ? 204 : 404 };
    if (method === 'PATCH') {
      if (Number(request.headers['upload-offset']) !== upload.bytes.length) return { status: 409 };
      const [name = '', expected] = String(request.headers['upload-checksum']).split(' ');
      if (createHash(name).update(body).digest('base64') !== expected) return { status: 460 };
      upload.bytes = Buffer.concat([upload.bytes, body]);
      return { status: 204, headers: { 'Upload-Offset': String(upload.bytes.length) } };
    }
    return { status: 200, headers: { 'Upload-Offset': String(upload.bytes.length), 'Upload-Length': String(upload.size) } };
  };
  const create = (request: IncomingMessage): { status: number; headers: Record<string, string> } => {
    const id = randomUUID();
    const pairs = String(request.headers['upload-metadata']).split(',').map((pair) => pair.split(' ') as [string, string]);
    const metadata = Object.fromEntries(pairs.map(([name, value]) => [name, Buffer.from(value, 'base64').toString('utf8')]));
    uploads.set(id, { size: Number(request.headers['upload-length']), bytes: Buffer.alloc(0), metadata });
    return { status: 201, headers: { Location: `/v1/uploads/${id}` } };
  };
  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: TusServer = {
    port,
    url: `http://127.0.0.1:${port}`,
    uploads,
    log,
    intercept: () => null,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
  return server;
}
