/** Promise U-06 behind the real thing: nginx as Debian ships it, in the three forms in which it meets uploads. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFaultProxy } from '@motcua/testkit/fault-proxy';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import { listen, type Listener } from '@motcua/testkit/listen';
import { createClient, newDraftCredentials } from '../src/index.ts';

/** `npm test` finds or installs one; by hand: `TEST_NGINX=/usr/sbin/nginx`. */
const nginx = process.env['TEST_NGINX'];
const FORMS: readonly [string, string][] = [
  ['as it comes: the whole body is buffered before it goes on', ''],
  ['a body of 300 KB at most', 'client_max_body_size 300k;'],
  ['PATCH denied', 'limit_except GET POST PUT DELETE { deny all; }'],
];

interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function isUp(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${String(port)}/`).then(() => true, () => false);
}

async function startNginx(binary: string, form: string, upstream: number): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-nginx-'));
  for (const name of ['body', 'proxy', 'logs']) mkdirSync(join(folder, name));
  const port = await freePort();
  // Whoever runs the tests also owns its folders; as root nginx would hand its workers to somebody else.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(join(folder, 'nginx.conf'), `${user}
daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/logs/error.log;
events { worker_connections 64; }
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/proxy; uwsgi_temp_path ${folder}/proxy; scgi_temp_path ${folder}/proxy;
  server { listen 127.0.0.1:${String(port)}; location / { ${form} proxy_pass http://127.0.0.1:${String(upstream)}; } }
}
`);
  const child: ChildProcess = spawn(binary, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'logs/error.log')], { stdio: 'ignore' });
  await expect.poll(() => isUp(port), { timeout: 10_000 }).toBe(true);
  return {
    port,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe.skipIf(nginx === undefined)('U-06: uploads behind nginx', { timeout: 60_000 }, () => {
  let home: TestGateway;
  let listener: Listener;
  beforeAll(async () => {
    home = await startTestGateway();
    listener = await listen((request) => home.fetch(request));
  }, 60_000);
  afterAll(async () => {
    await listener.close();
    await home.close();
  });

  async function sendThrough(gateway: string): Promise<{ refused: number[]; whole: boolean }> {
    const refused: number[] = [];
    const watched = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const answer = await fetch(input, init);
      if (answer.status >= 400) refused.push(answer.status);
      return answer;
    };
    const client = createClient({ gateway, site: home.site, fetch: watched });
    const draft = newDraftCredentials();
    await client.drafts.open(draft, '1.001193');
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_400_000)]);
    await client.uploads.send({ draft, paperId: 'paper.giay-chung-sinh', file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'Giấy.pdf', type: 'application/pdf' });
    const [stored] = (await client.drafts.get(draft)).uploads;
    return { refused, whole: stored?.complete === true && stored.sha256 === createHash('sha256').update(bytes).digest('hex') };
  }

  test.each(FORMS)('%s', async (_, form) => {
    const proxy = await startNginx(nginx ?? '', form, listener.port);
    try {
      const { refused, whole } = await sendThrough(`http://127.0.0.1:${String(proxy.port)}`);
      expect(whole).toBe(true);
      // What the proxy refuses is noticed once or twice, not with every chunk.
      expect(refused.length).toBeLessThanOrEqual(form === '' ? 0 : 2);
      if (form.includes('client_max')) expect(refused).toContain(413);
      if (form.includes('limit_except')) expect(refused).toContain(403);
    } finally {
      await proxy.stop();
    }
  });

  test('and on a line that breaks before nginx: it passes on only whole bodies, nothing else is lost', async () => {
    const proxy = await startNginx(nginx ?? '', '', listener.port);
    const line = await startFaultProxy(proxy.port);
    line.plan([{ cutRequestAfter: 400_000 }, { cutRequestAfter: 300_000 }, { cutRequestAfter: 200_000 }]);
    try {
      expect((await sendThrough(line.url)).whole).toBe(true);
      expect(line.connections.some(({ cut }) => cut)).toBe(true);
    } finally {
      await line.close();
      await proxy.stop();
    }
  });
});
