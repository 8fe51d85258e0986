import { openSqlite } from '../src/index.ts';
import { gatewaySuite } from './gateway.suite.ts';
import { hostileSuite } from './hostile.suite.ts';

gatewaySuite('gateway on SQLite', async () => openSqlite(':memory:'));
hostileSuite('hostile input on SQLite', async () => openSqlite(':memory:'));
