/** A real Chromium with a profile on disk, to be killed as a phone kills it: no goodbye, no page that hears of it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.ts';

/** One life of the browser. */
export interface Life {
  readonly page: Page;
  readonly context: BrowserContext;
  /** SIGKILL to all of its processes; resolves when they are gone. */
  kill(): Promise<void>;
}

/** A profile that outlives its browsers. */
export interface Profile {
  start(): Promise<Life>;
  /** Files of the profile in which one of the words can be read, as UTF-8 or UTF-16. */
  filesWith(words: readonly string[]): string[];
  remove(): void;
}

/** A fresh profile. */
export function newProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-profile-'));
  return {
    start: () => startLife(folder),
    filesWith: (words) => {
      const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
      const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
      return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => {
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

async function startLife(folder: string): Promise<Life> {
  const args = [...CHROMIUM_ARGS, '--headless=new', '--lang=vi', '--window-size=1280,800', '--password-store=basic', `--user-data-dir=${folder}`, '--remote-debugging-port=0', 'about:blank'];
  // A group of its own: renderer, storage and GPU die with it.
  const child = spawn(findChromium() ?? chromium.executablePath(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the browser ended:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    context,
    kill: async () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // Gone by itself.
      }
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}
