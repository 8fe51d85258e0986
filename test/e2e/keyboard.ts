/** A person with a keyboard and nothing else: Tab, arrows, Enter, Space, letters. No locator ever clicks here. */
import type { Page } from 'playwright';

/** What has the focus, through all shadow roots, in the words a screen reader would find. */
export interface Focused {
  readonly tag: string;
  readonly type: string;
  /** Legends around it, outermost first, and its own label. */
  readonly path: string;
  readonly value: string;
  readonly checked: boolean;
  readonly invalid: boolean;
  readonly inHost: boolean;
}

function readFocus(): Focused {
  let element: Element | null = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return { tag: 'body', type: '', path: '', value: '', checked: false, invalid: false, inHost: false };
  const root = element.getRootNode() as Document | ShadowRoot;
  const legends: string[] = [];
  for (let node: Element | null = element; node; node = node.parentElement ?? ((node.getRootNode() as ShadowRoot).host ?? null)) {
    const legend = node.localName === 'fieldset' ? node.querySelector(':scope > legend') : null;
    if (legend) legends.unshift((legend as HTMLElement).innerText.trim());
  }
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => (id ? (root.getElementById(id)?.textContent ?? '') : '')).join(' ').trim();
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.innerText).join(' ').trim();
  const own = element.getAttribute('aria-label') || labelledBy || labels || (element as HTMLElement).innerText || '';
  return {
    tag: element.localName,
    type: element.getAttribute('type') ?? '',
    path: [...legends, own.trim()].join(' / ').replace(/\s+/g, ' '),
    value: (element as HTMLInputElement).value ?? '',
    checked: (element as HTMLInputElement).checked === true,
    invalid: element.getAttribute('aria-invalid') === 'true',
    inHost: root === document,
  };
}

/** What has the focus now. */
export function focused(page: Page): Promise<Focused> {
  return page.evaluate(readFocus);
}

/** Presses Tab until something with this name has the focus. Throws with the way gone when it never comes. */
export async function tabTo(page: Page, name: RegExp, presses = 120): Promise<Focused> {
  const way: string[] = [];
  for (let index = 0; index < presses; index += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now.path)) return now;
    way.push(`${now.tag} ${now.path}`);
  }
  throw new Error(`no way to ${String(name)} by Tab:\n${way.slice(-60).join('\n')}`);
}

/** Tab to it, then Enter. */
export async function pressOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** One answer: a name (legends / label) and what to do there. */
export interface Reply {
  readonly at: RegExp;
  readonly type?: string;
  /** Arrow keys until the chosen option reads so. */
  readonly choose?: string;
  readonly tick?: boolean;
  /** Opens the file chooser with Enter and picks these. */
  readonly files?: readonly { name: string; mimeType: string; buffer: Buffer }[];
}

async function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text.trim() ?? '';
    const radio = element as HTMLInputElement;
    return radio.checked ? ([...(radio.labels ?? [])].map((label) => label.innerText).join(' ').trim()) : '';
  });
}

/** Runs in the page: does the list that has the focus have such an option yet? */
function offers(wanted: string): boolean {
  let element: Element | null = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLSelectElement && [...element.options].some(({ text }) => text.trim().startsWith(wanted));
}

async function choose(page: Page, wanted: string): Promise<void> {
  // A list that is still loading gets its time; a native select starts at its top.
  const isSelect = (await focused(page)).tag === 'select';
  if (isSelect) await page.waitForFunction(offers, wanted);
  if (isSelect) await page.keyboard.press('Home');
  else await page.keyboard.press('Space');
  for (let index = 0; index < 260; index += 1) {
    if ((await selectedText(page)).startsWith(wanted)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no option «${wanted}» at ${(await focused(page)).path}`);
}

async function reply(page: Page, answer: Reply): Promise<void> {
  if (answer.type !== undefined) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(answer.type);
  }
  if (answer.choose !== undefined) await choose(page, answer.choose);
  if (answer.tick === true) await page.keyboard.press('Space');
  if (answer.files !== undefined) {
    const here = await focused(page);
    const chooser = page.waitForEvent('filechooser', { timeout: 5000 });
    await page.keyboard.press('Enter');
    await (await chooser.catch(() => Promise.reject(new Error(`no file chooser at ${here.tag} ${here.path}`)))).setFiles([...answer.files]);
  }
}

/**
 * Goes through a step from where the focus is, answering what is asked, and presses the button named `end`.
 * Every answer has to be found; Tab order has to bring them in the given order.
 */
export async function fillStep(page: Page, answers: readonly Reply[], end: RegExp | null = /^Tiếp tục$/): Promise<void> {
  for (const answer of answers) {
    const here = await focused(page);
    if (!(answer.at.test(here.path) && here.tag !== 'body' && !here.inHost)) await tabTo(page, answer.at);
    await reply(page, answer);
  }
  if (end !== null) await pressOn(page, end);
}

/** Waits until the page says something. */
export async function says(page: Page, text: string | RegExp, timeout = 15_000): Promise<void> {
  await page.getByText(text).first().waitFor({ state: 'visible', timeout });
}
