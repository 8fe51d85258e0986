import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall } from './apt.ts';

/** A PostgreSQL for tests: its URL and how to end it. */
export interface TestPostgres {
  readonly url: string;
  stop(): void;
}

/**
 * Gives the tests a PostgreSQL: the one named by `TEST_DATABASE_URL`, or a throw-away server of our
 * own, installed by apt where that is allowed. Undefined when there is none to be had.
 */
export async function ensurePostgres(): Promise<TestPostgres | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: () => undefined };
  const bin = findBin() ?? (aptInstall(['postgresql']) ? findBin() : undefined);
  if (!bin) return undefined;
  try {
    return await startCluster(bin);
  } catch (error) {
    console.error(`PostgreSQL in ${bin} does not start: ${String(error)}`);
    return undefined;
  }
}

/** Folder of initdb and pg_ctl with the highest version, or undefined. */
function findBin(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, 'bin')), '/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

async function startCluster(bin: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pg-'));
  const data = join(folder, 'data');
  // initdb refuses to run as root; the Debian package brings the user postgres.
  const asPostgres = process.getuid?.() === 0;
  if (asPostgres) {
    chmodSync(folder, 0o755);
    must('chown', ['postgres', folder]);
  }
  const run = (command: string, args: string[]): void => {
    if (asPostgres) must('su', ['postgres', '-s', '/bin/sh', '-c', [join(bin, command), ...args].map(quote).join(' ')]);
    else must(join(bin, command), args);
  };
  const port = await freePort();
  // Durability is not under test here, speed is: no fsync.
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200`;
  try {
    run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
    run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', options, '-w', '-t', '60', 'start']);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  let stopped = false;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    try {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function must(command: string, args: string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8', cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
  if (done.status !== 0) throw new Error(`${command} failed: ${done.error?.message ?? done.stderr}`);
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
