/** The gateway as a process: real sockets, a killed process, a polite stop. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskFiles, importReference, openSqlite, readReferenceFolder } from '../src/index.ts';
import { callerAddress } from '../src/adapters/listen.ts';
import { createKeys } from '../src/use-cases/keys.ts';
import { createGateway } from '../src/create-gateway.ts';
import { call, createUpload, head, IDENTITY_NUMBER, jpeg, openDraft, patch, PROCEDURE, submission, submit, upload } from './fixture.ts';

const SEED = fileURLToPath(new URL('../../demo/seed', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const MAIN_ARGS = ['--conditions=source', '--disable-warning=ExperimentalWarning', MAIN];
const folder = mkdtempSync(join(tmpdir(), 'motcua-gateway-'));

interface Running {
  readonly child: ChildProcess;
  readonly url: URL;
  readonly fetch: (request: Request) => Promise<Response>;
  output(): string;
}

async function start(): Promise<Running> {
  const env = { PATH: process.env['PATH'], MOTCUA_DATA: folder };
  const child = spawn(process.execPath, [...MAIN_ARGS, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      output += String(text);
      const found = /"url":"([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(output)));
  });
  const url = new URL(address);
  return {
    child, url, output: () => output,
    fetch: (request) => {
      const { pathname, search } = new URL(request.url);
      return fetch(new Request(new URL(pathname + search, url), request));
    },
  };
}
/** The row of an upload as the other process left it. */
async function stored(location: string): Promise<{ received: number; lock_token: string | null }> {
  const { db, close } = openSqlite(join(folder, 'gateway.sqlite'));
  try {
    return await db.selectFrom('uploads').select(['received', 'lock_token']).where('id', '=', location.split('/').pop() ?? '').executeTakeFirstOrThrow();
  } finally {
    await close();
  }
}
/** Waits for what another process does; the machine may be busy. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('waited in vain');
}
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => void child.once('exit', (code) => resolve(code)));

beforeAll(async () => {
  const gateway = createGateway({ database: openSqlite(join(folder, 'gateway.sqlite')), files: diskFiles(join(folder, 'files')), secret: 'only for the import, not for the service' });
  await gateway.ready;
  const bundle = { ...readReferenceFolder(SEED), procedures: { file: 'procedures.json', records: [PROCEDURE] }, forms: [] };
  expect((await importReference(gateway.deps.database.db, bundle, { clock: gateway.deps.clock })).procedures).toBe(1);
  await gateway.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gateway process', () => {
  test('a connection cut in the middle of a chunk keeps what arrived; nothing personal is logged', async () => {
    const running = await start();
    try {
      const device = await openDraft(running);
      const bytes = jpeg(700_000);
      const location = (await createUpload(running, device, bytes.length)).headers.get('location') ?? '';
      const socket = connect(Number(running.url.port), running.url.hostname);
      const lines = [
        `PATCH ${location} HTTP/1.1`, `Host: ${running.url.host}`, 'Tus-Resumable: 1.0.0', `Authorization: ${device.auth['authorization']}`,
        'Content-Type: application/offset+octet-stream', 'Upload-Offset: 0', `Content-Length: ${bytes.length}`, '', '',
      ];
      socket.write(lines.join('\r\n'));
      socket.write(bytes.slice(0, 400_000));
      await until(async () => (await stored(location)).received > 0);
      socket.destroy();
      await until(async () => (await stored(location)).lock_token === null);
      const offset = Number((await head(running, device, location)).headers.get('upload-offset'));
      expect(offset).toBeGreaterThanOrEqual(262_144);
      expect((await patch(running, device, location, offset, bytes.slice(offset))).status).toBe(204);
      expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
      for (const secret of [device.id, 'chứng sinh', IDENTITY_NUMBER, '127.0.0.1"', readFileSync(join(folder, 'secret'), 'utf8').trim()]) {
        expect(running.output().replace(/"url":"[^"]+"/, '')).not.toContain(secret);
      }
    } finally {
      running.child.kill('SIGTERM');
    }
    expect(await ended(running.child)).toBe(0);
  }, 60_000);

  test('killed at any moment, an acknowledged dossier is there with its files and its message', async () => {
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < 5; cycle += 1) {
      const running = await start();
      const gone = ended(running.child);
      let alive = true;
      const work = async (): Promise<void> => {
        while (alive) {
          const device = await openDraft(running);
          const body = submission(device, await upload(running, device, jpeg(5000, cycle)), 5000);
          const answer = await submit(running, device, body);
          if (answer.status === 201) acknowledged.push(String(answer.body['dossierId']));
          else if (alive) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
        }
      };
      const workers = Promise.allSettled([work(), work(), work()]);
      await until(async () => acknowledged.length >= 5 * (cycle + 1));
      await new Promise((resolve) => setTimeout(resolve, cycle * 7));
      alive = false;
      running.child.kill('SIGKILL');
      await gone;
      const failed = (await workers).filter((worker) => worker.status === 'rejected').map((worker) => String(worker.reason));
      expect(failed.filter((reason) => !/fetch failed|ECONN|terminated|closed/.test(reason))).toEqual([]);
    }
    const port = openSqlite(join(folder, 'gateway.sqlite'));
    const files = diskFiles(join(folder, 'files'));
    const dossiers = await port.db.selectFrom('dossiers').select('id').execute();
    const stored = await port.db.selectFrom('dossier_files').selectAll().execute();
    const outbox = JSON.stringify(await port.db.selectFrom('outbox').select('payload').execute());
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    for (const id of acknowledged) {
      expect(dossiers.some((row) => row.id === id)).toBe(true);
      expect(stored.some((row) => row.dossier_id === id)).toBe(true);
      expect(outbox).toContain(id);
    }
    for (const file of stored) expect(await files.read(file.upload_id, file.size)).not.toBeNull();
    await port.close();
  }, 120_000);

  test('stops politely: the request in flight is answered', async () => {
    const running = await start();
    const device = await openDraft(running);
    const location = (await createUpload(running, device, 1000)).headers.get('location') ?? '';
    const slow = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(jpeg(500));
        await new Promise((resolve) => setTimeout(resolve, 600));
        controller.enqueue(jpeg(1000).slice(500));
        controller.close();
      },
    });
    const headers = { 'tus-resumable': '1.0.0', ...device.auth, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
    const answer = running.fetch(new Request(`http://x${location}`, { method: 'PATCH', headers, body: slow, duplex: 'half' } as RequestInit));
    await until(async () => (await stored(location)).lock_token !== null);
    running.child.kill('SIGTERM');
    expect((await answer).status).toBe(204);
    expect(await ended(running.child)).toBe(0);
  }, 60_000);
});

describe('command line', () => {
  const BIN = fileURLToPath(new URL('../bin/motcua-gateway.mjs', import.meta.url));
  const run = (args: string[], more: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN_ARGS, ...args, '--data', folder], { env: { PATH: process.env['PATH'], ...more }, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  test('says how it is used, and what is wrong, without a stack', { timeout: 60_000 }, () => {
    expect(String(spawnSync(process.execPath, [BIN, '--help']).stdout)).toContain('officer add');
    for (const args of [['fly'], ['serve', '--port', 'x'], ['import', '/nowhere'], ['officer', 'add'], ['dossiers', 'list']]) {
      const { status, stderr } = run(args);
      expect([args, status, /\n\s+at /.test(stderr)]).toEqual([args, 2, false]);
      expect(stderr.length).toBeGreaterThan(5);
    }
  });
  test('an officer is added, moves a dossier and is revoked', async () => {
    const running = await start();
    const device = await openDraft(running);
    const receipt = await submit(running, device, submission(device, await upload(running, device, jpeg(400)), 400));
    const code = String(receipt.body['dossierCode']);
    const added = run(['officer', 'add', '--site', 'thoibinh', '--name', 'Trần Văn Bé']);
    const MOTCUA_TOKEN = /token (\S+)/.exec(added.stdout)?.[1] ?? '';
    const there = { MOTCUA_TOKEN, MOTCUA_GATEWAY: running.url.href };
    expect(run(['dossiers', 'list', '--status', 'submitted'], there).stdout).toContain(code);
    expect(run(['dossiers', 'accept', code, '--note', 'Đã nhận'], there).stdout).toContain('submitted → accepted');
    // Without a gateway the same commands work on the data folder.
    const here = { MOTCUA_TOKEN };
    expect(run(['dossiers', 'request-supplement', code, '--item', 'paper:paper.giay-chung-sinh:Giấy chứng sinh:unclear'], here).stdout).toContain('→ supplement-requested');
    expect(run(['dossiers', 'receive-supplement', code], here).stdout).toContain('→ accepted, due');
    expect(run(['dossiers', 'return', code], here)).toMatchObject({ status: 2, stderr: expect.stringContaining('dossier-transition-not-allowed') });
    expect(run(['dossiers', 'finish', code], here).stdout).toContain('→ finished');
    expect(JSON.parse(run(['dossiers', 'show', code], here).stdout)).toMatchObject({ tracking: { status: 'finished' } });
    const kept = await openDraft(running);
    const prepared = await call(running, 'PUT', `/v1/sites/thoibinh/drafts/${kept.id}/prepared`, { headers: kept.auth, json: submission(kept, await upload(running, kept, jpeg(400)), 400) });
    expect(run(['dossiers', 'open', String(prepared.body['code'])], there).stdout).toMatch(/Đăng ký khai sinh\nOpened now\./);
    expect(run(['dossiers', 'open', String(prepared.body['code'])], here).stdout).toContain('Opened before, by Trần Văn Bé');
    expect(run(['dossiers', 'open', 'CB-0000-0000-0000-0000'], here)).toMatchObject({ status: 2, stderr: expect.stringContaining('prepared-not-found') });
    const id = /officer (\S+)/.exec(added.stdout)?.[1] ?? '';
    expect(run(['officer', 'revoke', id]).status).toBe(0);
    expect(run(['dossiers', 'list'], there)).toMatchObject({ status: 2, stderr: expect.stringContaining('unauthorized') });
    running.child.kill('SIGTERM');
    expect(await ended(running.child)).toBe(0);
  }, 120_000);
});

test('the caller behind proxies: only our own proxies are believed', () => {
  expect(callerAddress('203.0.113.9', '1.2.3.4', [])).toBe('203.0.113.9');
  expect(callerAddress('::ffff:10.0.0.1', '1.2.3.4, 203.0.113.9', ['10.0.0.1'])).toBe('203.0.113.9');
  expect(callerAddress('10.0.0.1', '9.9.9.9, 203.0.113.9, 10.0.0.2', ['10.0.0.1', '10.0.0.2'])).toBe('203.0.113.9');
});

test('sealed text opens with its own secret only', async () => {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const [one, other] = [createKeys('a'.repeat(32), random), createKeys('b'.repeat(32), random)];
  const sealed = await one.seal('Đỗ Thị Ánh');
  expect(await one.unseal(sealed)).toBe('Đỗ Thị Ánh');
  await expect(other.unseal(sealed)).rejects.toThrow();
  expect(await one.seal('Đỗ Thị Ánh')).not.toBe(sealed);
  expect(() => createKeys('short', random)).toThrow(RangeError);
});
