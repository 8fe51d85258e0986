/**
 * The course of one tus 1.0 upload as a pure state machine: what to do next, and what an outcome changes. Bytes, hashes,
 * requests and waiting live in `send.ts`.
 */
import { isNetworkError, isProblemError, isTimeoutError } from '../errors/guards.ts';

/** Sizes in bytes. 64 KiB is as far as a refusing proxy pushes us, 16 KiB as far as a very slow line does. */
export const CHUNK = { first: 256 * 1024, largest: 512 * 1024, smallest: 64 * 1024, slowest: 16 * 1024 } as const;

/** `known`: `offset` is what the gateway said last and nothing unclear has happened since. */
export interface UploadCourse {
  readonly uploadId: string | null;
  readonly size: number;
  readonly offset: number;
  /** Bytes after `offset` that a cut left at the gateway; they count once the next chunk proves them. */
  readonly held: number;
  readonly known: boolean;
  readonly chunk: number;
  /** No chunk gets larger than this: a 413 lowers it for good. */
  readonly ceiling: number;
  /** PATCH is refused on the way: send POST with `X-HTTP-Method-Override`. */
  readonly override: boolean;
  /** The last chunk was lost on its way: what of it arrived is not known yet. */
  readonly lost: boolean;
  /** Failures in a row. */
  readonly failures: number;
  readonly creations: number;
}

/** The next request, or `done`. `from` included, `to` excluded. */
export type Step = { do: 'create' } | { do: 'head' } | { do: 'patch'; from: number; to: number } | { do: 'done' };

/** What came of a step. `tookMs` is how long a chunk was on its way. */
export type Outcome = { is: 'created'; uploadId: string } | { is: 'offset'; offset: number; held: number; tookMs: number } | { is: 'failed'; error: unknown };

/** `go` at once, `wait` and go, or `stop` and tell the person. */
export interface Verdict {
  course: UploadCourse;
  then: 'go' | 'wait' | 'stop';
}

/** The beginning, or the going on with an upload that the gateway knows already. */
export function beginUpload(size: number, chunk: number, uploadId: string | null = null): UploadCourse {
  const first = Math.max(1, Math.floor(chunk));
  const ceiling = Math.max(first, CHUNK.largest);
  return { uploadId, size, offset: 0, held: 0, known: false, chunk: first, ceiling, override: false, lost: false, failures: 0, creations: 0 };
}

/** What to do now. */
export function nextStep(course: UploadCourse): Step {
  if (course.uploadId === null) return { do: 'create' };
  if (!course.known) return { do: 'head' };
  if (course.offset >= course.size) return { do: 'done' };
  const from = course.offset + course.held;
  return { do: 'patch', from, to: Math.min(course.size, from + course.chunk) };
}

/** What the outcome of `step` changes. */
export function afterStep(course: UploadCourse, step: Step, outcome: Outcome): Verdict {
  if (outcome.is === 'created') return go({ ...course, uploadId: outcome.uploadId, offset: 0, held: 0, known: true, creations: course.creations + 1 });
  if (outcome.is === 'failed') return afterFailure({ ...course, failures: course.failures + 1 }, step, outcome.error);
  const offset = Math.min(outcome.offset, course.size);
  const held = Math.min(outcome.held, course.size - offset);
  const moved = offset + held > course.offset + course.held;
  // A chunk of which nothing arrived: something on the way passes on only whole ones, or the line lives too briefly.
  const chunk = step.do === 'patch' ? adapted(course, outcome.tookMs) : moved || !course.lost ? course.chunk : halved(course.chunk, CHUNK.slowest);
  return go({ ...course, offset, held, known: true, lost: false, chunk, failures: moved ? 0 : course.failures });
}

const go = (course: UploadCourse): Verdict => ({ course, then: 'go' });

const halved = (chunk: number, floor: number): number => Math.max(floor, Math.floor(chunk / 2));

// A chunk should be on its way for some seconds: long enough to be worth its request, and well answered before it counts as stalled.
function adapted({ chunk, ceiling }: UploadCourse, tookMs: number): number {
  if (tookMs < 5000) return Math.min(ceiling, chunk * 2);
  return tookMs > 12_000 ? halved(chunk, CHUNK.slowest) : chunk;
}

const LATER: ReadonlySet<number> = new Set([408, 423, 425, 429, 500, 502, 503, 504]);

function afterFailure(course: UploadCourse, step: Step, error: unknown): Verdict {
  const unclear = { ...course, known: false };
  if (isTimeoutError(error) || isNetworkError(error)) {
    // A line that broke on the way is often back at once; one that is away is not asked in a hurry.
    const first = step.do === 'patch' && course.failures === 1;
    const chunk = isTimeoutError(error) && step.do === 'patch' ? halved(course.chunk, CHUNK.slowest) : course.chunk;
    return { course: { ...unclear, chunk, lost: course.lost || step.do === 'patch' }, then: first ? 'go' : 'wait' };
  }
  if (!isProblemError(error)) return { course, then: 'stop' };
  if (LATER.has(error.status)) return { course: unclear, then: 'wait' };
  if (step.do === 'create') return { course, then: 'stop' };
  return afterRefusal(course, step, error.status);
}

function afterRefusal(course: UploadCourse, step: Step, status: number): Verdict {
  const answer = (step.do === 'patch' ? PATCH_REFUSED[status] : undefined) ?? REFUSED[status];
  return answer?.(course) ?? { course, then: 'stop' };
}

/** Refusals that the protocol knows an answer to; null where the answer has been tried in vain. */
type Answer = (course: UploadCourse) => Verdict | null;

// Expired or forgotten: from the first byte again, while the bytes are still held here.
const anew: Answer = (course) => (course.creations < 5 ? go({ ...course, uploadId: null, offset: 0, held: 0, known: false }) : null);

const again: Answer = (course) => (course.failures > 8 ? null : { course, then: course.failures <= 2 ? 'go' : 'wait' });

const resync: Answer = (course) => again({ ...course, known: false });

// Which bytes were wrong, the held ones or the chunk, only the gateway knows.
const changed: Answer = (course) => (course.held > 0 ? resync(course) : again(course));

// Some proxies take no large body. The last chunk of a file is smaller than `chunk`: halve what was really sent.
const smaller: Answer = (course) => {
  const sent = Math.min(course.chunk, course.size - course.offset - course.held);
  if (sent <= CHUNK.smallest) return null;
  const chunk = halved(sent, CHUNK.smallest);
  return go({ ...course, chunk, ceiling: chunk });
};

const override: Answer = (course) => (course.override ? null : go({ ...course, override: true }));

const REFUSED: Readonly<Record<number, Answer>> = { 404: anew, 410: anew };
const PATCH_REFUSED: Readonly<Record<number, Answer>> = { 403: override, 405: override, 409: resync, 413: smaller, 460: changed, 501: override };
