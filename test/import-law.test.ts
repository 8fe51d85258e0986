import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A small house of its own: each entry is a module and the rules that must catch it. */
interface Case {
  readonly file: string;
  readonly code: string;
  readonly rules: readonly string[];
}

const BAD: readonly Case[] = [
  { file: 'contract/src/a.ts', code: "import '@motcua/domain';", rules: ['contract-reaches'] },
  { file: 'contract/src/b.ts', code: "import 'lit';", rules: ['contract-installs'] },
  { file: 'contract/src/c.ts', code: "import 'node:fs';", rules: ['no-node-modules-in-the-browser'] },
  { file: 'contract/src/d.ts', code: "import './nowhere.ts';", rules: ['no-missing-modules'] },
  { file: 'contract/src/e.ts', code: "import './good.test.ts';", rules: ['tests-are-imported-by-nobody'] },
  { file: 'contract/src/f.ts', code: "import '@motcua/testkit/clock';", rules: ['contract-reaches', 'testkit-is-for-tests'] },
  { file: 'contract/src/g.ts', code: "import '@motcua/demo';", rules: ['contract-reaches', 'demo-is-imported-by-nobody'] },
  { file: 'domain/src/a.ts', code: "import '@motcua/sdk';", rules: ['domain-reaches'] },
  { file: 'domain/src/b.ts', code: "import type { Z } from 'zod';", rules: ['domain-installs'] },
  { file: 'domain/src/c.ts', code: "import '../../contract/src/status.ts';", rules: ['public-doors-only'] },
  { file: 'sdk/src/a.ts', code: "import '@motcua/elements';", rules: ['sdk-reaches'] },
  { file: 'sdk/src/b.ts', code: "import 'lit';", rules: ['sdk-installs'] },
  { file: 'sdk/src/c.ts', code: "import 'ky';", rules: ['ky-lives-in-one-file'] },
  { file: 'sdk/src/core/d.ts', code: "import type { K } from 'ky';", rules: ['ky-lives-in-one-file'] },
  { file: 'sdk/src/resources/a.ts', code: "import './good.ts';", rules: ['resources-do-not-know-each-other'] },
  { file: 'elements/src/a.ts', code: "import '@motcua/gateway';", rules: ['elements-reaches'] },
  { file: 'elements/src/b.ts', code: "import 'ky';", rules: ['elements-installs'] },
  { file: 'elements/src/form/a.ts', code: "import '@motcua/sdk';", rules: ['sdk-enters-elements-by-connect'] },
  { file: 'elements/src/form/b.ts', code: "import '../picker/good.ts';", rules: ['components-do-not-know-each-other'] },
  { file: 'elements/src/form/c.model.ts', code: "import 'lit';", rules: ['models-are-pure'] },
  { file: 'elements/src/internal/a.ts', code: "import '../picker/good.ts';", rules: ['internal-knows-no-component'] },
  { file: 'elements/src/officer-desk/a.ts', code: "import 'oauth4webapi';", rules: ['oauth-lives-in-one-file'] },
  { file: 'elements/src/loader/a.ts', code: "import 'lit';", rules: ['loader-stands-alone'] },
  { file: 'gateway/src/a.ts', code: "import '@motcua/sdk';", rules: ['gateway-reaches'] },
  { file: 'gateway/src/b.ts', code: "import 'pg';", rules: ['drivers-live-in-adapters'] },
  { file: 'gateway/src/c.ts', code: "import 'node:sqlite';", rules: ['drivers-live-in-adapters'] },
  { file: 'gateway/src/use-cases/a.ts', code: "import 'hono';", rules: ['use-cases-do-not-know-http'] },
];

const BAD_AT_RUN_TIME: readonly Case[] = [
  { file: 'domain/src/z.ts', code: "import '@motcua/contract/schema';", rules: ['domain-never-loads-zod'] },
  { file: 'sdk/src/x.ts', code: "import { y } from './y.ts'; export const x = () => y;", rules: ['no-cycles-at-run-time'] },
];

const GOOD: readonly Omit<Case, 'rules'>[] = [
  { file: 'contract/src/schema.ts', code: "import 'zod';" },
  { file: 'contract/src/status.ts', code: 'export const STATUSES = [];' },
  { file: 'contract/src/good.test.ts', code: "import '@motcua/testkit/clock'; import 'node:fs';" },
  { file: 'domain/src/good.ts', code: "import '@motcua/contract/status'; import type { A } from '@motcua/contract/schema'; export type B = A;" },
  { file: 'sdk/src/y.ts', code: "import { x } from './x.ts'; export const y = () => x;" },
  { file: 'sdk/src/types-a.ts', code: "import type { B } from './types-b.ts'; export type A = B;" },
  { file: 'sdk/src/types-b.ts', code: "import type { A } from './types-a.ts'; export type B = A;" },
  { file: 'sdk/src/core/http.ts', code: "import 'ky'; import '@motcua/contract/schema';" },
  { file: 'sdk/src/resources/good.ts', code: "import '../core/http.ts';" },
  { file: 'elements/src/connect.ts', code: "import '@motcua/sdk';" },
  { file: 'elements/src/officer-desk/sign-in/oidc.lazy.ts', code: "import 'oauth4webapi';" },
  { file: 'elements/src/form/upload.lazy.ts', code: "import '@motcua/sdk';" },
  { file: 'elements/src/form/good.ts', code: "import 'lit'; import type { C } from '@motcua/sdk'; import '../internal/good.ts'; export type D = C;" },
  { file: 'elements/src/picker/good.ts', code: "import '@motcua/domain';" },
  { file: 'elements/src/counter/good.ts', code: "import '../picker/good.ts';" },
  { file: 'elements/src/internal/good.ts', code: "import 'lit';" },
  { file: 'gateway/src/adapters/good.ts', code: "import 'pg'; import 'node:sqlite';" },
  { file: 'gateway/src/main.ts', code: "import './adapters/good.ts'; import '@hono/node-server';" },
];

const LAW = '../.dependency-cruiser.mjs';
const RUNTIME_LAW = '../.dependency-cruiser.runtime.mjs';
const PACKAGES = ['contract', 'domain', 'sdk', 'elements', 'gateway', 'testkit', 'demo'];
const OUTSIDE = ['zod', 'ky', 'lit', 'oauth4webapi', 'pg', 'hono', '@hono/node-server'];
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'motcua-law-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'node_modules/@motcua'), { recursive: true });
  for (const name of PACKAGES) {
    const exports = { '.': './src/index.ts', './*': './src/*.ts' };
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@motcua/${name}`, type: 'module', exports }));
    write(`packages/${name}/src/index.ts`, 'export {};');
    symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@motcua', name), 'dir');
  }
  write('packages/testkit/src/clock.ts', 'export {};');
  for (const name of OUTSIDE) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' }));
    write(`node_modules/${name}/index.js`, 'export {};');
  }
  for (const { file, code } of [...BAD, ...BAD_AT_RUN_TIME, ...GOOD]) write(`packages/${file}`, code);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Law {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

const lawOf = async (config: string): Promise<Law> => ((await import(config)) as { default: Law }).default;

/** Violations by module, as `file → rule names`. */
async function judge(config: string): Promise<Map<string, string[]>> {
  const { options, forbidden } = await lawOf(config);
  const result = await cruise(['packages'], { ...options, baseDir: root, validate: true, ruleSet: { forbidden } });
  const found = new Map<string, string[]>();
  for (const { from, rule } of (result.output as ICruiseResult).summary.violations) {
    const file = from.replace(/^packages\//, '');
    found.set(file, [...(found.get(file) ?? []), rule.name]);
  }
  return found;
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

test.each([
  [LAW, BAD],
  [RUNTIME_LAW, BAD_AT_RUN_TIME],
])('every forbidden import is caught by its own rule and nothing else is: %s', async (config, cases) => {
  const found = await judge(config);
  for (const { file, rules } of cases) expect(sorted(found.get(file) ?? []), file).toEqual(sorted(rules));
  for (const { file } of GOOD.filter((good) => good.file !== 'sdk/src/y.ts')) expect(found.get(file) ?? [], file).toEqual([]);
});

test('every rule of the law has a case that breaks it', async () => {
  const names = [...(await lawOf(LAW)).forbidden, ...(await lawOf(RUNTIME_LAW)).forbidden].map(({ name }) => name ?? '');
  expect(sorted([...BAD, ...BAD_AT_RUN_TIME].flatMap(({ rules }) => rules))).toEqual(sorted(names));
});
