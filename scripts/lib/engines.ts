import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt.ts';

/** Programs that drive the engines beside Chromium. */
export interface Engines {
  /** Firefox, driven by Playwright over WebDriver BiDi. */
  readonly firefox: string | undefined;
  /** WebKitGTK: its driver, its small browser, and a display for it. */
  readonly webkit: { readonly driver: string; readonly browser: string; readonly display: string } | undefined;
}

const first = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));

function miniBrowser(): string | undefined {
  const lib = '/usr/lib';
  const folders = existsSync(lib) ? readdirSync(lib).filter((name) => name.includes('linux-gnu')) : [];
  return first(folders.flatMap((folder) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => join(lib, folder, name, 'MiniBrowser'))));
}

/** What is on this machine. `TEST_FIREFOX` wins over every guess. */
export function findEngines(): Engines {
  const [driver, browser, display] = [first(['/usr/bin/WebKitWebDriver']), miniBrowser(), first(['/usr/bin/Xvfb'])];
  return {
    firefox: process.env['TEST_FIREFOX'] ?? first(['/usr/bin/firefox-esr', '/usr/bin/firefox']),
    webkit: driver !== undefined && browser !== undefined && display !== undefined ? { driver, browser, display } : undefined,
  };
}

/** Finds the engines, or installs by apt what is missing where that is allowed. */
export function ensureEngines(): Engines {
  const { firefox, webkit } = findEngines();
  const missing = [...(firefox === undefined ? ['firefox-esr'] : []), ...(webkit === undefined ? ['webkit2gtk-driver', 'xvfb'] : [])];
  if (missing.length > 0) aptInstall(missing);
  return findEngines();
}
