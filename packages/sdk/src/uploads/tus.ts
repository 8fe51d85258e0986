/** tus 1.0 on the wire: creation, offset, chunk with checksum, termination. One method, one request. */
import { pathOf } from '@motcua/contract/routes';
import { attempt, type Line } from '../core/attempt.ts';
import { problemFrom } from '../errors/from-response.ts';
import { ResponseShapeError } from '../errors/response-shape-error.ts';
import { uploadAuthorization, type DraftCredentials, type PhoneCredentials } from '../ports/credentials.ts';
import { base64, utf8 } from './encode.ts';
import { sha256 } from './sha256.ts';

/** What stands in `Upload-Metadata`. */
export interface UploadMetadata {
  filename: string;
  filetype: string;
  paper: string;
  /** Row of a repeated group that the paper belongs to. */
  row?: string;
  /** Absent for a phone, which does not know it. */
  draft?: string;
}

/** What the gateway holds: `offset` bytes for sure, and `held` bytes after them that a cut left unproved (ADR 0005). */
export interface HeldOffset {
  offset: number;
  held: number;
}

/**
 * One chunk. `body`: the same bytes as a slice of the file, which the page does not copy once more for the request: a slow processor would
 * feel that. `proof`: the held bytes just before it, whose checksum makes them count; null when nothing is held.
 */
export interface Chunk {
  offset: number;
  bytes: Uint8Array;
  body?: Blob | undefined;
  proof: Uint8Array | null;
  override: boolean;
}

/** The requests of one draft's uploads. Each throws `ProblemError`, `NetworkError`, `TimeoutError` or `AbortedError`. */
export interface TusWire {
  create(size: number, metadata: UploadMetadata): Promise<string>;
  offset(uploadId: string): Promise<HeldOffset>;
  patch(uploadId: string, chunk: Chunk): Promise<number>;
  remove(uploadId: string): Promise<void>;
}

/** Binds the protocol to a gateway and to whose uploads they are. */
export function tusWire(line: Line, gateway: string, owner: DraftCredentials | PhoneCredentials, signal?: AbortSignal): TusWire {
  const request = async (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit): Promise<Response> => {
    const all = { 'tus-resumable': '1.0.0', authorization: uploadAuthorization(owner), ...headers };
    const init: RequestInit = { method, headers: all, credentials: 'omit', ...(body === undefined ? {} : { body }) };
    const response = await attempt(line, gateway + path, init, signal);
    if (!response.ok) throw await problemFrom(response, line.clock.now());
    return response;
  };
  const at = (upload: string): string => pathOf('headUpload', { upload });
  return {
    create: async (size, metadata) => {
      const headers = { 'upload-length': String(size), 'upload-metadata': encodeMetadata(metadata) };
      const response = await request('POST', pathOf('createUpload'), headers);
      // The id alone: behind a proxy the gateway may not know its own public address.
      const id = /([^/?#]+)\/?$/.exec(response.headers.get('location') ?? '')?.[1];
      if (id === undefined) throw new ResponseShapeError('createUpload', ['location']);
      return decodeURIComponent(id);
    },
    offset: async (upload) => {
      const response = await request('HEAD', at(upload));
      const held = response.headers.get('upload-held') ?? '';
      return { offset: offsetOf('headUpload', response), held: /^\d{1,15}$/.test(held) ? Number(held) : 0 };
    },
    patch: async (upload, { offset, bytes, body, proof, override }) => {
      const headers: Record<string, string> = {
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        'upload-checksum': await checksumOf(bytes),
      };
      if (proof !== null) headers['upload-held-checksum'] = await checksumOf(proof);
      if (override) headers['x-http-method-override'] = 'PATCH';
      return offsetOf('patchUpload', await request(override ? 'POST' : 'PATCH', at(upload), headers, body ?? (bytes as Uint8Array<ArrayBuffer>)));
    },
    remove: async (upload) => {
      await request('DELETE', at(upload));
    },
  };
}

function encodeMetadata(metadata: UploadMetadata): string {
  return Object.entries(metadata)
    .map(([name, value]: [string, string]) => `${name} ${base64(utf8(value.normalize('NFC')))}`)
    .join(',');
}

function offsetOf(operation: string, response: Response): number {
  const header = response.headers.get('upload-offset') ?? '';
  if (!/^\d{1,15}$/.test(header)) throw new ResponseShapeError(operation, ['upload-offset']);
  return Number(header);
}

const checksumOf = async (bytes: Uint8Array): Promise<string> => `sha256 ${base64(await digestOf(bytes))}`;

// Pages on plain HTTP have no crypto.subtle.
async function digestOf(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const hash = sha256();
  hash.update(bytes);
  return hash.digest();
}
