/** Writes packages/contract/openapi.json from the operation table; `--check` only compares and exits 1 on drift. */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildOpenApi } from '@motcua/contract';

const file = new URL('../packages/contract/openapi.json', import.meta.url);
const version = (JSON.parse(readFileSync(new URL('../packages/contract/package.json', import.meta.url), 'utf8')) as { version: string }).version;
const text = `${JSON.stringify(buildOpenApi(version), null, 1)}\n`;

if (process.argv.includes('--check')) {
  const same = text === readFileSync(file, 'utf8');
  process.stdout.write(same ? 'openapi.json is up to date\n' : 'openapi.json is stale: run `npm run openapi`\n');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(file, text);
  process.stdout.write(`openapi.json written, ${text.length} characters\n`);
}
