/** Role × tenant × route × owner (T-06), and what no answer may hold (T-05): every operation of the contract, on every database. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '@motcua/contract';
import { ROUTES, type OperationName } from '@motcua/contract/routes';
import { importReference, readReferenceFolder, sandboxPayments, type DatabasePort, type Gateway, type SmsMessage } from '../src/index.ts';
import { deliverSms } from '../src/use-cases/outbox/sms.ts';
import { ask, type Helpers } from './access/calls.ts';
import { credentialsOf, setScene, type Scene, type Stage } from './access/scene.ts';
import { ACCESS, expectedStatus, MAY_SHOW, PEOPLE, type Person, type Secret } from './access/table.ts';
import { call, testGateway, type Answer } from './fixture.ts';

const SEED = fileURLToPath(new URL('../../demo/seed', import.meta.url));
const NAMES = Object.keys(ROUTES) as OperationName[];
const STAGES: Partial<Record<OperationName, Stage>> = { answerSupplement: 'supplement', rateDossier: 'finished', downloadResult: 'finished' };
const unlimited = { count: 1e9, seconds: 600 };
const LIMITS = {
  trackingFailuresByCode: unlimited, trackingFailuresByAddress: unlimited, draftsByAddress: unlimited, uploadsByDraft: unlimited, submissionsByAddress: unlimited,
  passesByDraft: unlimited, passFailuresByAddress: unlimited, officerFailuresByAddress: unlimited, preparedFailuresByOfficer: unlimited,
  codeSendsBySubject: unlimited, codeSendsByAddress: unlimited, codeFailuresByAddress: unlimited,
};

/** Runs on a database that `open` makes; it is closed at the end. */
export function accessSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    const messages: SmsMessage[] = [];
    let asserted = 0;
    beforeAll(async () => {
      const sms = { name: 'test', send: async (message: SmsMessage) => void messages.push(message) };
      ({ gateway } = testGateway(await open(), { limits: LIMITS, payments: [sandboxPayments('sandbox-secret-for-tests')], sms }));
      await gateway.ready;
      // The fixture answers for sites, procedures and forms; catalogue and units are read from the database.
      await importReference(gateway.deps.database.db, readReferenceFolder(SEED), { clock: gateway.deps.clock });
    }, 60_000);
    afterAll(async () => {
      await deliverSms(gateway.deps);
      await gateway.close();
    });

    const oneTimeCode: Helpers['oneTimeCode'] = async ({ own }) => {
      const before = messages.length;
      const { body } = await call(gateway, 'POST', '/v1/tracking/codes', { json: { dossierCode: own.secrets.code, phone: own.secrets.phone } });
      // Messages leave after a moment of chance: one asked for earlier may come in between.
      const mine = (): SmsMessage | undefined => messages.slice(before).find(({ text }) => text.includes(own.secrets.code));
      await expect.poll(async () => (await deliverSms(gateway.deps), mine()), { timeout: 10_000 }).toBeDefined();
      return { requestId: String(body['requestId']), code: /la (\d{4} \d{4})\./.exec(mine()?.text ?? '')?.[1] ?? '' };
    };
    const tryIt = (operation: OperationName, scene: Scene, who: Person, instead: Record<string, string> = {}): Promise<Answer> =>
      ask(operation, scene, { gateway, oneTimeCode, tenant: who.tenant, auth: credentialsOf(scene, who, operation === 'getReceipt') }, instead);

    /** Every row of the one whose things are asked for. */
    const belongings = async ({ own }: Scene): Promise<string> => {
      const { db } = gateway.deps.database;
      const drafts = [own.draft.id, own.sent.id];
      return JSON.stringify(await Promise.all([
        db.selectFrom('dossiers').selectAll().where('id', '=', own.dossierId).execute(),
        db.selectFrom('dossier_events').selectAll().where('dossier_id', '=', own.dossierId).orderBy('sequence').execute(),
        db.selectFrom('dossier_results').selectAll().where('dossier_id', '=', own.dossierId).orderBy('id').execute(),
        db.selectFrom('payments').selectAll().where('dossier_id', '=', own.dossierId).orderBy('id').execute(),
        db.selectFrom('drafts').selectAll().where('id', 'in', drafts).orderBy('id').execute(),
        db.selectFrom('uploads').selectAll().where('draft_id', 'in', drafts).orderBy('id').execute(),
        db.selectFrom('prepared').selectAll().where('draft_id', 'in', drafts).execute(),
        db.selectFrom('phone_passes').selectAll().where('draft_id', 'in', drafts).execute(),
      ]));
    };
    /** Whose of these secrets stand in an answer. */
    const leaks = ({ own }: Scene, { body, headers }: Answer): Secret[] => {
      const text = JSON.stringify([body, Object.fromEntries(headers)]);
      return (Object.keys(own.secrets) as Secret[]).filter((secret) => text.includes(own.secrets[secret]) || text.includes(encodeURIComponent(own.secrets[secret])));
    };

    /** Is what the answer tells of the asker's own affair? */
    const isEntitled = (operation: OperationName, who: Person): boolean => {
      const access = ACCESS[operation];
      if (expectedStatus(operation, who) >= 400) return false;
      if (access.reach === 'everyone') return true;
      return 'roles' in access ? who.tenant === 'thoibinh' : who.owns;
    };

    describe.each(NAMES)('T-06 %s', (operation) => {
      const entitled = PEOPLE.filter((who) => isEntitled(operation, who));
      const strangers = PEOPLE.filter((who) => !entitled.includes(who));
      const stage = STAGES[operation] ?? 'accepted';
      const codes: Readonly<Record<number, RegExp>> = { 401: /^unauthorized$/, 403: /^forbidden$/, 404: /not-found$/ };

      test('strangers: the expected answer, nothing told, nothing changed', async () => {
        const scene = await setScene(gateway, stage);
        const before = await belongings(scene);
        for (const who of strangers) {
          const answer = await tryIt(operation, scene, who);
          const status = expectedStatus(operation, who);
          expect([operation, who.name, answer.status]).toEqual([operation, who.name, status]);
          if (status >= 400 && ROUTES[operation].method !== 'HEAD') expect([who.name, answer.body.code]).toEqual([who.name, expect.stringMatching(codes[status] ?? /^$/) as string]);
          expect([operation, who.name, leaks(scene, answer)]).toEqual([operation, who.name, []]);
          asserted += 1;
        }
        expect(await belongings(scene)).toBe(before);
      }, 60_000);

      test('those whose it is: it works, and tells what it may', async () => {
        const reads = ['GET', 'HEAD'].includes(OPERATIONS[operation].method) || ACCESS[operation].reach === 'everyone';
        let scene = await setScene(gateway, stage);
        for (const [index, who] of entitled.entries()) {
          if (index > 0 && !reads) scene = await setScene(gateway, stage);
          const answer = await tryIt(operation, scene, who);
          expect([operation, who.name, answer.status]).toEqual([operation, who.name, expectedStatus(operation, who)]);
          const told = leaks(scene, answer).filter((secret) => !(MAY_SHOW[operation] ?? []).includes(secret));
          expect([operation, who.name, told]).toEqual([operation, who.name, []]);
          asserted += 1;
        }
      }, 120_000);
    });

    test('T-06 at the address of another commune one\'s own things are not found', async () => {
      const scene = await setScene(gateway, 'accepted');
      const owner = PEOPLE.find(({ kind, owns, good }) => kind === 'draft' && owns && good)!;
      const there = NAMES.filter((operation) => ROUTES[operation].auth === 'draft' && ROUTES[operation].path.includes('{site}'));
      expect(there.length).toBeGreaterThan(5);
      for (const operation of there) {
        const { status, body } = await tryIt(operation, scene, owner, { site: 'khac' });
        expect([operation, status, body.code]).toEqual([operation, 404, 'draft-not-found']);
      }
    });

    test('T-06 what is somebody else\'s and what does not exist are answered alike', async () => {
      const scene = await setScene(gateway, 'finished');
      const missing = { draft: crypto.randomUUID(), upload: 'a'.repeat(26), dossier: 'b'.repeat(20), payment: 'pay-00000000000000000000', result: 'c'.repeat(26) };
      for (const operation of NAMES.filter((one) => ACCESS[one].reach === 'own' || ACCESS[one].reach === 'tenant')) {
        for (const who of PEOPLE.filter((one) => expectedStatus(operation, one) === 404)) {
          const [theirs, none] = [await tryIt(operation, scene, who), await tryIt(operation, scene, who, missing)];
          const shape = ({ status, body }: Answer): unknown => [status, body.code, Object.keys(body)];
          expect([operation, who.name, shape(theirs)]).toEqual([operation, who.name, shape(none)]);
        }
      }
    }, 60_000);

    test('T-06 an officer who names a unit without having a role there is a stranger', async () => {
      const scene = await setScene(gateway, 'accepted');
      const clerk = credentialsOf(scene, PEOPLE.find(({ name: who }) => who === 'officer of thoibinh')!);
      for (const operation of NAMES.filter((one) => ROUTES[one].auth === 'officer')) {
        const answer = await ask(operation, scene, { gateway, oneTimeCode, tenant: 'khac', auth: { ...clerk, 'x-officer-site': 'khac' } });
        expect([operation, answer.status]).toEqual([operation, 401]);
      }
    });

    test('T-06 no cell was left out', () => {
      expect(asserted).toBe(NAMES.length * PEOPLE.length);
    });
  });
}
