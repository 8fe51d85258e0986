import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import { ProblemError } from '../errors/problem-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { afterStep, beginUpload, CHUNK, nextStep, type Outcome, type UploadCourse } from './upload.model.ts';

const KiB = 1024;
const failed = (error: unknown): Outcome => ({ is: 'failed', error });
const status = (code: number): Outcome => failed(new ProblemError(code, {}));
const patching: UploadCourse = { ...beginUpload(900 * KiB, CHUNK.first, 'u1'), known: true, offset: 256 * KiB };
const patch = nextStep(patching);

test('creates, sends chunk by chunk, ends', () => {
  let course = beginUpload(300 * KiB, CHUNK.first);
  expect(nextStep(course)).toEqual({ do: 'create' });
  course = afterStep(course, { do: 'create' }, { is: 'created', uploadId: 'u1' }).course;
  expect(nextStep(course)).toEqual({ do: 'patch', from: 0, to: 256 * KiB });
  course = afterStep(course, nextStep(course), { is: 'offset', offset: 256 * KiB, held: 0, tookMs: 5000 }).course;
  expect(nextStep(course)).toEqual({ do: 'patch', from: 256 * KiB, to: 300 * KiB });
  course = afterStep(course, nextStep(course), { is: 'offset', offset: 300 * KiB, held: 0, tookMs: 5000 }).course;
  expect(nextStep(course)).toEqual({ do: 'done' });
});

test('after a reload asks for the offset first', () => {
  expect(nextStep(beginUpload(10, CHUNK.first, 'u1'))).toEqual({ do: 'head' });
});

describe('the size of chunks', () => {
  const after = (course: UploadCourse, tookMs: number) => afterStep(course, nextStep(course), { is: 'offset', offset: course.offset + 1, held: 0, tookMs }).course.chunk;
  test('doubles on a fast line up to 512 KiB, halves on a slow one down to 16 KiB', () => {
    expect(after(patching, 500)).toBe(512 * KiB);
    expect(after({ ...patching, chunk: 512 * KiB }, 500)).toBe(512 * KiB);
    expect(after(patching, 5000)).toBe(256 * KiB);
    expect(after(patching, 13_000)).toBe(128 * KiB);
    expect(after({ ...patching, chunk: 16 * KiB }, 13_000)).toBe(16 * KiB);
  });
  test('halves when a chunk got no answer in time, down to 16 KiB', () => {
    expect(afterStep(patching, patch, failed(new TimeoutError())).course.chunk).toBe(128 * KiB);
    expect(afterStep({ ...patching, chunk: 16 * KiB }, patch, failed(new TimeoutError())).course.chunk).toBe(16 * KiB);
  });
  test('halves when a cut left nothing at the gateway, stays when it left something', () => {
    const { course } = afterStep(patching, patch, failed(new NetworkError()));
    const asked = (held: number) => afterStep(course, { do: 'head' }, { is: 'offset', offset: course.offset, held, tookMs: 1 }).course;
    expect([asked(0).chunk, asked(0).failures]).toEqual([128 * KiB, 1]);
    expect([asked(1000).chunk, asked(1000).failures]).toEqual([256 * KiB, 0]);
  });
  test('413 halves for good, down to 64 KiB, then ends', () => {
    const once = afterStep(patching, patch, status(413)).course;
    expect([once.chunk, once.ceiling]).toEqual([128 * KiB, 128 * KiB]);
    const small = { ...once, chunk: 64 * KiB };
    expect(afterStep(small, nextStep(small), status(413)).then).toBe('stop');
  });
});

describe('bytes that a cut left at the gateway', () => {
  const held: UploadCourse = { ...patching, held: 100 * KiB };
  test('are not sent again: the next chunk begins after them', () => {
    expect(nextStep(held)).toEqual({ do: 'patch', from: 356 * KiB, to: 612 * KiB });
  });
  test('that reach the end still have to be proved', () => {
    const all = { ...held, held: held.size - held.offset };
    expect(nextStep(all)).toEqual({ do: 'patch', from: held.size, to: held.size });
    const { course } = afterStep(all, nextStep(all), { is: 'offset', offset: held.size, held: 0, tookMs: 1 });
    expect(nextStep(course)).toEqual({ do: 'done' });
  });
  test('that are wrong are asked for anew', () => {
    expect(nextStep(afterStep(held, patch, status(460)).course)).toEqual({ do: 'head' });
  });
});

describe('failures', () => {
  test.each([
    ['the line went', failed(new NetworkError()), 'go', 'head'], ['offset conflict', status(409), 'go', 'head'], ['locked', status(423), 'wait', 'head'],
    ['later', status(503), 'wait', 'head'], ['gone', status(410), 'go', 'create'], ['unknown', status(404), 'go', 'create'],
    ['changed bytes', status(460), 'go', 'patch'], ['PATCH refused', status(405), 'go', 'patch'], ['PATCH forbidden', status(403), 'go', 'patch'],
    ['not signed in', status(401), 'stop', 'patch'], ['not this kind of file', status(422), 'stop', 'patch'], ['no room', status(507), 'stop', 'patch'],
    ['a bug', failed(new Error('x')), 'stop', 'patch'],
  ] as const)('%s', (_, outcome, then, next) => {
    const verdict = afterStep(patching, patch, outcome);
    expect([verdict.then, nextStep(verdict.course).do]).toEqual([then, next]);
  });
  test('the line that went comes back at once or is waited for', () => {
    const { course } = afterStep(patching, patch, failed(new NetworkError()));
    expect(afterStep(course, nextStep(course), failed(new NetworkError())).then).toBe('wait');
  });
  test('the override is tried once', () => {
    const { course } = afterStep(patching, patch, status(405));
    expect(course.override).toBe(true);
    expect(afterStep(course, nextStep(course), status(405)).then).toBe('stop');
  });
  test('a gateway that forgets every upload is not asked for ever', () => {
    expect(afterStep({ ...patching, creations: 5 }, patch, status(404)).then).toBe('stop');
  });
  test('a refused creation ends', () => {
    expect(afterStep(beginUpload(9, 9), { do: 'create' }, status(404)).then).toBe('stop');
    expect(afterStep(beginUpload(9, 9), { do: 'create' }, status(413)).then).toBe('stop');
  });
  test('an acknowledged byte forgets the failures', () => {
    const course = { ...patching, failures: 5 };
    expect(afterStep(course, patch, { is: 'offset', offset: course.offset + 1, held: 0, tookMs: 1 }).course.failures).toBe(0);
    expect(afterStep(course, { do: 'head' }, { is: 'offset', offset: course.offset, held: 0, tookMs: 1 }).course.failures).toBe(5);
  });
});

test('property: whatever happens, a chunk lies inside the file and begins where the gateway is', () => {
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.record({ is: fc.constant('offset' as const), offset: fc.nat(1e6), held: fc.nat(1e5), tookMs: fc.nat(30_000) }),
    fc.constantFrom(404, 409, 410, 413, 423, 460, 405, 500, 503).map(status),
    fc.constantFrom(failed(new NetworkError()), failed(new TimeoutError())),
  );
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 16 * KiB, max: 512 * KiB }), fc.array(outcome, { maxLength: 60 }), (size, first, outcomes) => {
    let course = beginUpload(size, first);
    for (const next of outcomes) {
      const step = nextStep(course);
      if (step.do === 'done') return;
      if (step.do === 'patch') {
        expect(step.from).toBe(course.offset + course.held);
        expect(Number.isInteger(step.to)).toBe(true);
        expect(step.to - step.from + course.held).toBeGreaterThan(0);
        expect(step.to).toBeLessThanOrEqual(size);
      }
      const verdict = afterStep(course, step, step.do === 'create' && next.is === 'offset' ? { is: 'created', uploadId: 'u' } : next);
      if (verdict.then === 'stop') return;
      course = verdict.course;
    }
  }));
});
