import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { AbortedError } from './aborted-error.ts';
import { FileEmptyError, FileUnreadableError } from './file-errors.ts';
import { problemFrom } from './from-response.ts';
import { isAbortedError, isFileUnreadableError, isMotcuaError, isNetworkError, isProblemError, isTimeoutError } from './guards.ts';
import { NetworkError } from './network-error.ts';
import { ProblemError } from './problem-error.ts';
import { ResponseShapeError } from './response-shape-error.ts';
import { TimeoutError } from './timeout-error.ts';

const SECRETS = ['079203001234', 'Nguyễn Thị Hạnh', '0912345678', 'https://gateway.test', 'H12.12-261123-0001', 's3cr3t'];
const problem = {
  type: 'urn:motcua:problem:validation-failed', title: SECRETS[1], detail: `${SECRETS[0]} at ${SECRETS[3]}`, status: 422,
  code: 'validation-failed', requestId: 'req-1', supportCode: 'K7M2QX',
  errors: [{ pointer: '/answers/soDinhDanh', code: 'citizen-number-invalid', params: { value: SECRETS[0] } }],
} as never;

describe('redaction', () => {
  const errors = [
    new ProblemError(422, problem),
    new ProblemError(500, { requestId: SECRETS[1], supportCode: SECRETS[3], code: SECRETS[4] } as never),
    new NetworkError(new TypeError(`getaddrinfo ${SECRETS[3]} ${SECRETS[5]}`)),
    new FileUnreadableError(new Error(`${SECRETS[1]}.jpg`)),
    new ResponseShapeError('getTracking', ['applicantName'], 'req-2'),
    new TimeoutError(), new AbortedError(), new FileEmptyError(),
  ];
  test.each(errors)('$name says nothing of addresses, bodies, secrets or people', (error) => {
    const said = `${error.message}${String(error)}${JSON.stringify(error)}${JSON.stringify({ ...error, errors: undefined })}`;
    for (const secret of SECRETS) expect(said).not.toContain(secret);
  });
  test('the cause is kept for the debugger, and does not travel', () => {
    const cause = new Error('cause');
    const error = new NetworkError(cause);
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).not.toContain('cause');
  });
});

describe('problems', () => {
  test('keep status, code, request id, support code and the pointers of fields', async () => {
    const error = await problemFrom(Response.json(problem, { status: 422, headers: { 'retry-after': '3' } }), 0);
    expect(error).toMatchObject({ status: 422, code: 'validation-failed', requestId: 'req-1', supportCode: 'K7M2QX', retryAfterMs: 3000 });
    expect(error.errors[0]?.pointer).toBe('/answers/soDinhDanh');
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'ProblemError', code: 'validation-failed', requestId: 'req-1', supportCode: 'K7M2QX', status: 422,
      errors: [{ pointer: '/answers/soDinhDanh', code: 'citizen-number-invalid' }],
    });
  });
  test("a proxy's own page is «unrecognised»", async () => {
    const error = await problemFrom(new Response('<h1>502</h1>', { status: 502 }), 0);
    expect(error).toMatchObject({ status: 502, code: 'unrecognised', requestId: null, retryAfterMs: null });
  });
  test('the body says how long to wait where the header is hidden', async () => {
    const error = await problemFrom(Response.json({ code: 'rate-limited', retryAfter: 7 }, { status: 429 }), 0);
    expect(error.retryAfterMs).toBe(7000);
  });
});

describe('guards', () => {
  test('go by name and code', () => {
    const error: unknown = new ProblemError(422, problem);
    expect(isProblemError(error)).toBe(true);
    expect(isProblemError(error, 'validation-failed')).toBe(true);
    expect(isProblemError(error, 'rate-limited')).toBe(false);
    expect(isNetworkError(error)).toBe(false);
    expect([new TimeoutError(), new AbortedError(), new NetworkError(), error].every(isMotcuaError)).toBe(true);
  });
  test('know errors of another realm', () => {
    const foreign: unknown = runInNewContext("Object.assign(new Error('x'), { name: 'ProblemError', status: 404, code: 'draft-not-found' })");
    expect(foreign instanceof Error).toBe(false);
    expect(isProblemError(foreign, 'draft-not-found')).toBe(true);
    expect(isMotcuaError(foreign)).toBe(true);
  });
  test('take nothing else for ours', () => {
    for (const other of [null, undefined, 'ProblemError', new Error('x'), new DOMException('x', 'TimeoutError'), new DOMException('x', 'AbortError')]) {
      expect([isMotcuaError(other), isTimeoutError(other), isAbortedError(other), isFileUnreadableError(other)]).toEqual([false, false, false, false]);
    }
  });
});
