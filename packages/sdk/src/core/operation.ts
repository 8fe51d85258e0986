/** One operation of the contract: encode → send → decode with its schema → result. */
import type { OperationShape, OutputOf } from '@motcua/contract';
import { pathOf, ROUTES, type OperationName } from '@motcua/contract/routes';
import { ResponseShapeError } from '../errors/response-shape-error.ts';
import type { Caller, CallOptions, CallParts } from './call.ts';
import type { Http, HttpRequest } from './http.ts';

/** Methods that change nothing the second time (RFC 9110 §9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
/** POST that only computes. */
const PURE: ReadonlySet<OperationName> = new Set<OperationName>(['quoteFees']);

/** Schemas of the answers a client may get; an operation without JSON has none. */
export type Outputs = Readonly<Partial<Record<OperationName, NonNullable<OperationShape['output']>>>>;

/** Binds the operations to a transport and a site. `outputs` checks the answers; `more` headers travel with every call. */
export function createCaller(http: Http, site: string, outputs: Outputs, more: Readonly<Record<string, string>> = {}): Caller {
  const send = <K extends OperationName>(name: K, parts: CallParts<K>, options: CallOptions = {}): Promise<Response> => {
    const request = encode(name, parts);
    return http.send({ ...request, headers: { ...more, ...request.headers }, signal: options.signal });
  };
  const answer: Caller['answer'] = async (name, parts, options) => {
    const response = await send(name, parts, options);
    const output = response.status === 304 ? undefined : await decode(name, outputs[name], response);
    return { status: response.status, etag: response.headers.get('etag'), output };
  };
  return {
    site,
    answer,
    call: async (name, parts, options) => (await answer(name, parts, options)).output as OutputOf<typeof name>,
    bytes: async (name, parts, options) => (await send(name, parts as CallParts<typeof name>, options)).blob(),
  };
}

/** The request of an operation. Throws `RangeError` when a part of the address is missing. */
export function encode<K extends OperationName>(name: K, parts: CallParts<K>): HttpRequest {
  const { method } = ROUTES[name];
  const headers: Record<string, string> = {};
  if (parts.authorization) headers['authorization'] = parts.authorization;
  if (parts.etag) headers['if-none-match'] = parts.etag;
  // A structured-field string: quoted (draft-ietf-httpapi-idempotency-key-header).
  if (parts.idempotencyKey) headers['idempotency-key'] = `"${parts.idempotencyKey}"`;
  if (parts.body !== undefined) headers['content-type'] = 'application/json';
  if (parts.file) Object.assign(headers, { 'content-type': parts.file.bytes.type || 'application/octet-stream', 'x-file-name': encodeURIComponent(parts.file.name) });
  return {
    method,
    path: pathOf(name, parts.path) + queryString(parts.query),
    headers,
    body: parts.file?.bytes ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body)),
    repeatable: IDEMPOTENT.has(method) || PURE.has(name) || parts.idempotencyKey !== undefined,
  };
}

/** `?a=1&b=2` in the order given; absent values are left out. */
export function queryString(query: object | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined && value !== null) search.append(name, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

async function decode<K extends OperationName>(name: K, output: Outputs[K], response: Response): Promise<OutputOf<K>> {
  if (output === undefined) return undefined as OutputOf<K>;
  const requestId = response.headers.get('x-request-id');
  const json: unknown = await response.json().catch(() => {
    throw new ResponseShapeError(name, [''], requestId);
  });
  const result = output.safeParse(json);
  if (result.success) return result.data as OutputOf<K>;
  throw new ResponseShapeError(name, result.error.issues.map((issue) => issue.path.join('.')), requestId);
}
