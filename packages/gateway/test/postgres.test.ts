import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, test } from 'vitest';
import { openPostgres } from '../src/index.ts';
import { gatewaySuite } from './gateway.suite.ts';

const url = process.env['TEST_DATABASE_URL'];

// One schema a run: runs side by side never meet, and nothing needs cleaning before.
if (url !== undefined && url !== '') {
  gatewaySuite('gateway on PostgreSQL', async () => {
    const schema = `motcua_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`create schema ${schema}`);
    const port = openPostgres(url, { schema });
    return {
      ...port,
      async close() {
        await port.close();
        await client.query(`drop schema ${schema} cascade`);
        await client.end();
      },
    };
  });
} else {
  describe('gateway on PostgreSQL', () => test.skip('TEST_DATABASE_URL is not set'));
}
