// `npm test`: everything CI checks, in one run, with one closing line.
//   npm test -- --only=lint,node     runs the named steps only (never in CI)
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.ts';
import { ensureEngines } from './lib/engines.ts';
import { unchanged } from './lib/generated.ts';
import { ensureNginx } from './lib/nginx.ts';
import { ensurePostgres } from './lib/postgres.ts';
import { tallyLine } from '../test/tally-reporter.ts';
import type { Tally } from '../test/tally-reporter.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Step {
  readonly name: string;
  /** What the step needs beside Node. */
  readonly needs?: 'chromium' | 'servers';
  /** Vitest steps count their own tests; any other step counts as one test. */
  readonly vitest?: boolean;
  run(): Promise<boolean>;
}

const CI = Boolean(process.env['CI']) && process.env['CI'] !== 'false';
const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
const total: Mutable<Tally> = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
const env: NodeJS.ProcessEnv = { ...process.env, MOTCUA_TALLY_FILE: join(folder, 'tally') };

const npm = (...args: string[]): Promise<boolean> => spawnStep('npm', ['run', '--silent', ...args]);
const vitest = (project: string): Promise<boolean> => spawnStep('npx', ['vitest', 'run', '--project', project]);

const STEPS: readonly Step[] = [
  { name: 'typecheck', run: () => npm('typecheck') },
  { name: 'lint', run: () => npm('lint') },
  {
    name: 'openapi.json is current',
    run: () => unchanged('packages/contract/openapi.json', 'scripts/openapi.ts', () => npm('openapi')),
  },
  {
    name: 'custom-elements.json is current',
    run: () =>
      unchanged('packages/elements/custom-elements.json', 'packages/elements/custom-elements-manifest.config.mjs', () =>
        npm('manifest'),
      ),
  },
  { name: 'node', needs: 'servers', vitest: true, run: () => vitest('node') },
  // Before the end-to-end tests: they load the bundles that are built here.
  { name: 'build', run: () => npm('build') },
  { name: 'size', run: () => npm('size') },
  { name: 'browser', needs: 'chromium', vitest: true, run: () => vitest('browser') },
  { name: 'stories', needs: 'chromium', vitest: true, run: () => vitest('storybook') },
  { name: 'build-storybook', run: () => npm('build-storybook', '--', '--quiet', '-o', join(folder, 'storybook')) },
  { name: 'e2e', needs: 'chromium', vitest: true, run: () => vitest('e2e') },
];

async function main(): Promise<number> {
  const steps = chosen();
  const wanted = (need: Step['needs']): boolean => steps.some(({ needs }) => needs === need);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const started = Date.now();
  const chromium = wanted('chromium') ? prepareChromium() : undefined;
  if (wanted('servers')) await preparePostgres();
  if (wanted('servers')) prepareNginx();
  if (steps.some(({ name }) => name === 'e2e')) prepareEngines();
  for (const step of steps) {
    if (step.needs === 'chromium' && !chromium) skip(step.name, 'no Chromium');
    else await perform(step);
  }
  rmSync(folder, { recursive: true, force: true });
  return summarize(started);
}

function chosen(): readonly Step[] {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
  return only && !CI ? STEPS.filter(({ name }) => only.includes(name)) : STEPS;
}

function prepareChromium(): string | undefined {
  const path = ensureChromium();
  if (path) env['CHROMIUM_PATH'] = path;
  else skip('Chromium', 'not found and not installable here; set CHROMIUM_PATH or run: npx playwright install chromium');
  return path;
}

/** Without PostgreSQL the gateway suite still runs on SQLite. */
async function preparePostgres(): Promise<void> {
  const server = await ensurePostgres();
  if (!server) return skip('PostgreSQL', 'no server found, installable or startable here; set TEST_DATABASE_URL');
  env['TEST_DATABASE_URL'] = server.url;
  // A run that is broken off must not leave a database server behind.
  process.once('exit', () => server.stop());
}

/** Uploads are also sent through the proxy that most offices have in front. */
function prepareNginx(): void {
  const path = ensureNginx();
  if (path === undefined) skip('nginx', 'not found and not installable here; set TEST_NGINX');
  else env['TEST_NGINX'] = path;
}

/** Whatever must be seen in every engine is seen in these two as well. */
function prepareEngines(): void {
  const { firefox, webkit } = ensureEngines();
  if (firefox === undefined) skip('Firefox', 'not found and not installable here; set TEST_FIREFOX');
  if (webkit === undefined) skip('WebKitGTK', 'WebKitWebDriver, its MiniBrowser or Xvfb not found and not installable here');
}

/** Notes what cannot run here. In CI nothing may be skipped, so it counts as a failure there. */
function skip(name: string, reason: string): void {
  if (CI) total.failed += 1;
  else total.skipped += 1;
  lines.push(`  ${CI ? 'FAILED ' : 'skipped'}  ${name}: ${reason}`);
  console.log(`\n▸ ${name} skipped: ${reason}`);
}

async function perform(step: Step): Promise<void> {
  console.log(`\n▸ ${step.name}`);
  const started = Date.now();
  rmSync(env['MOTCUA_TALLY_FILE'] ?? '', { force: true });
  const ok = await step.run();
  const tally = step.vitest ? vitestTally(ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  // A skipped test in CI is a test that nobody runs anywhere.
  const failed = tally.failed + (CI ? tally.skipped : 0);
  total.passed += tally.passed;
  total.failed += failed;
  total.skipped += CI ? 0 : tally.skipped;
  const detail = step.vitest ? `  (${tallyLine(tally)})` : '';
  lines.push(`  ${failed > 0 ? 'FAILED ' : 'ok     '}  ${seconds(started)}  ${step.name}${detail}`);
}

/** Counts that vitest handed over; a run that ended badly without a failed test is one failure. */
function vitestTally(ok: boolean): Tally {
  const file = env['MOTCUA_TALLY_FILE'] ?? '';
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []) {
    const one = JSON.parse(line) as Tally;
    sum.passed += one.passed;
    sum.failed += one.failed;
    sum.skipped += one.skipped;
  }
  if (!ok && sum.failed === 0) sum.failed = 1;
  return sum;
}

function summarize(started: number): number {
  console.log(`\n${lines.join('\n')}\n  total    ${seconds(started)}\n`);
  process.on('exit', () => console.log(tallyLine(total)));
  return total.failed > 0 ? 1 : 0;
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`;

function spawnStep(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

process.exitCode = await main();
