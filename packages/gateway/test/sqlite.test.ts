import { openSqlite } from '../src/index.ts';
import { codesSuite } from './codes.suite.ts';
import { followSuite } from './follow.suite.ts';
import { gatewaySuite } from './gateway.suite.ts';
import { hostileSuite } from './hostile.suite.ts';
import { papersSuite } from './papers.suite.ts';
import { preparedSuite } from './prepared.suite.ts';
import { statisticsSuite } from './statistics.suite.ts';

codesSuite('codes on SQLite', async () => openSqlite(':memory:'));
followSuite('following on SQLite', async () => openSqlite(':memory:'));
gatewaySuite('gateway on SQLite', async () => openSqlite(':memory:'));
papersSuite('papers on SQLite', async () => openSqlite(':memory:'));
hostileSuite('hostile input on SQLite', async () => openSqlite(':memory:'));
preparedSuite('prepared dossiers on SQLite', async () => openSqlite(':memory:'));
statisticsSuite('public figures on SQLite', async () => openSqlite(':memory:'));
