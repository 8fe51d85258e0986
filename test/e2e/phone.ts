import { chromium } from 'playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.ts';

/** A line between phone and gateway. Bytes a second, round trip in milliseconds. */
interface Line {
  readonly down: number;
  readonly up: number;
  readonly latency: number;
}

/** Lines of the published numbers: a village at the edge of the network, and an ordinary one. */
export const LINES = {
  village: { down: 50_000, up: 25_000, latency: 400 },
  town: { down: 200_000, up: 93_750, latency: 150 },
} as const satisfies Record<string, Line>;

export interface PhoneOptions {
  /** Slows the network; absent: as fast as the machine. */
  readonly line?: Line;
  /** How many times slower than this machine the processor is. */
  readonly cpu?: number;
  readonly locale?: string;
}

/** A page on an old Android phone, and what went wrong on it. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, refused policies and console errors, in order. */
  readonly troubles: readonly string[];
  /** Requests to any host but the given one: there must be none. */
  strangers(origin: string): readonly string[];
  close(): Promise<void>;
}

/** Starts the browser of the end-to-end tests. The caller closes it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) });
}

/** Opens a phone of 2021 in Vietnamese: 360 × 640 points, touch, optionally slow. */
export async function openPhone(browser: Browser, { line, cpu = 1, locale = 'vi-VN' }: PhoneOptions = {}): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale,
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => asked.push(request.url()));
  await page.exposeFunction('motcuaViolation', (text: string) => troubles.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const report = (globalThis as unknown as { motcuaViolation?(text: string): void }).motcuaViolation;
      report?.(`${violatedDirective} ${blockedURI}`);
    });
  });
  await slowDown(page, line, cpu);
  const strangers = (origin: string): string[] => asked.filter((url) => /^https?:/.test(url) && !url.startsWith(origin));
  return { page, context, troubles, strangers, close: () => context.close() };
}

/** Must come before the first navigation. */
async function slowDown(page: Page, line: Line | undefined, cpu: number): Promise<void> {
  if (!line && cpu === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (line) {
    const { down, up, latency } = line;
    const conditions = { offline: false, latency, downloadThroughput: down, uploadThroughput: up };
    await session.send('Network.emulateNetworkConditions', conditions);
  }
  if (cpu !== 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}
