/** Settings from options and environment, with the words that explain them. */
import { join, resolve } from 'node:path';
import { portSettings, type PortSettings } from './cli-ports.ts';

/** Where everything is, and how to listen. */
export interface Settings {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly databaseFile: string;
  readonly filesFolder: string;
  readonly secret: string | null;
  readonly host: string;
  readonly port: number;
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
  /** Settings of payment, carrier and identity providers. */
  readonly ports: PortSettings;
}

/** Something the person at the keyboard has to change; printed without a stack. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export type Environment = Readonly<Record<string, string | undefined>>;
export interface CommonOptions {
  readonly data?: string | undefined;
  readonly port?: string | undefined;
  readonly host?: string | undefined;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`Not a port: ${text}`);
  return port;
}

function secretOf(secret: string | undefined): string | null {
  if (secret === undefined || secret === '') return null;
  if (secret.length < 32) throw new UsageError('MOTCUA_SECRET needs at least 32 characters.');
  return secret;
}

function databaseOf(url: string | undefined): string | null {
  if (url === undefined || url === '') return null;
  if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError('DATABASE_URL must begin with postgres://');
  return url;
}

const firstOf = (...texts: (string | undefined)[]): string => texts.find((text) => text !== undefined && text !== '') ?? '';

/** Options win over the environment, the environment over the defaults. Throws {@link UsageError}. */
export function readSettings(env: Environment, options: CommonOptions): Settings {
  const dataFolder = resolve(firstOf(options.data, env['MOTCUA_DATA'], 'motcua-data'));
  return {
    dataFolder,
    databaseUrl: databaseOf(env['DATABASE_URL']),
    databaseFile: join(dataFolder, 'gateway.sqlite'),
    filesFolder: join(dataFolder, 'files'),
    secret: secretOf(env['MOTCUA_SECRET']),
    host: firstOf(options.host, env['MOTCUA_HOST'], '127.0.0.1'),
    port: portOf(firstOf(options.port, env['PORT'], '8787')),
    trustedProxies: firstOf(env['MOTCUA_TRUSTED_PROXIES']).split(',').map((address) => address.trim()).filter(Boolean),
    logLevel: firstOf(env['MOTCUA_LOG'], 'info'),
    ports: portSettings(env),
  };
}

export const HELP = `motcua-gateway – the one-stop counter's server

  motcua-gateway serve [--port 8787] [--host 127.0.0.1]
  motcua-gateway migrate
  motcua-gateway import <folder> [--procedures <file.json|.json.gz|.csv>] [--check]   (--check changes nothing)
  motcua-gateway sweep
  motcua-gateway forms check <form.json> …   (exit 1 when something is wrong)
  motcua-gateway officer add --site <site> --name <name> [--role officer|leader|viewer]
  motcua-gateway officer list [--site <site>]
  motcua-gateway officer revoke <id>
  motcua-gateway webhook add <https url> --site <site>
  motcua-gateway dossiers list [--status submitted]
  motcua-gateway dossiers show <dossier>
  motcua-gateway dossiers open <code of a prepared dossier>
  motcua-gateway dossiers accept|process|finish|receive-supplement|receive-payment <dossier> [--note <text>]
  motcua-gateway dossiers process <dossier> [--section <text>]
  motcua-gateway dossiers refuse|stop|request-payment <dossier> --reason <text>
  motcua-gateway dossiers request-supplement <dossier> --item "paper:<id>:<label>" [--item …] [--note <text>] [--respond-by YYYY-MM-DD]
  motcua-gateway dossiers return <dossier> [--by counter|electronic|post] [--note <text>]
  motcua-gateway dossiers dispatch <dossier> --waybill <number> [--carrier <name>]
  motcua-gateway dossiers note <dossier> --note <text>

<dossier> is the dossier's id or its code. The commands of an officer need MOTCUA_TOKEN; with --gateway <url> they
ask a running gateway, without it they work on the data folder itself.

Options for all: --data <folder> (database, files and secret; default ./motcua-data), --help
Environment: MOTCUA_DATA, DATABASE_URL (PostgreSQL), MOTCUA_SECRET, PORT, MOTCUA_HOST, MOTCUA_TRUSTED_PROXIES,
MOTCUA_LOG (debug, info, warn, error, silent), MOTCUA_TOKEN, MOTCUA_GATEWAY
Providers, each left out when not set: MOTCUA_PAYMENT_SANDBOX (secret of the sandbox); MOTCUA_CARRIER_URL,
MOTCUA_CARRIER_CUSTOMER, MOTCUA_CARRIER_USERNAME, MOTCUA_CARRIER_PASSWORD (carrier in the VNPost order shape);
MOTCUA_SMS_SPOOL (outgoing folder of smstools) or MOTCUA_SMS_URL and MOTCUA_SMS_TOKEN (text messages with one-time codes);
MOTCUA_OIDC_ISSUER, MOTCUA_OIDC_AUDIENCE, MOTCUA_OIDC_ROLES (claim with «site:role» texts, default motcua_roles),
MOTCUA_OIDC_CLIENT (client id of the officers' desk, which then signs in there), MOTCUA_OIDC_SCOPE (default openid),
MOTCUA_OIDC_RESOURCE (audience to ask for, where the provider wants it)
`;
