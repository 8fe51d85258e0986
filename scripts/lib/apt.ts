import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True when this process may install Debian packages: root, on a system with apt. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages and answers whether it worked. Does nothing when it is not allowed to. */
export function aptInstall(packages: readonly string[]): boolean {
  if (!canInstall()) return false;
  const run = (args: string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.log(`Installing ${packages.join(', ')} by apt-get …`);
  // An outdated index is the usual reason for a failed install, so it is refreshed first.
  run(['update', '-q']);
  return run(['install', '-y', '-q', '--no-install-recommends', ...packages]);
}
