import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATUS_FAMILY, STATUS_NAMES } from '@motcua/contract/status';
import { createClient } from '@motcua/sdk';
import { createOfficerClient } from '@motcua/sdk/officer';
import { sampleDossier } from '../src/builders-dossiers.ts';
import { startTestGateway, type TestGateway } from '../src/gateway-fetch.ts';

let home: TestGateway;
beforeAll(async () => {
  home = await startTestGateway({ options: { clock: { now: () => new Date('2026-11-23T01:15:00.000Z') } } });
}, 60_000);
afterAll(() => home.close());

test.each(STATUS_NAMES)('a dossier that is %s', async (status) => {
  const connection = { gateway: home.url, site: home.site, fetch: home.fetch };
  const client = createClient(connection);
  const officer = createOfficerClient({ ...connection, token: home.officerToken });
  const { credentials } = await sampleDossier({ client, officer, today: '2026-11-23', status });
  expect(await client.tracking.get(credentials)).toMatchObject({ tracking: { status, family: STATUS_FAMILY[status] } });
});
