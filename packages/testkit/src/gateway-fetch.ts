/**
 * A whole gateway in the process of the test: SQLite in memory, files in memory, the seed of xã Thới Bình. No socket; the
 * client is given its `fetch`. With `listen` it also stands on a port of this machine, for the fault proxy.
 */
import { fileURLToPath } from 'node:url';
import { addOfficer, createGateway, importReference, memoryFiles, openSqlite, readReferenceFolder, type Gateway, type GatewayOptions } from '@motcua/gateway';

/** `options` go to `createGateway`; `units` brings the addresses of the whole country too (a second more). */
export interface TestGatewayOptions {
  options?: Partial<GatewayOptions>;
  units?: boolean;
}

/** `url` is what a client takes as `gateway`; nothing listens there. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly url: string;
  readonly site: string;
  readonly officerToken: string;
  fetch(input: string | Request, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Starts a gateway that knows the demo's site and one officer. Throws when the seed has a fault. */
export async function startTestGateway({ options = {}, units = false }: TestGatewayOptions = {}): Promise<TestGateway> {
  const gateway = createGateway({ database: openSqlite(':memory:'), files: memoryFiles(), secret: 'a secret for tests, of thirty-two characters', ...options });
  await gateway.ready;
  const { units: communes, legacyUnits, ...bundle } = readReferenceFolder(fileURLToPath(new URL('../../demo/seed', import.meta.url)));
  const places = units && communes !== undefined && legacyUnits !== undefined ? { units: communes, legacyUnits } : {};
  const { site, faults } = await importReference(gateway.deps.database.db, { ...bundle, ...places }, { clock: gateway.deps.clock });
  if (site === null || faults.length > 0) throw new Error(`the seed has faults: ${JSON.stringify(faults)}`);
  const { token } = await addOfficer(gateway.deps, { site, name: 'Cán bộ một cửa', role: 'officer' });
  return {
    gateway,
    url: 'https://gateway.test',
    site,
    officerToken: token,
    fetch: (input, init) => gateway.fetch(new Request(input, init), { address: '203.0.113.7' }),
    close: () => gateway.close(),
  };
}
