/** Pages, bundles and the gateway behind one address. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { withHints } from '../src/hints.ts';
import { createSite, STRICT_POLICY } from '../src/site-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-site-'));
mkdirSync(join(folder, 'bundles/chunks'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'not for visitors');
writeFileSync(join(folder, 'bundles/motcua.js'), `// ${'x'.repeat(2000)}`);
writeFileSync(join(folder, 'bundles/chunks/core-63f6b46.js'), '1');
writeFileSync(join(folder, 'bundles/motcua-postal-delivery.js'), '1');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seen: { url: string; body: string; address: string }[] = [];
const site = createSite({
  pages: fileURLToPath(new URL('../pages', import.meta.url)),
  bundles: join(folder, 'bundles'),
  gateway: async (request, { address }) => {
    seen.push({ url: request.url, body: await request.text(), address });
    return new Response(JSON.stringify({ text: 'một cửa '.repeat(400) }), { headers: { 'content-type': 'application/json' } });
  },
});
const get = (path: string, headers: Record<string, string> = {}) => site(new Request(`http://demo.test${path}`, { headers }), { address: '203.0.113.9' });

describe('lines that let scripts travel beside the loader', () => {
  const files = { 'motcua-dossier-form': ['motcua-dossier-form.js', 'chunks/core-63f6b46.js'] };

  test('stand where a page asks for them, with what the page itself says', async () => {
    writeFileSync(join(folder, 'bundles/hints.json'), JSON.stringify(files));
    const page = withHints('<!-- motcua:hints --><script src="/motcua/motcua.js" data-gateway="/gateway" data-unit="thoibinh"></script><motcua-dossier-form procedure="1.001193"></motcua-dossier-form>', join(folder, 'bundles'));
    expect(page).toContain('<link rel="modulepreload" href="/motcua/chunks/core-63f6b46.js">');
    expect(page).toContain('href="/gateway/v1/sites/thoibinh/procedures/1.001193/form"');
    expect(page).not.toContain('motcua:hints');
  });

  test.each([
    ['nothing was built', '<!-- motcua:hints --><script src="/motcua/motcua.js" data-gateway="/g" data-unit="u"></script><motcua-dossier-form></motcua-dossier-form>', 'nowhere'],
    ['the tag of the loader is missing', '<!-- motcua:hints --><motcua-dossier-form></motcua-dossier-form>', 'bundles'],
    ['there is nothing of ours', '<!-- motcua:hints --><p>Chào</p>', 'bundles'],
  ])('are left out when %s', (_, html, bundles) => {
    expect(withHints(html, join(folder, bundles))).toBe(html.replace('<!-- motcua:hints -->', ''));
  });

  test('a page that does not ask stays as it is', () => expect(withHints('<motcua-dossier-form></motcua-dossier-form>', join(folder, 'bundles'))).toBe('<motcua-dossier-form></motcua-dossier-form>'));
});

describe('pages', () => {
  test.each(['/', '/tim-thu-tuc.html', '/tra-cuu.html', '/tra-cuu', '/ke-khai.html', '/buu-chinh.html', '/so-lieu.html', '/can-bo.html', '/strict.html', '/gioi-thieu.html', '/ma-nhung.html'])('%s is there', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('xã Thới Bình');
  });

  test('the strict page has exactly the promised policy, the others none', async () => {
    expect((await get('/strict.html')).headers.get('content-security-policy')).toBe(STRICT_POLICY);
    expect((await get('/')).headers.get('content-security-policy')).toBeNull();
    expect(await (await get('/strict.html')).text()).not.toMatch(/ style=|<style|onclick=|<script(?![^>]*\bsrc=)/);
  });

  test('one tag is pasted, with useful words in it', async () => {
    const html = await (await get('/')).text();
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/<motcua-counter>[\s\S]*0290 000 0135[\s\S]*<\/motcua-counter>/);
  });

  test.each(['/nope', '/cms/nope.css', '/.git/config', '/..%2fsecret.txt', '/motcua/..%2fsecret.txt', '/motcua/%2e%2e/secret.txt'])('%s is not found', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('not for visitors');
  });

  test('a broken path and another method are refused', async () => {
    expect((await get('/%E0%A4%A')).status).toBe(400);
    expect((await site(new Request('http://demo.test/', { method: 'POST' }))).status).toBe(405);
  });
});

describe('bundles', () => {
  test('tags, brotli, and long keeping for hashed names', async () => {
    const first = await get('/motcua/motcua.js', { 'accept-encoding': 'gzip, br' });
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await first.arrayBuffer())).toString()).toContain('xxx');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/motcua/motcua.js', { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await get('/motcua/chunks/core-63f6b46.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/motcua/motcua-postal-delivery.js')).headers.get('cache-control')).toBe('no-cache');
  });
});

test('a file of an older version is missed in a word, not in a page', async () => {
  const gone = await get('/motcua/chunks/core-0000000.js');
  expect([gone.status, await gone.text()]).toEqual([404, '404']);
});

test('the gateway gets the request without the prefix, with body, query and address; its JSON is packed', async () => {
  const request = new Request('http://demo.test/gateway/v1/x?y=1', { method: 'POST', body: 'một', headers: { 'accept-encoding': 'br' } });
  const response = await site(request, { address: '203.0.113.9' });
  expect(seen.at(-1)).toEqual({ url: 'http://demo.test/v1/x?y=1', body: 'một', address: '203.0.113.9' });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toContain('một cửa');
});
