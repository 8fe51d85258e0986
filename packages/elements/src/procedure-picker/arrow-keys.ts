/** Walking through results with the arrow keys. */

/** Index after an arrow key; -1 is the field. Null: the key is not ours, or there is nowhere to go. */
export function nextStop(key: string, current: number, count: number): number | null {
  const next = current + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : NaN);
  return next >= -1 && next < count ? next : null;
}

/** Arrow keys walk from the field through the results and back. Keys of a composition belong to the typing tool. */
export function walk(root: ParentNode, event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.isComposing || event.keyCode === 229 || !target.matches('input, .entry')) return;
  const entries = [...root.querySelectorAll<HTMLElement>('.entry')];
  const next = nextStop(event.key, entries.indexOf(target), entries.length);
  if (next === null) return;
  event.preventDefault();
  (entries[next] ?? root.querySelector('input'))?.focus();
}
