import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { buildOpenApi, OPERATIONS } from '@motcua/contract';
import { OPERATION_PROBLEMS } from '../src/operation-problems.ts';
import { PROBLEMS } from '@motcua/contract/problem-codes';
import { pathOf, ROUTES, type OperationName } from '@motcua/contract/routes';

type Operation = { operationId: string; responses: Record<string, unknown>; security: unknown[]; requestBody?: unknown };
const document = buildOpenApi('0.1.0') as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } };
const written = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as typeof document;

describe('openapi.json', () => {
  test('is the table, word for word', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  test('has every operation once, with its success and each of its problems', () => {
    const found = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(found.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(OPERATIONS).sort());
    for (const operation of found) {
      const shape = OPERATIONS[operation.operationId as OperationName];
      const statuses = new Set([shape.status, ...OPERATION_PROBLEMS[operation.operationId as OperationName].map((code) => PROBLEMS[code].status)]);
      expect(Object.keys(operation.responses).map(Number).sort()).toEqual([...statuses].sort());
    }
  });

  test('every reference leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  test('writes of citizens and officers are never without credentials', () => {
    const open = Object.entries(ROUTES).filter(([, route]) => route.auth === 'none' && route.method !== 'GET').map(([name]) => name);
    // A code to a phone is asked for by people who have lost their credentials; it tells nothing and changes no dossier.
    expect(open).toEqual(['quoteFees', 'requestTrackingCode', 'redeemTrackingCode', 'noticePayment']);
  });
});

describe('paths', () => {
  test('are filled in and percent-encoded', () => {
    expect(pathOf('getProcedure', { site: 'thoi binh/../x', code: '1.001193' })).toBe('/v1/sites/thoi%20binh%2F..%2Fx/procedures/1.001193');
  });
  test('a missing part is an error, not an address of something else', () => {
    expect(() => pathOf('getProcedure', { site: 'thoibinh' })).toThrow(RangeError);
    expect(() => pathOf('getProcedure', { site: '', code: '1' })).toThrow(RangeError);
  });
  test('no two operations share method and path', () => {
    const keys = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
