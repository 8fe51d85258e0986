import { openSqlite } from '../src/index.ts';
import { gatewaySuite } from './gateway.suite.ts';

gatewaySuite('gateway on SQLite', async () => openSqlite(':memory:'));
