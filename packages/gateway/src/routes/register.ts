/**
 * Operation of the contract → Hono route. The one place where input is parsed with the operation's schema and output is
 * cut down to the fields of its schema; handlers see only typed values.
 */
import type { Context, Hono } from 'hono';
import { OPERATIONS, type InputOf, type OperationShape, type OutputOf, type QueryOf } from '@motcua/contract';
import { ROUTES, type OperationName, type Route } from '@motcua/contract/routes';
import type { Deps } from '../deps.ts';
import { fieldErrors, type SchemaIssue } from '../field-errors.ts';
import type { RequestFacts } from '../middleware/frame.ts';
import { isUnfit, readJson } from '../middleware/json-body.ts';
import { ProblemError } from '../problem-error.ts';
import { base64url, utf8 } from '../use-cases/bytes.ts';
import { bearerToken, draftCredential, phoneCredential, trackingCredential, uploadCredential } from '../use-cases/credentials.ts';

/** What the frame hands to a route: facts of the request, and where to say which operation it was. */
export interface GatewayEnv {
  Bindings: { facts: RequestFacts; saw(operation: OperationName): void };
}
export type GatewayApp = Hono<GatewayEnv>;

/** One call, parsed. `parameters` are the `{…}` of the path, decoded and without control characters. */
export interface Call<K extends OperationName> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: QueryOf<K>;
  readonly body: InputOf<K>;
  readonly request: Request;
  readonly facts: RequestFacts;
  header(name: string): string | null;
}

/** JSON that is ready (and its tag, without quotes): for big public documents that are prepared once. */
export interface ReadyJson {
  readonly json: string;
  readonly etag: string;
}
/**
 * `body` is cut to the output schema. `etag` adds a tag of the content. Public reads may be kept for a minute
 * (`maxAge` seconds, default 60) and asked again; everything behind credentials is `no-store`.
 */
export interface JsonReply<K extends OperationName> {
  readonly body: OutputOf<K>;
  readonly etag?: boolean;
  readonly maxAge?: number;
  readonly headers?: Readonly<Record<string, string>>;
}
export type Reply<K extends OperationName> = JsonReply<K> | ReadyJson | Response;
export type Handler<K extends OperationName> = (call: Call<K>) => Promise<Reply<K>>;

/** What a route function gets: `routes.add('getSite', async (call) => ({ body: … }))`. */
export interface Routes {
  readonly deps: Deps;
  add<K extends OperationName>(operation: K, handler: Handler<K>): void;
}

/** Bytes of a JSON body; the default serves all small acts. */
const BODY_LIMITS: Partial<Record<OperationName, number>> = {
  submitDossier: 1024 * 1024,
  prepareDossier: 1024 * 1024,
  answerSupplement: 1024 * 1024,
  actOnDossier: 256 * 1024,
};
const DEFAULT_BODY_LIMIT = 64 * 1024;

/** The form of each kind of credentials; throws `unauthorized`. */
const CREDENTIALS: Readonly<Record<Route['auth'], (header: string | null) => unknown>> = {
  none: () => undefined,
  draft: draftCredential,
  phone: phoneCredential,
  upload: uploadCredential,
  tracking: trackingCredential,
  officer: bearerToken,
};

interface Parser {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly unknown[] } };
}
const asParser = (schema: unknown): Parser => schema as Parser;

function parse(schema: unknown, value: unknown): unknown {
  const result = asParser(schema).safeParse(value);
  if (result.success) return result.data;
  throw new ProblemError('validation-failed', { errors: fieldErrors(result.error.issues as SchemaIssue[], value) });
}

function readQuery(request: Request): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    if (isUnfit(value)) throw new ProblemError('validation-failed', { errors: [{ pointer: `/${name.slice(0, 60)}`, code: 'pattern' }] });
    if (name !== '__proto__') query[name] = value.normalize('NFC');
  }
  return query;
}

function readParameters(context: Context<GatewayEnv>): Record<string, string> {
  const parameters = context.req.param() as Record<string, string>;
  for (const value of Object.values(parameters)) {
    if (isUnfit(value) || value.length > 200) throw new ProblemError('not-found');
  }
  return parameters;
}

async function readCall<K extends OperationName>(operation: K, context: Context<GatewayEnv>): Promise<Call<K>> {
  const shape: OperationShape = OPERATIONS[operation];
  const request = context.req.raw;
  const parameters = readParameters(context);
  // Strangers hear 401 before anything of theirs is read.
  CREDENTIALS[ROUTES[operation].auth](request.headers.get('authorization'));
  const query = shape.query === undefined ? undefined : parse(shape.query, readQuery(request));
  const body = shape.input === undefined ? undefined : parse(shape.input, await readJson(request, BODY_LIMITS[operation] ?? DEFAULT_BODY_LIMIT));
  return {
    parameters, request, facts: context.env.facts,
    query: query as QueryOf<K>, body: body as InputOf<K>, header: (name) => request.headers.get(name),
  };
}

/** Does `If-None-Match` name this tag? Weak comparison, as RFC 9110 §13.1.2 wants. */
function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match');
  return known !== null && known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

async function tagOf(json: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(json))).slice(0, 15));
}

/** The answer's text and how it may be kept. */
interface Prepared {
  readonly json: string;
  readonly etag: string | undefined;
  readonly maxAge: number;
  readonly headers: Readonly<Record<string, string>>;
}

async function prepare<K extends OperationName>(shape: OperationShape, reply: JsonReply<K> | ReadyJson, isPublic: boolean): Promise<Prepared> {
  if ('json' in reply) return { json: reply.json, etag: reply.etag, maxAge: 60, headers: {} };
  // The schema of the answer is an explicit list of fields: whatever else the value holds stays here.
  const json = JSON.stringify(shape.output === undefined ? null : asOutput(shape.output, reply.body));
  const etag = isPublic || reply.etag === true ? await tagOf(json) : undefined;
  return { json, etag, maxAge: isPublic ? (reply.maxAge ?? 60) : 0, headers: reply.headers ?? {} };
}

async function jsonResponse<K extends OperationName>(operation: K, reply: JsonReply<K> | ReadyJson, request: Request): Promise<Response> {
  const shape: OperationShape & Route = OPERATIONS[operation];
  if (shape.status === 204) return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  const { json, etag, maxAge, headers: more } = await prepare(shape, reply, shape.auth === 'none' && shape.method === 'GET');
  const headers = new Headers({ 'Cache-Control': maxAge > 0 ? `public, max-age=${maxAge}, must-revalidate` : 'no-store', ...more });
  if (etag !== undefined) headers.set('ETag', `"${etag}"`);
  if (etag !== undefined && isKnown(request, `"${etag}"`)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', 'application/json; charset=utf-8');
  return new Response(json, { status: shape.status, headers });
}

/** An answer that does not fit its own schema is our fault: it becomes `internal`, not `validation-failed`. */
function asOutput(schema: unknown, value: unknown): unknown {
  const result = asParser(schema).safeParse(value);
  if (result.success) return result.data;
  const first = result.error.issues[0] as SchemaIssue | undefined;
  throw new Error(`the answer does not fit its schema at ${(first?.path ?? []).map(String).join('.')}`);
}

/** `/v1/sites/{site}` → `/v1/sites/:site`. */
export const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** The methods that a path of the contract knows, for `Allow` and preflights. */
export function methodsOf(path: string): string[] {
  const methods = Object.values(ROUTES).filter((route) => route.path === path).map((route) => route.method as string);
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), ...(methods.includes('PATCH') ? ['POST'] : []), 'OPTIONS'])].sort();
}

/** The registration helper over an application. */
export function routesOf(app: GatewayApp, deps: Deps): Routes {
  return {
    deps,
    add(operation, handler) {
      const { method, path } = ROUTES[operation];
      const answer = async (context: Context<GatewayEnv>): Promise<Response> => {
        context.env.saw(operation);
        const reply = await handler(await readCall(operation, context));
        return reply instanceof Response ? reply : jsonResponse(operation, reply, context.req.raw);
      };
      // Old proxies let only GET and POST through (tus: X-HTTP-Method-Override).
      if (path === ROUTES.patchUpload.path) {
        app.post(honoPath(path), async (context, next) =>
          context.req.header('x-http-method-override')?.toUpperCase() === method ? answer(context) : next());
      }
      // Hono serves HEAD by running GET and dropping the body: an operation that is HEAD itself sits there too.
      if (method !== 'HEAD') return void app.on(method, honoPath(path), answer);
      app.get(honoPath(path), async (context, next) => (context.req.raw.method === 'HEAD' ? answer(context) : next()));
    },
  };
}
