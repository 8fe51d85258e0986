/** The upload door: tus 1.0, loaded when a file is picked. */
import type { ConnectionOptions } from './options.ts';
import type { UploadsResource } from './uploads/types.ts';

export type { FileSource, SendUpload, SentUpload, UploadProgress, UploadState, UploadsResource } from './uploads/types.ts';

/** Times and sizes of uploading. */
export interface UploadsOptions extends ConnectionOptions {
  /** First size of a chunk, bytes; it adapts between 64 KiB and 512 KiB. @default 262144 */
  chunkBytes?: number | undefined;
  /** No acknowledgement for so long: the request is given up and the upload resumed. Milliseconds. @default 25000 */
  stallMs?: number | undefined;
  /** Failures in a row before giving up. @default Infinity */
  maxTries?: number | undefined;
}

/** Makes the uploads of a gateway. Sends nothing. Throws `TypeError` when the gateway's address is not safe. */
export function createUploads(options: UploadsOptions): UploadsResource {
  void options;
  throw new Error('being written');
}
