/** Walking through results with the arrow keys. */

/** Index after an arrow key; -1 is the field. Null: the key is not ours, or there is nowhere to go. */
export function nextStop(key: string, current: number, count: number): number | null {
  const next = current + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : NaN);
  return next >= -1 && next < count ? next : null;
}
