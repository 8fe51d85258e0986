/** Finding one's way in a story: elements, their shadow roots, and the words a person sees. */
import { userEvent } from 'storybook/test';

type Canvas = HTMLElement | ShadowRoot;

/** The first element of a tag under the canvas, through open shadow roots. */
export function find<E extends Element = HTMLElement>(canvas: Canvas, selector: string): E | null {
  const here = canvas.querySelector<E>(selector);
  if (here !== null) return here;
  for (const element of canvas.querySelectorAll('*')) {
    const inside = element.shadowRoot === null ? null : find<E>(element.shadowRoot, selector);
    if (inside !== null) return inside;
  }
  return null;
}

/** Tries again until it no longer throws; after `timeout` milliseconds the last error is thrown. */
export async function eventually<T>(attempt: () => T | Promise<T>, timeout = 5000): Promise<T> {
  for (const end = Date.now() + timeout; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Waits until there is one. */
export async function awaited<E extends Element = HTMLElement>(canvas: Canvas, selector: string, timeout = 5000): Promise<E> {
  return eventually(() => {
    const found = find<E>(canvas, selector);
    if (found === null) throw new Error(`nothing matches ${selector} in: ${words(canvas)}`);
    return found;
  }, timeout);
}

/** Everything that is written under the canvas, through open shadow roots, hidden parts left out, spaces made one. */
export function words(canvas: Canvas): string {
  const parts: string[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof Element && (node.matches('style, script') || (node instanceof HTMLElement && node.hidden))) return;
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const inside = node instanceof Element && node.shadowRoot !== null ? node.shadowRoot.childNodes : slotted.length > 0 ? slotted : node.childNodes;
    inside.forEach(read);
  };
  read(canvas);
  return parts.join(' ').replace(/\s+/g, ' ');
}

/** Waits until these words can be read. */
export async function reads(canvas: Canvas, text: string | RegExp, timeout = 5000): Promise<void> {
  await eventually(() => {
    const read = words(canvas);
    if (typeof text === 'string' ? !read.includes(text) : !text.test(read)) throw new Error(`«${String(text)}» is not in: ${read}`);
  }, timeout);
}

/** Presses the button or link with these words, wherever it stands. */
export async function press(canvas: Canvas, text: string | RegExp): Promise<void> {
  const says = (element: Element): boolean => {
    const said = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return typeof text === 'string' ? said === text : text.test(said);
  };
  const button = await eventually(() => {
    const found = all(canvas, 'button, a, summary').find((element) => says(element) && element.getClientRects().length > 0);
    if (found === undefined) throw new Error(`no button says ${String(text)} in: ${words(canvas)}`);
    return found;
  });
  await userEvent.click(button);
}

/** All elements that match, through open shadow roots. */
export function all(canvas: Canvas, selector: string): Element[] {
  return [...canvas.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot === null ? [] : all(element.shadowRoot, selector)),
  ]);
}
