/** One draft, one dossier, whatever the line does (promise R-02): the real client and gateway, the fault proxy between them. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { answersFor } from '@motcua/testkit/builders-answers';
import { hurriedClock, seededRandom } from '@motcua/testkit/clock';
import { startFaultProxy, type Fault } from '@motcua/testkit/fault-proxy';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import { listen, type Listener } from '@motcua/testkit/listen';
import { createClient, newDraftCredentials } from '../src/index.ts';

const CODE = '1.001193';
const GENEROUS = { count: 1e6, seconds: 600 };
const clock = { now: () => new Date('2026-11-23T01:15:00.000Z') };
let home: TestGateway;
let listener: Listener;
let form: FormDefinition;

beforeAll(async () => {
  home = await startTestGateway({ options: { clock, limits: { draftsByAddress: GENEROUS, submissionsByAddress: GENEROUS } } });
  listener = await listen((request) => home.fetch(request));
  form = await createClient({ gateway: home.url, site: home.site, fetch: home.fetch }).forms.get(CODE);
}, 60_000);
afterAll(async () => {
  await listener.close();
  await home.close();
});

const countDossiers = async (draft: string): Promise<number> => {
  const { db } = home.gateway.deps.database;
  return (await db.selectFrom('dossiers').select('id').where('draft_id', '=', draft).execute()).length;
};

/** Cut before the gateway has it all, after it worked, in the middle of the receipt; swallowed either way. */
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ cutRequestAfter: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ cutResponseAfter: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({ swallowRequestAfter: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ swallowResponseAfter: fc.integer({ min: 1, max: 3000 }) }),
  fc.constant({}),
);

test('R-02 property: any schedule of faults, sent again after a reload, twice at once: one dossier, one receipt', async () => {
  const submission = { procedureCode: CODE, formVersion: form.version, answers: answersFor(form, '2026-11-23') };
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), async (faults, senders) => {
      const draft = newDraftCredentials();
      const safe = createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
      await safe.drafts.open(draft, CODE);
      const proxy = await startFaultProxy(listener.port);
      proxy.plan(faults);
      // A client for each sender: the page that was reloaded, the second tab.
      const line = () => createClient({ gateway: proxy.url, site: home.site, timeoutMs: 4000, clock: hurriedClock(40), random: seededRandom(faults.length) });
      const sent = await Promise.allSettled(Array.from({ length: senders }, () => line().dossiers.submit(draft, submission)));
      await proxy.close();
      const receipt = await safe.dossiers.submit(draft, submission);
      for (const one of sent) {
        if (one.status === 'fulfilled') expect(one.value).toEqual(receipt);
        else expect(one.reason).toMatchObject({ code: expect.stringMatching(/^(network|timeout)$/) as string });
      }
      expect(await countDossiers(draft.id)).toBe(1);
      expect(await safe.dossiers.receipt(draft)).toEqual(receipt);
    }),
    { numRuns: Number(process.env['MOTCUA_SCHEDULES'] ?? 60) },
  );
}, 120_000 + 500 * Number(process.env['MOTCUA_SCHEDULES'] ?? 0));
