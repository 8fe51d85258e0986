/** What can be wrong with a picked file before the gateway sees it. */
import { MotcuaError } from './motcua-error.ts';

/** The device can no longer read the file (a cloud picker's file went stale, the camera kept it). Ask to pick it again. */
export class FileUnreadableError extends MotcuaError {
  override readonly name = 'FileUnreadableError';
  declare readonly code: 'file-unreadable';
  constructor(cause?: unknown) {
    super('The picked file cannot be read any more', 'file-unreadable', { cause });
  }
}

/** The file has no bytes. */
export class FileEmptyError extends MotcuaError {
  override readonly name = 'FileEmptyError';
  declare readonly code: 'file-empty';
  constructor() {
    super('The picked file is empty', 'file-empty');
  }
}
