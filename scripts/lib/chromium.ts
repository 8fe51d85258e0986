import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { aptInstall } from './apt.ts';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Flags for a test browser: no sandbox (root and containers cannot have one), no attempt to reach
 * the network by itself, no shared memory that containers keep too small.
 */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Path of a Chromium on this machine, or undefined. `CHROMIUM_PATH` wins over every guess. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return existsSync(given) ? given : undefined;
  return [...CANDIDATES, bundledPath()].find((path) => path !== '' && existsSync(path));
}

/** Finds Chromium, or installs it by apt where that is allowed. Undefined when there is none. */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found || process.env['CHROMIUM_PATH']) return found;
  return aptInstall(['chromium', 'fonts-dejavu-core']) ? findChromium() : undefined;
}

/** The browser that `npx playwright install chromium` would have put in place. */
function bundledPath(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}
