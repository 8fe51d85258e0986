import { existsSync } from 'node:fs';
import { aptInstall } from './apt.ts';

const CANDIDATES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** Path of an nginx on this machine, or undefined. `TEST_NGINX` wins over every guess. */
export function findNginx(): string | undefined {
  const given = process.env['TEST_NGINX'];
  if (given) return existsSync(given) ? given : undefined;
  return CANDIDATES.find((path) => existsSync(path));
}

/** Finds nginx, or installs it by apt where that is allowed. Undefined when there is none. */
export function ensureNginx(): string | undefined {
  const found = findNginx();
  if (found !== undefined || process.env['TEST_NGINX']) return found;
  return aptInstall(['nginx-light']) ? findNginx() : undefined;
}
