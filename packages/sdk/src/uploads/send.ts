/** Sends one file: drives the machine of `upload.model.ts` with requests, bytes, hashes and pauses. */
import { backoffMs } from '../core/retry.model.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { isProblemError } from '../errors/guards.ts';
import type { RetryPolicy } from '../options.ts';
import { sleep, type Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Wake } from '../ports/wake.ts';
import { hex } from './encode.ts';
import { sourceOf } from './file-source.ts';
import { sha256, type Sha256 } from './sha256.ts';
import type { TusWire } from './tus.ts';
import type { FileSource, SendUpload, SentUpload } from './types.ts';
import { afterStep, beginUpload, nextStep, type Outcome, type Step, type UploadCourse } from './upload.model.ts';

/** What a sending needs besides the file. */
export interface Sender {
  wire: TusWire;
  clock: Clock;
  random: Random;
  wake: Wake;
  retry: RetryPolicy;
  chunkBytes: number;
}

/** Resolves when the gateway holds every byte. For what it throws see `UploadsResource`. */
export async function sendUpload(sender: Sender, upload: SendUpload): Promise<SentUpload> {
  const source = sourceOf(upload.file);
  const hash = sha256();
  const { size } = source;
  let course = beginUpload(size, sender.chunkBytes, upload.resume?.size === size ? upload.resume.uploadId : null);
  const tell = (phase: 'sending' | 'waiting' | 'done'): void => {
    upload.onProgress?.({ acknowledged: course.offset, total: size, phase });
    if (course.uploadId !== null) upload.onState?.({ uploadId: course.uploadId, size, acknowledged: course.offset });
  };
  for (let step = nextStep(course); step.do !== 'done'; step = nextStep(course)) {
    const outcome = await perform(sender, upload, { source, hash, course, step });
    const verdict = afterStep(course, step, outcome);
    course = verdict.course;
    const failed = outcome.is === 'failed';
    if (failed && (verdict.then === 'stop' || course.failures >= sender.retry.tries)) throw outcome.error;
    tell(failed ? 'waiting' : 'sending');
    if (failed && verdict.then === 'wait') await pause(sender, outcome.error, course.failures, upload.signal);
  }
  await hashUpTo(hash, source, size);
  tell('done');
  const { name, type } = upload;
  return { uploadId: course.uploadId as string, name: name.normalize('NFC'), size, type, sha256: hex(hash.digest()) };
}

interface Work {
  source: FileSource;
  hash: Sha256;
  course: UploadCourse;
  step: Exclude<Step, { do: 'done' }>;
}

async function perform({ wire, clock }: Sender, upload: SendUpload, work: Work): Promise<Outcome> {
  const { step, course, source } = work;
  const { paperId, rowId, name, type, draft } = upload;
  const uploadId = course.uploadId as string;
  // Read outside of the try: an unreadable file is not the line's fault and ends the sending.
  const bytes = step.do === 'patch' ? await chunkOf(work, step.from, step.to) : new Uint8Array();
  const proof = step.do === 'patch' && course.held > 0 ? await source.read(course.offset, step.from) : null;
  const began = clock.now();
  try {
    if (step.do === 'create') {
      return { is: 'created', uploadId: await wire.create(source.size, { filename: name, filetype: type, paper: paperId, ...(rowId !== undefined && { row: rowId }), ...('id' in draft && { draft: draft.id }) }) };
    }
    if (step.do === 'head') return { is: 'offset', ...(await wire.offset(uploadId)), tookMs: clock.now() - began };
    const offset = await wire.patch(uploadId, { offset: step.from, bytes, body: source.slice?.(step.from, step.to), proof, override: course.override });
    return { is: 'offset', offset, held: 0, tookMs: clock.now() - began };
  } catch (error) {
    return { is: 'failed', error };
  }
}

async function chunkOf({ source, hash }: Work, from: number, to: number): Promise<Uint8Array> {
  // In small pieces, read anew: on an old phone the hash of a whole chunk would hold up the keys. One sent again is hashed already.
  await hashUpTo(hash, source, to);
  return source.read(from, to);
}

// After a reload the gateway holds bytes that this hash has not seen.
async function hashUpTo(hash: Sha256, source: FileSource, to: number): Promise<void> {
  while (hash.length < to) hash.update(await source.read(hash.length, Math.min(to, hash.length + 128 * 1024)));
}

async function pause({ clock, random, retry, wake }: Sender, error: unknown, failures: number, signal?: AbortSignal): Promise<void> {
  const told = isProblemError(error) ? error.retryAfterMs : null;
  // Told by the gateway: obeyed. Guessed by us: cut short when the line shows signs of life.
  if (told !== null) await sleep(clock, Math.min(told, retry.retryAfterCapMs) + random() * retry.baseMs, signal);
  else await untilWoken(wake, sleep(clock, backoffMs(failures, retry, random), signal));
  if (signal?.aborted) throw new AbortedError();
}

async function untilWoken(wake: Wake, pauseOver: Promise<void>): Promise<void> {
  let stop = (): void => undefined;
  const woken = new Promise<void>((resolve) => (stop = wake(resolve)));
  await Promise.race([woken, pauseOver]).finally(stop);
}
