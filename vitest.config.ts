import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { lowerKy } from './scripts/lib/browser-floor.ts';
import { CHROMIUM_ARGS, findChromium } from './scripts/lib/chromium.ts';

const abs = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const executablePath = findChromium();
const launchOptions = { args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) };

// Tests read the sources of our own packages, never a stale build.
const conditions = ['source', 'module', 'browser', 'development'];
const nodeConditions = ['source', 'module', 'node', 'development'];

/** Left alone, Vitest keeps one of two processors for itself. In a browser two pages at a time gain nothing and wait for each other. */
const SIDE_BY_SIDE = Math.max(2, availableParallelism() - 1);

// A function: vitest writes into what it is given, so two projects must not share one object.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const }],
});

const ELEMENT_NODE_TESTS = ['packages/elements/src/**/*.{model,node}.test.ts'];
const BROWSER_TESTS = 'packages/*/src/**/*.browser.test.ts';

/** What the browser tests import; named here so that Vite does not restart in the middle of a run. */
const PREBUNDLED = [
  '@open-wc/testing',
  'axe-core',
  'fast-check',
  'hono',
  'idb',
  'kysely',
  'lit',
  'lit/directive-helpers.js',
  'lit/directives/class-map.js',
  'lit/directives/if-defined.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/when.js',
  'lit/html.js',
  'lit/static-html.js',
  'qr',
  'qr/decode.js',
  'zod/mini',
];

const node = { resolve: { conditions }, ssr: { resolve: { conditions: nodeConditions } } };

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: ['default', abs('./test/tally-reporter.ts')],
    projects: [
      {
        ...node,
        test: {
          name: 'node',
          environment: 'node',
          maxWorkers: SIDE_BY_SIDE,
          include: [
            'packages/{contract,domain,sdk,gateway,testkit,demo}/{src,test}/**/*.test.ts',
            ...ELEMENT_NODE_TESTS,
            'test/**/*.test.ts',
          ],
          exclude: [BROWSER_TESTS, '**/node_modules/**', '**/dist/**'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: {
          conditions,
          alias: [{ find: '@web/test-runner-commands', replacement: abs('./test/wtr-commands-stub.js') }],
        },
        plugins: [lowerKy()],
        // sqlite-wasm finds its .wasm beside itself, which pre-bundling would break; ky has to pass through lowerKy.
        optimizeDeps: { include: PREBUNDLED, exclude: ['@sqlite.org/sqlite-wasm', 'ky'] },
        test: {
          name: 'browser',
          include: ['packages/elements/src/**/*.test.ts', BROWSER_TESTS],
          exclude: [...ELEMENT_NODE_TESTS, '**/node_modules/**', '**/dist/**'],
          setupFiles: ['./test/setup-browser.ts'],
          sequence: { groupOrder: 1 },
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: abs('./.storybook') })],
        test: { name: 'storybook', testTimeout: 30_000, sequence: { groupOrder: 1 }, browser: browser() },
      },
      {
        ...node,
        // One after the other: they count seconds, frames and bytes of memory, and have the machine for themselves.
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
