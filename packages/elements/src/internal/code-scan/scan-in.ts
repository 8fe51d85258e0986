/** Opens a window that scans a code and waits for what comes of it. */
import type { CodeScanElement } from './code-scan-element.ts';

/** What was read, or null when the person would rather type. `root`: where the window belongs, for words and colours. `tag` must be defined. */
export function scanIn<T>(root: ShadowRoot, tag: string): Promise<T | null> {
  const element = document.createElement(tag) as CodeScanElement<T>;
  return new Promise((resolve) => {
    element.done = (found) => {
      element.remove();
      resolve(found);
    };
    root.append(element);
  });
}
