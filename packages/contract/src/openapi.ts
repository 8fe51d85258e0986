/** Builds `openapi.json` (OpenAPI 3.1) from the operation table. */
import * as z from 'zod/mini';
import { OPERATIONS, type OperationShape } from './operations.ts';
import { OPERATION_PROBLEMS } from './operation-problems.ts';
import { PROBLEMS, type ProblemCode } from './problem-codes.ts';
import { ProblemSchema } from './problem.ts';
import type { OperationName, Route } from './routes.ts';
import { SUMMARIES } from './summaries.ts';
import * as answers from './answers.ts';
import * as calendar from './calendar.ts';
import * as dossier from './dossier.ts';
import * as form from './form.ts';
import * as letter from './letter.ts';
import * as officer from './officer.ts';
import * as payment from './payment.ts';
import * as postal from './postal.ts';
import * as procedure from './procedure.ts';
import * as site from './site.ts';
import * as statistics from './statistics.ts';
import * as tracking from './tracking.ts';
import * as unit from './unit.ts';
import * as upload from './upload.ts';

type Json = Record<string, unknown>;

/** Schemas with a name of their own in `components.schemas`: every exported `…Schema` of the nouns. */
function namedSchemas(): Map<z.ZodMiniType, string> {
  const names = new Map<z.ZodMiniType, string>([[ProblemSchema as z.ZodMiniType, 'Problem']]);
  for (const module of [answers, calendar, dossier, form, letter, officer, payment, postal, procedure, site, statistics, tracking, unit, upload]) {
    for (const [name, value] of Object.entries(module)) {
      if (name.endsWith('Schema') && typeof value === 'object') names.set(value as z.ZodMiniType, name.slice(0, -'Schema'.length));
    }
  }
  return names;
}

/** `$defs` of one schema become shared components. */
function collect(schema: z.ZodMiniType, registry: z.core.$ZodRegistry<{ id: string }>, components: Json, io: 'input' | 'output'): Json {
  const json = z.toJSONSchema(schema, {
    io,
    metadata: registry,
    unrepresentable: 'any',
    override: () => undefined,
  }) as Json & { $defs?: Record<string, Json> };
  const { $defs, $schema: _, ...rest } = json;
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] ??= rewrite(definition);
  const id = registry.get(schema)?.id;
  if (id === undefined) return rewrite(rest);
  if (typeof rest['$ref'] !== 'string') components[id] ??= rewrite(rest);
  return { $ref: `#/components/schemas/${id}` };
}

/** Points local references at the shared components and drops keys that only named a schema. */
function rewrite(value: unknown): Json {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === '$ref' && typeof inner === 'string') return inner.replace('#/$defs/', '#/components/schemas/');
      return key === 'id' && typeof inner === 'string' ? undefined : inner;
    }),
  ) as Json;
}

function parametersOf(route: Route, shape: OperationShape, toJson: (schema: z.ZodMiniType) => Json): Json[] {
  const path = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name, in: 'path', required: true, schema: { type: 'string', maxLength: 200 },
  }));
  const query = shape.query === undefined ? [] : queryParameters(toJson(shape.query));
  const key = shape.idempotent === true
    ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 100 } }]
    : [];
  const site = route.auth === 'officer'
    ? [{ name: 'X-Officer-Site', in: 'header', required: false, description: 'The unit to work for; absent: where the officer usually works', schema: { type: 'string', maxLength: 60 } }]
    : [];
  return [...path, ...query, ...key, ...site];
}

function queryParameters(schema: Json): Json[] {
  const required = (schema['required'] as string[] | undefined) ?? [];
  return Object.entries((schema['properties'] as Record<string, Json> | undefined) ?? {}).map(([name, property]) => ({
    name, in: 'query', required: required.includes(name), schema: property,
  }));
}

function responsesOf(shape: OperationShape, problems: readonly ProblemCode[], toJson: (schema: z.ZodMiniType) => Json): Json {
  const ok = shape.output === undefined ? { description: 'Done' } : { description: 'Done', content: { 'application/json': { schema: toJson(shape.output) } } };
  const responses: Json = { [String(shape.status)]: ok };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problems) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[String(status)] = {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

const SECURITY: Record<Exclude<Route['auth'], 'none'>, Json> = {
  draft: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Draft <draft id>.<secret>`; the device makes both' },
  phone: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Phone <pass id>.<secret>`; the secret of the pass to claim it, the phone\'s own afterwards' },
  upload: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Draft …` or `Phone …`; a phone reaches only what it sent itself' },
  tracking: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Tracking base64url(<dossier code>:<tracking key>)`' },
  officer: { type: 'http', scheme: 'bearer' },
};

/** The whole document, stable in order, ready to be written as JSON. */
export function buildOpenApi(version: string): Json {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of namedSchemas()) registry.add(schema, { id });
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(OPERATIONS) as [OperationName, Route & OperationShape][]) {
    const input = (schema: z.ZodMiniType) => collect(schema, registry, components, 'input');
    const output = (schema: z.ZodMiniType) => collect(schema, registry, components, 'output');
    const body = operation.input === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: input(operation.input) } } } };
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId: name,
      summary: SUMMARIES[name],
      parameters: parametersOf(operation, operation, (schema) => inline(schema)),
      ...body,
      responses: responsesOf(operation, OPERATION_PROBLEMS[name], output),
      security: operation.auth === 'none' ? [] : [{ [operation.auth]: [] }],
    };
  }
  collect(ProblemSchema as z.ZodMiniType, registry, components, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Một Cửa gateway', version, license: { name: 'MIT', identifier: 'MIT' }, description: 'The one-stop counter of a Vietnamese commune. Every refusal is an RFC 9457 problem document.' },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))), securitySchemes: SECURITY },
  };
}

/** Query parameters are written in place: a reference cannot stand there piece by piece. */
function inline(schema: z.ZodMiniType): Json {
  return rewrite(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: z.registry<{ id: string }>() }));
}
