/** The demo as `npm start` runs it, in a folder of its own, with a line in front of it that can be cut. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A running demo. `officer` runs the command line of the gateway and gives what it printed. */
export interface Demo {
  readonly port: number;
  readonly url: string;
  /** The officer's token. */
  readonly token: string;
  officer(...words: string[]): Promise<string>;
  /** The work list as data. */
  dossiers(): Promise<{ dossierCode: string; status: string }[]>;
  stop(): Promise<void>;
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function untilAddress(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('http://localhost')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => reject(new Error(`the demo ended with ${String(code)}:\n${said}`)));
  });
}

/** Starts the demo on a port (a free one if not said), with more environment (providers); imports the seed into a fresh database. */
export async function startDemo(more: Readonly<Record<string, string>> = {}, at?: number): Promise<Demo> {
  const data = mkdtempSync(join(tmpdir(), 'motcua-e2e-'));
  const port = at ?? (await freePort());
  const env = { ...process.env, ...more, PORT: String(port), MOTCUA_DATA: data };
  const child = spawn(process.execPath, ['scripts/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  await untilAddress(child);
  const url = `http://localhost:${String(port)}`;
  const token = readFileSync(join(data, 'officer-token.txt'), 'utf8').trim();
  return {
    port,
    url,
    token,
    officer: async (...words) => {
      const { stdout } = await run(process.execPath, ['packages/gateway/bin/motcua-gateway.mjs', ...words], { cwd: root, env: { ...process.env, MOTCUA_GATEWAY: `${url}/gateway`, MOTCUA_TOKEN: token } });
      return stdout;
    },
    dossiers: async () => {
      const answer = await fetch(`${url}/gateway/v1/officer/dossiers?limit=100`, { headers: { authorization: `Bearer ${token}` } });
      return ((await answer.json()) as { items: { dossierCode: string; status: string }[] }).items;
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
