import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { storySeed } from './story-seed.ts';

/** Lit must arrive from one place only, pre-bundled; else it warns of several versions loaded. */
const PREBUNDLED = [
  'lit',
  'lit/decorators.js',
  'lit/directive-helpers.js',
  'lit/directives/class-map.js',
  'lit/directives/if-defined.js',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/when.js',
  'lit/html.js',
  'lit/static-html.js',
  'hono',
  'idb',
  'ky',
  'kysely',
  'qr',
  'zod/mini',
];

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../packages/elements/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [storySeed()],
      resolve: { conditions: ['source', 'module', 'browser', 'development|production'], dedupe: ['lit', 'lit-html'] },
      // sqlite-wasm finds its .wasm beside itself, which pre-bundling would break.
      optimizeDeps: { include: PREBUNDLED, exclude: ['@sqlite.org/sqlite-wasm'] },
      build: { chunkSizeWarningLimit: 4000 },
    }),
};

export default config;
