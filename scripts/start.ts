// `npm start` (and `npm run dev`, which starts again when a source of the gateway or the demo changes).
// A child process, because our packages are read from their sources (`--conditions=source`).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch') ? ['--watch', '--watch-preserve-output'] : [];
const child = spawn(process.execPath, ['--conditions=source', '--no-warnings', ...watch, 'packages/demo/src/start.ts'], { cwd: root, stdio: 'inherit' });

// The terminal sends Ctrl+C to the child as well; a signal to this process alone is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
