/** Firefox and WebKitGTK behind one small driver: everything happens by scripts in the page, but a file is picked as a person's tool does it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { firefox } from 'playwright';
import type { Engines } from '../../scripts/lib/engines.ts';

/** A page in some engine. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs the body of an async function in the page; arguments and result are plain JSON. */
  run<T>(body: string, ...words: readonly string[]): Promise<T>;
  /** Gives a file to the input that `body` finds. */
  pick(body: string, path: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh Firefox. */
export async function openFirefox(executablePath: string): Promise<EnginePage> {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
  const page = await browser.newPage({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });
  const asFunction = (body: string): string => `(words) => (async (...words) => { ${body} })(...words)`;
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    run: (body, ...words) => page.evaluate(`(${asFunction(body)})(${JSON.stringify(words)})`),
    pick: async (body, path) => {
      const found = await page.evaluateHandle<HTMLInputElement>(`(${asFunction(body)})([])`);
      await found.asElement()?.setInputFiles(path);
    },
    close: () => browser.close(),
  };
}

/** Kills what was started, whatever happens. */
function started(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, { env, stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

/** A display and a port that were used a moment ago may not be free yet. */
let opened = 0;

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A fresh WebKitGTK over its WebDriver (W3C), on a display of its own. */
export async function openWebKit({ driver, browser, display }: NonNullable<Engines['webkit']>): Promise<EnginePage> {
  opened += 1;
  const number = String(100 + (process.pid % 800) + opened);
  const port = 20_000 + (process.pid % 20_000) + opened;
  const env = { ...process.env, DISPLAY: `:${number}`, LANG: 'C.UTF-8' };
  const children = [started(display, [`:${number}`, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], env), started(driver, [`--port=${String(port)}`], env)];
  const command = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKit, ${path}: ${JSON.stringify(value).slice(0, 400)}`);
    return value;
  };
  const capabilities = { alwaysMatch: { 'browserName': 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } };
  const { sessionId } = (await patiently(() => command('POST', '/session', { capabilities }))) as { sessionId: string };
  const at = `/session/${sessionId}`;
  await command('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  const run = (body: string, words: readonly string[]): Promise<unknown> => command('POST', `${at}/execute/sync`, { script: `return (async (...words) => { ${body} })(...arguments)`, args: words });
  return {
    goto: async (url) => void (await command('POST', `${at}/url`, { url })),
    reload: async () => void (await command('POST', `${at}/refresh`, {})),
    run: async <T>(body: string, ...words: readonly string[]) => (await run(body, words)) as T,
    pick: async (body, path) => {
      const found = (await run(body, [])) as Record<string, string>;
      await command('POST', `${at}/element/${found[ELEMENT] ?? ''}/value`, { text: path });
    },
    close: async () => {
      await command('DELETE', at).catch(() => undefined);
      for (const child of children) child.kill();
    },
  };
}

/** Driver and display take a moment to stand. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 40; ; tries -= 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
