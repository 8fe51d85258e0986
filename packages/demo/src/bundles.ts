/** The bundles for pages, made anew when a source of theirs is younger. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One line for the person who started it. */
export type Say = (line: string) => void;

/** Newest change in a folder, in milliseconds; 0 when it is not there. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  const times = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$|\.stories\.ts$/.test(entry.name))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

/** Builds the page bundles when they are missing or older than a source of theirs. Throws when the build fails. */
export function prepareBundles(root: string, say: Say): string {
  const folder = join(root, 'packages/elements/dist/page');
  const loader = join(folder, 'motcua.js');
  const made = existsSync(loader) ? statSync(loader).mtimeMs : 0;
  const changed = Math.max(...['contract', 'domain', 'sdk', 'elements'].map((name) => newest(join(root, 'packages', name, 'src'))));
  if (made >= changed) return folder;
  say('Building the bundles for pages (about a quarter of a minute)…');
  const done = spawnSync(process.execPath, ['scripts/build.ts', '--page'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error('the bundles could not be built; run "npm run build -- --page" to see why');
  return folder;
}
