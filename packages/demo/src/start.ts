/** `npm start`: the site of xã Thới Bình with a gateway of its own, on this machine. Ctrl+C stops it. */
import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGateway, diskFiles, openSqlite, portsFromEnvironment, spoolSms, startChores } from '@motcua/gateway';
import { listen } from './listen.ts';
import { prepareBundles } from './bundles.ts';
import { machineSecret, prepareOfficer, prepareReference } from './prepare.ts';
import { createSite } from './site-server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

async function main(): Promise<void> {
  const { PORT, MOTCUA_DATA, MOTCUA_SEED } = process.env;
  const data = MOTCUA_DATA ?? join(root, '.data');
  mkdirSync(join(data, 'uploads'), { recursive: true });
  const bundles = prepareBundles(root, say);
  const gateway = createGateway({ database: openSqlite(join(data, 'demo.sqlite')), files: diskFiles(join(data, 'uploads')), secret: machineSecret(data), sms: spoolSms(join(data, 'sms')), ...portsFromEnvironment(process.env) });
  await gateway.ready;
  await prepareReference(gateway, root, data, say, MOTCUA_SEED);
  const officer = await prepareOfficer(gateway, data);
  const site = createSite({ pages: join(root, 'packages/demo/pages'), bundles, gateway: (request, connection) => gateway.fetch(request, connection) });
  // Somebody who tries things does not wait ten minutes for a parcel to move.
  const chores = startChores(gateway.deps, 5000);
  const server = await listen(site, { port: Number(PORT ?? 8080), fixed: PORT !== undefined });
  announce(server.port, relative(process.cwd(), officer.file) || officer.file);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    chores.stop();
    void server.close().then(() => gateway.close()).then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One address, and how to be the officer. */
function announce(port: number, tokenFile: string): void {
  const address = `http://localhost:${String(port)}`;
  say('');
  say(`  Xã Thới Bình:  ${address}/`);
  say('');
  say(`  Text messages with one-time codes are written to ${join(dirname(tokenFile), 'sms')} instead of being sent.`);
  say(`  To act as the officer (token in ${tokenFile}), in another terminal:`);
  say(`    export MOTCUA_GATEWAY=${address}/gateway MOTCUA_TOKEN=$(cat ${tokenFile})`);
  say('    npx motcua-gateway dossiers list');
  say('    npx motcua-gateway dossiers accept <code>      (then: process, finish, return, request-supplement …)');
  say('');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
