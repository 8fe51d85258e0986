/** The bundles are built once before the files that run side by side: two builds into one folder would spoil each other. */
import { fileURLToPath } from 'node:url';
import { prepareBundles } from '../../packages/demo/src/bundles.ts';

export const setup = (): void => void prepareBundles(fileURLToPath(new URL('../..', import.meta.url)), () => undefined);
