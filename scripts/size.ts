// `npm run size`: what travels to a phone before each element can be used, against the budgets of
// docs (docs/decisions/0001-toolchain.md), and how many requests that takes. Bytes are brotli. Exit 1 when a budget is broken.
//   npm run size -- --json   the same as data       npm run size -- --modules   what is inside
import { existsSync, readFileSync } from 'node:fs';
import { needsOf } from '../packages/elements/src/loader/loader.model.ts';
import { isCompiledLate } from './lib/compile-early.ts';
import { closure } from './lib/page-manifest.ts';
import type { PageManifest } from './lib/page-manifest.ts';

const PAGE = 'packages/elements/dist/page/';
const MANIFEST = `${PAGE}manifest.json`;
const KIB = 1024;
const CLIENT = 'packages/sdk/src/dossier.ts';
const UPLOADS = ['packages/sdk/src/uploads/', 'packages/elements/src/internal/papers/upload-queue.ts'];

interface Budget {
  readonly name: string;
  /** Largest allowed size in KiB of brotli. */
  readonly limit: number;
  readonly reason: string;
  /** Entry files that have to arrive. */
  readonly entries: readonly string[];
  /** Later-loaded parts that count all the same, by a piece of the path of a module inside. */
  readonly with?: readonly string[];
  /** Most requests after the page itself, data included: a browser has six connections, and each round is a round trip. */
  readonly requests?: number;
  /** Its large files must ask to be compiled while they travel (ADR 0020). */
  readonly early?: boolean;
  /** What is on the page already and does not count again: files, or later-loaded parts as above. */
  readonly without?: readonly string[];
}

const BUDGETS: readonly Budget[] = [
  {
    name: 'loader',
    limit: 3,
    reason: 'the pasted tag: it stands in the head of every page of a commune, used or not',
    entries: ['motcua.js'],
  },
  {
    name: 'procedure picker, usable',
    limit: 20,
    reason: 'usable in 2.2 s at 400 kbit/s and 400 ms round trip; 20 KiB are 0.4 s of that line',
    entries: ['motcua.js', 'motcua-procedure-picker.js'],
    requests: 5,
    early: true,
  },
  {
    name: 'dossier form, first field',
    limit: 40,
    reason: 'first field in 2.5 s on the same line; the best library peers need 111 to 150 KiB',
    entries: ['motcua.js', 'motcua-dossier-form.js'],
    // The loader, and five side by side: four scripts, the form.
    requests: 6,
    early: true,
  },
  {
    name: 'status tracker, usable',
    limit: 22,
    reason: 'opened from an SMS on the way: it must not cost more than the picker and a timeline',
    entries: ['motcua.js', 'motcua-status-tracker.js'],
    requests: 7,
  },
  {
    name: 'client, at the first write',
    limit: 24,
    reason: 'schemas and retries arrive when something is sent, while the citizen still reads or types',
    entries: [],
    with: [CLIENT],
    without: ['motcua.js', 'motcua-dossier-form.js'],
  },
  {
    name: 'upload, after a file is picked',
    limit: 15,
    reason: 'loaded while the citizen still looks at the photograph; the client beside it has its own line',
    entries: [],
    with: UPLOADS,
    without: ['motcua.js', 'motcua-dossier-form.js', CLIENT],
  },
];

/** Never in what travels before an element is usable, with the leak that each name would show. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  '/zod/': 'a schema reached the first paint: import types, or constants from the zod-free doors of contract',
  '/ky/': 'the client reached the first paint: load it when something is sent',
  'lit-html/development/': 'the production condition is not resolved',
  'packages/gateway/': 'the server reached the page',
  'packages/testkit/': 'test helpers reached the page',
};

interface Line {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
  readonly files: readonly string[];
  readonly leaks: readonly string[];
  /** Too many requests, files that would be asked for only when another one has arrived, or that are compiled only when they are called. */
  readonly rounds: readonly string[];
  readonly missing: readonly string[];
  readonly reason: string;
}

function measure(manifest: PageManifest, budget: Budget): Line {
  const { files } = manifest;
  const travels = new Set<string>();
  for (const entry of budget.entries.filter((one) => files[one])) closure(manifest, entry, travels);
  const parts = lazyParts(manifest, budget.with ?? []);
  for (const part of parts) closure(manifest, part, travels);
  for (const known of budget.without ?? []) {
    for (const start of [known, ...lazyParts(manifest, [known])]) for (const file of closure(manifest, start)) travels.delete(file);
  }
  const list = [...travels].filter((file) => files[file]);
  const eager = budget.entries.length > 0;
  return {
    name: budget.name,
    bytes: list.reduce((sum, file) => sum + (files[file]?.brotli ?? 0), 0),
    limit: budget.limit * KIB,
    files: list,
    rounds: [...roundsOf(budget, list), ...lateOf(budget, list)],
    leaks: eager ? leaksOf(manifest, list) : [],
    missing: [...budget.entries.filter((one) => !files[one]), ...(parts.length === 0 ? (budget.with ?? []) : [])],
    reason: budget.reason,
  };
}

/** The loader must name every file of an element itself: what it does not name waits for the file that does. */
function roundsOf({ requests, entries }: Budget, list: readonly string[]): string[] {
  const element = entries[1]?.replace(/\.js$/, '');
  if (requests === undefined || element === undefined) return [];
  const reads = needsOf(element, '1.001193', '').paths.length;
  const loader = readFileSync(`${PAGE}motcua.js`, 'utf8');
  const unnamed = list.filter((file) => file.startsWith('chunks/') && !loader.includes(file));
  const many = list.length + reads > requests ? [`${String(list.length + reads)} requests, ${String(requests)} are allowed`] : [];
  return [...many, ...unnamed.map((file) => `${file}: the loader does not ask for it, so it waits for a round trip more`)];
}

/** Files that hold the page up: compiled function by function when they are called, not while they travel. */
function lateOf({ early }: Budget, list: readonly string[]): string[] {
  const isLate = (file: string): boolean => isCompiledLate(readFileSync(PAGE + file, 'utf8'));
  return early === true ? list.filter(isLate).map((file) => `${file}: it does not ask to be compiled while it travels`) : [];
}

/** Chunks loaded later that hold a module of such a path. */
function lazyParts({ files }: PageManifest, paths: readonly string[]): string[] {
  return Object.entries(files)
    .filter(([, { entry, modules }]) => !entry && Object.keys(modules).some((module) => paths.some((path) => module.includes(path))))
    .map(([file]) => file);
}

function leaksOf({ files }: PageManifest, list: readonly string[]): string[] {
  const modules = list.flatMap((file) => Object.keys(files[file]?.modules ?? {}));
  return Object.entries(FORBIDDEN).flatMap(([name, why]) => {
    const found = modules.find((module) => `/${module}`.includes(name));
    return found ? [`${found}: ${why}`] : [];
  });
}

const isBad = ({ bytes, limit, leaks, rounds }: Line): boolean => bytes > limit || leaks.length > 0 || rounds.length > 0;
const kib = (bytes: number): string => `${(bytes / KIB).toFixed(2).padStart(6)} KiB`;

function print(lines: readonly Line[], manifest: PageManifest): void {
  const width = Math.max(...lines.map(({ name }) => name.length));
  for (const line of lines) {
    const verdict = line.missing.length > 0 ? 'absent' : isBad(line) ? 'TOO MUCH' : 'ok';
    console.log(`${line.name.padEnd(width)} ${kib(line.bytes)} of ${kib(line.limit)}  ${verdict.padEnd(8)}  ${line.reason}`);
    for (const round of line.rounds) console.log(`    slow: ${round}`);
    for (const leak of line.leaks) console.log(`    leak: ${leak}`);
    for (const file of line.missing) console.log(`    not built: ${file}`);
    if (process.argv.includes('--modules')) for (const file of line.files) printModules(file, manifest);
  }
  const whole = manifest.files['motcua.all.js'];
  if (whole) console.log(`${'motcua.all.js (no limit)'.padEnd(width)} ${kib(whole.brotli)}`);
}

function printModules(file: string, { files }: PageManifest): void {
  console.log(`    ${kib(files[file]?.brotli ?? 0)}  ${file}`);
  for (const [module, size] of Object.entries(files[file]?.modules ?? {}).slice(0, 12)) {
    console.log(`        ${String(size).padStart(7)} B  ${module}`);
  }
}

if (!existsSync(MANIFEST)) {
  console.error(`${MANIFEST} is missing: npm run build comes first`);
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as PageManifest;
const lines = BUDGETS.map((budget) => measure(manifest, budget));
if (process.argv.includes('--json')) console.log(JSON.stringify(lines, null, 2));
else print(lines, manifest);
process.exitCode = lines.some(isBad) ? 1 : 0;
