import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, test } from 'vitest';
import { openPostgres, type DatabasePort } from '../src/index.ts';
import { accessSuite } from './access.suite.ts';
import { authorisedSuite } from './authorised.suite.ts';
import { byPostSuite } from './by-post.suite.ts';
import { codesSuite } from './codes.suite.ts';
import { followSuite } from './follow.suite.ts';
import { gatewaySuite } from './gateway.suite.ts';
import { hostileSuite } from './hostile.suite.ts';
import { paperEntrySuite } from './paper-entry.suite.ts';
import { papersSuite } from './papers.suite.ts';
import { preparedSuite } from './prepared.suite.ts';
import { secrecySuite } from './secrecy.suite.ts';
import { statisticsSuite } from './statistics.suite.ts';

const url = process.env['TEST_DATABASE_URL'];

/** One schema a suite: runs side by side never meet, and nothing needs cleaning before. */
async function openSchema(databaseUrl: string): Promise<DatabasePort> {
  const schema = `motcua_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create schema ${schema}`);
  const port = openPostgres(databaseUrl, { schema });
  return {
    ...port,
    async close() {
      await port.close();
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

if (url !== undefined && url !== '') {
  accessSuite('access on PostgreSQL', () => openSchema(url));
  authorisedSuite('authorised on PostgreSQL', () => openSchema(url));
  byPostSuite('parcels at the post on PostgreSQL', () => openSchema(url));
  codesSuite('codes on PostgreSQL', () => openSchema(url));
  followSuite('following on PostgreSQL', () => openSchema(url));
  gatewaySuite('gateway on PostgreSQL', () => openSchema(url));
  paperEntrySuite('paper entry on PostgreSQL', () => openSchema(url));
  papersSuite('papers on PostgreSQL', () => openSchema(url));
  hostileSuite('hostile input on PostgreSQL', () => openSchema(url));
  preparedSuite('prepared dossiers on PostgreSQL', () => openSchema(url));
  secrecySuite('secrecy on PostgreSQL', () => openSchema(url), 600);
  statisticsSuite('public figures on PostgreSQL', () => openSchema(url));
} else {
  describe('gateway on PostgreSQL', () => test.skip('TEST_DATABASE_URL is not set'));
}
