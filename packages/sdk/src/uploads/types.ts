/** Shapes of uploading (tải giấy tờ lên): what is sent, how it is going, what to keep to go on after a reload. */
import type { AttachedFile } from '@motcua/contract/answers';
import type { DraftCredentials, PhoneCredentials } from '../ports/credentials.ts';

/** Bytes to send. A `Blob` or `File` is one; anything that can give slices will do. `size` in bytes. */
export interface FileSource {
  readonly size: number;
  /** Bytes from `from` (included) to `to` (excluded). Rejects when the file can no longer be read. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** The same bytes for the request, where the browser can take them from a file itself; absent: what `read` gave. */
  slice?(from: number, to: number): Blob;
}

/** How far it is. Only bytes the gateway has acknowledged count. */
export interface UploadProgress {
  acknowledged: number;
  total: number;
  /** `waiting`: no line at the moment; it goes on by itself. */
  phase: 'sending' | 'waiting' | 'done';
}

/** Everything needed to go on after a reload, as plain JSON. It holds no secret and no file name. */
export interface UploadState {
  readonly uploadId: string;
  readonly size: number;
  readonly acknowledged: number;
}

/** One file to send. */
export interface SendUpload {
  /** Whose file it is: a draft's, or a phone's that took a pass of a draft. */
  draft: DraftCredentials | PhoneCredentials;
  /** Field id of the paper in the form. */
  paperId: string;
  /** Row of a repeated group that the paper belongs to. */
  rowId?: string | undefined;
  file: Blob | FileSource;
  name: string;
  /** MIME type, as the gateway's limits name it (`image/jpeg`). */
  type: string;
  /** Called after each acknowledged chunk and when the line comes or goes. */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Called whenever the state to keep changes. */
  onState?: ((state: UploadState) => void) | undefined;
  /** State kept from before a reload; the same file must be given again. */
  resume?: UploadState | undefined;
  signal?: AbortSignal | undefined;
}

/** What arrived: ready to stand in the answer of a paper field. `sha256` is of the bytes sent, lower-case hexadecimal. */
export type SentUpload = AttachedFile;

/**
 * `send` goes on through cuts until the file has arrived, the signal is aborted, or the gateway definitely refuses
 * (`file-type-not-allowed`, `payload-too-large`, `storage-full`, …). Throws `FileUnreadableError`, `FileEmptyError`,
 * `AbortedError`, `ProblemError`; `NetworkError` only when `retry.tries` was set. `remove` forgets an upload.
 */
export interface UploadsResource {
  send(upload: SendUpload): Promise<SentUpload>;
  remove(draft: DraftCredentials, uploadId: string, options?: { signal?: AbortSignal | undefined }): Promise<void>;
}
