/** Guards by name and code, not by `instanceof`: two copies of this package on one page, or a frame, still understand each other. */
import type { AbortedError } from './aborted-error.ts';
import type { FileEmptyError, FileUnreadableError } from './file-errors.ts';
import type { MotcuaError } from './motcua-error.ts';
import type { NetworkError } from './network-error.ts';
import type { ProblemError, ProblemErrorCode } from './problem-error.ts';
import type { ResponseShapeError } from './response-shape-error.ts';
import type { TimeoutError } from './timeout-error.ts';

const has = (error: unknown, name: string, code?: string): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const seen = error as { name?: unknown; code?: unknown };
  return seen.name === name && (code === undefined ? typeof seen.code === 'string' : seen.code === code);
};

const CODES: Readonly<Record<string, string>> = {
  NetworkError: 'network',
  TimeoutError: 'timeout',
  AbortedError: 'aborted',
  ResponseShapeError: 'response-shape',
  FileUnreadableError: 'file-unreadable',
  FileEmptyError: 'file-empty',
};

/** The gateway answered with a problem, of this code when one is named. */
export function isProblemError<C extends ProblemErrorCode>(error: unknown, code?: C): error is ProblemError & { readonly code: C } {
  return has(error, 'ProblemError', code) && typeof (error as ProblemError).status === 'number';
}

/** Nothing answered. */
export function isNetworkError(error: unknown): error is NetworkError {
  return has(error, 'NetworkError', 'network');
}

/** Nothing answered in time. Never true for the browser's own `TimeoutError` (its `code` is a number). */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return has(error, 'TimeoutError', 'timeout');
}

/** The caller stopped it. */
export function isAbortedError(error: unknown): error is AbortedError {
  return has(error, 'AbortedError', 'aborted');
}

/** The answer does not fit the contract. */
export function isResponseShapeError(error: unknown): error is ResponseShapeError {
  return has(error, 'ResponseShapeError', 'response-shape');
}

/** The device cannot read the picked file. */
export function isFileUnreadableError(error: unknown): error is FileUnreadableError {
  return has(error, 'FileUnreadableError', 'file-unreadable');
}

/** The picked file has no bytes. */
export function isFileEmptyError(error: unknown): error is FileEmptyError {
  return has(error, 'FileEmptyError', 'file-empty');
}

/** Any error of this client. */
export function isMotcuaError(error: unknown): error is MotcuaError {
  return has(error, 'ProblemError') || Object.keys(CODES).some((name) => has(error, name, CODES[name]));
}
