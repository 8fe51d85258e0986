/** The process: reads environment and arguments, chooses adapters, listens. Nothing else in the gateway does. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diskFiles } from './adapters/files-disk.ts';
import { listen } from './adapters/listen.ts';
import { pinoLogger } from './adapters/pino-logger.ts';
import { openPostgres } from './adapters/postgres.ts';
import { readReferenceFolder, ReferenceFileError } from './adapters/reference-folder.ts';
import { secretOf } from './adapters/secret-file.ts';
import { openSqlite } from './adapters/sqlite-node.ts';
import { startChores } from './chores.ts';
import { runDossiers, type ActOptions } from './cli/cli-dossiers.ts';
import { importLines, importProgress } from './cli/cli-import.ts';
import { runForms } from './cli/cli-forms.ts';
import { runOfficer, type OfficerOptions } from './cli/cli-officer.ts';
import { portsOf } from './cli/cli-ports.ts';
import { HELP, readSettings, UsageError, type CommonOptions, type Settings } from './cli/cli-settings.ts';
import { createGateway, type Gateway } from './create-gateway.ts';
import { silentLogger, type Logger } from './ports/logger.ts';
import { ProblemError } from './problem-error.ts';
import { addWebhook } from './use-cases/outbox/webhooks.ts';
import { checkReference, importReference } from './use-cases/reference/import.ts';
import { sweep } from './use-cases/sweep.ts';

const GRACE_MS = 9_000;

interface Options extends CommonOptions, ActOptions, OfficerOptions {
  readonly gateway?: string | undefined;
  readonly procedures?: string | undefined;
  readonly check?: boolean | undefined;
}
interface Command {
  readonly words: readonly string[];
  readonly options: Options;
  readonly settings: Settings;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
function open(settings: Settings, logger: Logger = silentLogger): Gateway {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  return createGateway({
    database: settings.databaseUrl === null ? openSqlite(settings.databaseFile) : openPostgres(settings.databaseUrl),
    files: diskFiles(settings.filesFolder),
    secret: settings.secret ?? secretOf(settings.dataFolder),
    logger,
    ...portsOf(settings.ports),
  });
}

/** Opens the gateway for one piece of work and closes it again. */
async function withGateway(settings: Settings, work: (gateway: Gateway) => Promise<void>): Promise<void> {
  const gateway = open(settings);
  try {
    await gateway.ready;
    await work(gateway);
  } finally {
    await gateway.close();
  }
}

async function serve({ settings }: Command): Promise<void> {
  const logger = pinoLogger(settings.logLevel);
  const gateway = open(settings, logger);
  await gateway.ready;
  const server = await listen({ fetch: gateway.fetch, host: settings.host, port: settings.port, trustedProxies: settings.trustedProxies });
  const chores = startChores(gateway.deps);
  logger.info({ url: server.url, database: gateway.deps.database.kind }, 'listening');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  logger.info({}, 'stopping');
  chores.stop();
  await server.stop(GRACE_MS);
  await gateway.close();
  logger.info({}, 'stopped');
}

async function importFolder({ words: [folder], options, settings }: Command): Promise<void> {
  if (folder === undefined) throw new UsageError('import needs a folder');
  const bundle = readReferenceFolder(folder, options.procedures);
  if (options.check === true) {
    const report = checkReference(bundle);
    print(importLines(report).join('\n'));
    if (report.faults.length > 0 || report.site === null) process.exitCode = 1;
    return;
  }
  await withGateway(settings, async ({ deps }) => {
    const report = await importReference(deps.database.db, bundle, { clock: deps.clock, onProgress: importProgress(process.stderr) });
    print(importLines(report).join('\n'));
  });
}

async function officer({ words, options, settings }: Command): Promise<void> {
  await withGateway(settings, async ({ deps }) => print(await runOfficer(deps, words, options)));
}

async function webhook({ words: [action, url], options, settings }: Command): Promise<void> {
  if (action !== 'add' || url === undefined || options.site === undefined) throw new UsageError('webhook add <https url> --site <site>');
  const { site } = options;
  await withGateway(settings, async ({ deps }) => {
    const { id, secret } = await addWebhook(deps, { site, url });
    print(`webhook ${id}\nsecret ${secret}\nThe secret is shown only now: keep it safe.`);
  });
}

async function dossiers({ words, options, settings }: Command): Promise<void> {
  const token = process.env['MOTCUA_TOKEN'];
  if (token === undefined) throw new UsageError('Set MOTCUA_TOKEN to the token that «officer add» printed.');
  const url = options.gateway ?? process.env['MOTCUA_GATEWAY'];
  // A gateway may stand behind a path (`/gateway`): its address is a beginning, not a base to resolve against.
  if (url !== undefined) return print(await runDossiers((path, init) => fetch(url.replace(/\/+$/, '') + path, init), token, words, options));
  await withGateway(settings, async (gateway) => {
    print(await runDossiers((path, init) => gateway.fetch(new Request(`http://localhost${path}`, init)), token, words, options));
  });
}

async function forms({ words }: Command): Promise<void> {
  const { text: told, faults } = runForms(words);
  print(told);
  if (faults > 0) process.exitCode = 1;
}

const COMMANDS: Readonly<Record<string, (command: Command) => Promise<void>>> = {
  serve,
  migrate: ({ settings }) => withGateway(settings, async () => print('The database is up to date.')),
  import: importFolder,
  sweep: ({ settings }) => withGateway(settings, async ({ deps }) => print(JSON.stringify(await sweep(deps)))),
  forms,
  officer,
  webhook,
  dossiers,
};

const text = { type: 'string' } as const;
const OPTIONS = {
  data: text, port: text, host: text, site: text, name: text, role: text, gateway: text, note: text, reason: text, section: text,
  'respond-by': text, by: text, waybill: text, carrier: text, status: text, procedures: text, check: { type: 'boolean' },
  item: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' },
} as const;

/** Mistakes of the person at the keyboard, and facts of the machine, need no stack. */
function isUsage(error: unknown): error is Error {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const known = error instanceof UsageError || error instanceof ProblemError || error instanceof ReferenceFileError;
  return known || ['EADDRINUSE', 'EACCES', 'ECONNREFUSED'].includes(code) || code.startsWith('ERR_PARSE_ARGS');
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [name = 'help', ...words] = positionals;
  if (values.help === true || name === 'help') return print(HELP);
  const command = COMMANDS[name];
  if (command === undefined) throw new UsageError(`Unknown command: ${name}\n\n${HELP}`);
  await command({ words, options: values, settings: readSettings(process.env, values) });
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const usage = isUsage(error);
  process.stderr.write(`${usage ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = usage ? 2 : 1;
}
