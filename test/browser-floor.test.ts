/** The lowering of ky bites: in ky alone, all of it, and it says when it is not needed any more. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lowerKy } from '../scripts/lib/browser-floor.ts';

const CALL = 'if (!Object.hasOwn(options, key)) skip();';
const KY = '/home/node_modules/ky/distribution/utils/options.js';

test.each([KY, `${KY}?v=1a2b`, KY.replaceAll('/', '\\')])('%s is lowered', (id) => {
  expect(lowerKy().transform(CALL, id)?.code).toBe('if (!Object.prototype.hasOwnProperty.call(options, key)) skip();');
});
test.each(['/home/node_modules/kysely/dist/a.js', '/home/node_modules/other/ky/a.js', '/home/packages/sdk/src/core/http.ts'])('%s is left alone', (id) => {
  expect(lowerKy().transform(CALL, id)).toBeNull();
});
test('the installed ky is lowered whole', () => {
  const plugin = lowerKy();
  const folder = dirname(fileURLToPath(import.meta.resolve('ky')));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  for (const file of files) expect(plugin.transform(readFileSync(join(folder, file), 'utf8'), join(folder, file))?.code).not.toMatch(/\bhasOwn\b/);
  expect(() => plugin.buildEnd()).not.toThrow();
});
test('the build breaks when ky changes', () => {
  expect(() => lowerKy().transform('const { hasOwn } = Object;', KY)).toThrow('does not know');
  const plugin = lowerKy();
  expect(() => plugin.buildEnd()).not.toThrow();
  plugin.transform('export const a = 1;', KY);
  expect(() => plugin.buildEnd()).toThrow('can go');
  expect(() => plugin.buildEnd(new Error('another'))).not.toThrow();
});
