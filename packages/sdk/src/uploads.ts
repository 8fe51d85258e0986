/** The upload door: tus 1.0 over plain `fetch`, to be loaded when a file is picked. */
import { connectionOf, type ConnectionOptions } from './options.ts';
import { systemWake, type Wake } from './ports/wake.ts';
import { createLane } from './uploads/lane.ts';
import { sendUpload } from './uploads/send.ts';
import { tusWire } from './uploads/tus.ts';
import type { UploadsResource } from './uploads/types.ts';
import { CHUNK } from './uploads/upload.model.ts';

export type { FileSource, SendUpload, SentUpload, UploadProgress, UploadState, UploadsResource } from './uploads/types.ts';

/** Times and sizes of uploading. `retry.tries` counts failures in a row. @default Infinity */
export interface UploadsOptions extends ConnectionOptions {
  /** First size of a chunk, bytes; it adapts to the line, up to 512 KiB. @default 262144 */
  chunkBytes?: number | undefined;
  /** No acknowledgement for so long: the request is given up and the upload resumed. Milliseconds. @default 25000 */
  stallMs?: number | undefined;
  /** Signs that the line is back. @default `online`, `pageshow` and `visibilitychange` of the page */
  wake?: Wake | undefined;
}

/** Makes the uploads of a gateway. Sends nothing. Throws `TypeError` when the gateway's address is not safe. */
export function createUploads(options: UploadsOptions): UploadsResource {
  const { gateway, fetch, clock, random, retry } = connectionOf({ ...options, retry: { tries: Infinity, ...options.retry } });
  const line = { fetch, clock, timeoutMs: options.stallMs ?? 25_000 };
  const lane = createLane();
  return {
    send: (upload) => {
      const wire = tusWire(line, gateway, upload.draft, upload.signal);
      const sender = { wire, clock, random, retry, wake: options.wake ?? systemWake, chunkBytes: options.chunkBytes ?? CHUNK.first };
      return lane(() => sendUpload(sender, upload), upload.signal);
    },
    remove: (draft, uploadId, { signal } = {}) => tusWire(line, gateway, draft, signal).remove(uploadId),
  };
}
