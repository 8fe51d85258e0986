/** What the README and the guide show compiles, and runs against the gateway. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stripTypeScriptTypes } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersFor } from '@motcua/testkit/builders-answers';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import * as sdk from '../src/index.ts';
import * as officer from '../src/officer.ts';
import * as read from '../src/read.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FILES = ['packages/sdk/README.md', 'docs/sdk-guide.md'];
const EXAMPLES = FILES.flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ''], index) => ({ name: `${file} example ${index + 1}`, code })));

/** What an example takes for granted. */
const GIVEN = `
import type { Answers } from '@motcua/contract/answers';
import type { Receipt } from '@motcua/contract/dossier';
declare const picked: File; declare const answers: Answers; declare const receipt: Receipt; declare const officerToken: string;
`;
const clock = { now: () => new Date('2026-11-23T01:15:00.000Z') };
let home: TestGateway;
let folder: string;
beforeAll(async () => {
  home = await startTestGateway({ options: { clock } });
  // Inside the repository, so that the packages resolve as they do for everybody else.
  folder = mkdtempSync(join(ROOT, 'packages/sdk/test/.examples-'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await home.close();
});

async function givens() {
  const client = sdk.createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
  const form = await client.forms.get('1.001193');
  const answers = answersFor(form, '2026-11-23');
  const draft = sdk.newDraftCredentials();
  await client.drafts.open(draft, '1.001193');
  const receipt = await client.dossiers.submit(draft, { procedureCode: '1.001193', formVersion: form.version, answers });
  return { answers, receipt, picked: new File(['%PDF-1.7\nx'], 'Giấy chứng sinh.pdf', { type: 'application/pdf' }), officerToken: home.officerToken };
}

test('there are examples', () => expect(EXAMPLES.length).toBeGreaterThanOrEqual(6));

test.each(EXAMPLES)('$name runs', async ({ name, code }) => {
  const lines: unknown[][] = [];
  const given = { ...(await givens()), console: { log: (...line: unknown[]) => lines.push(line) } };
  const withFetch = (make: (options: never) => unknown) => (options: object) => make({ ...options, fetch: home.fetch } as never);
  const exports = { ...sdk, ...read, ...officer, createClient: withFetch(sdk.createClient), createReader: withFetch(read.createReader), createOfficerClient: withFetch(officer.createOfficerClient) };
  const body = stripTypeScriptTypes(code).replace(/^import .*$/gm, '');
  // An example may declare what is otherwise given; an inner block lets it.
  const file = join(folder, `${name.replace(/\W+/g, '-')}.mjs`);
  const names = (of: object): string => Object.keys(of).join(', ');
  writeFileSync(file, `export const run = async ({ ${names(given)} }, { ${names(exports)} }) => {{\n${body}\n}};\n`);
  const { run } = (await import(/* @vite-ignore */ file)) as { run(given: object, exports: object): Promise<void> };
  await run(given, exports);
  expect(lines.length > 0 || !code.includes('console.log')).toBe(true);
  if (name.includes('README')) expect(lines.at(-1)).toEqual(['submitted', '2026-11-23']);
});

test('every example compiles under the strict rules of this repository', async () => {
  EXAMPLES.forEach(({ code }, index) => {
    const given = GIVEN.replaceAll(/declare const (\w+): [^;]+;/g, (whole, name: string) => (new RegExp(`const ${name}\\b`).test(code) ? '' : whole));
    writeFileSync(join(folder, `example-${index}.ts`), `${given}${code}\nexport {};\n`);
  });
  const compilerOptions = { incremental: false, tsBuildInfoFile: null };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../../../tsconfig.test.json', compilerOptions, include: ['*.ts'], exclude: [] }));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const result = await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--noEmit']).catch((error: { stdout: string }) => error);
  expect(result.stdout).toBe('');
}, 120_000);
