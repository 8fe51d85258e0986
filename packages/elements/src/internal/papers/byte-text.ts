/** Sizes of files for people. */

/** `312 KB`, `1,4 MB`; number and unit stay on one line. Thousands of 1024 bytes, as phones count them. */
export function byteText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '').replace('.', ',')}\u00a0MB`;
}
