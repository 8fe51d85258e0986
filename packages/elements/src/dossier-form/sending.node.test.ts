import { expect, test, vi } from 'vitest';
import type { FormSession } from './form-session.ts';
import { sendDossier } from './sending.ts';

const receipt = { dossierCode: 'H12.35-261123-0001' };
const coded = (code: string, more: object = {}): Error => Object.assign(new Error(), { code, ...more });

function make(client: { submit?: () => Promise<unknown>; receipt?: () => Promise<unknown>; open?: () => Promise<unknown> }, files: 'arrived' | 'failed' = 'arrived') {
  const dossiers = { submit: vi.fn(client.submit ?? (async () => receipt)), receipt: vi.fn(client.receipt ?? (async () => Promise.reject(coded('draft-not-found')))) };
  const session = {
    port: { client: async () => ({ drafts: { open: client.open ?? (async () => ({})) }, dossiers }) },
    files: { settled: async () => files },
    definition: { version: '1', steps: [{ id: 's', title: { vi: '' }, fields: [{ kind: 'text', id: 'a', label: { vi: 'A' } }] }] },
    procedure: { code: '1.001193' },
    answers: { a: ' x ', thua: 'y' },
    language: 'vi',
  } as unknown as FormSession;
  const send = (lostBefore = false, stopped = false) => sendDossier({ session, credentials: { id: 'd', secret: 's' }, lostBefore, today: '2026-11-23', stopped: () => stopped });
  return { send, dossiers };
}

test('sends cleaned answers and gives the receipt', async () => {
  const { send, dossiers } = make({});
  expect(await send()).toEqual({ receipt });
  expect(dossiers.submit.mock.calls[0]).toMatchObject([{ id: 'd' }, { procedureCode: '1.001193', formVersion: '1', answers: { a: 'x' } }]);
});

test('a lost answer is asked for: the dossier is there once', async () => {
  const { send, dossiers } = make({ submit: () => Promise.reject(coded('network')), receipt: async () => receipt });
  expect(await send()).toEqual({ receipt });
  expect(dossiers.submit).toHaveBeenCalledOnce();
});

test('after a reload in the middle of sending the receipt is asked for first', async () => {
  const { send, dossiers } = make({ receipt: async () => receipt });
  expect(await send(true)).toEqual({ receipt });
  expect(dossiers.submit).not.toHaveBeenCalled();
});

test('no network: everything is kept, the next press is safe', async () => {
  const { send } = make({ submit: () => Promise.reject(coded('network')), receipt: () => Promise.reject(coded('network')) });
  expect(await send()).toMatchObject({ trouble: { kind: 'network', unsure: true } });
});

test('papers that failed stop the dossier before it leaves', async () => {
  const { send, dossiers } = make({}, 'failed');
  expect(await send()).toMatchObject({ trouble: { kind: 'files' } });
  expect(dossiers.submit).not.toHaveBeenCalled();
});

test('going back while papers are on their way stops the dossier', async () => {
  const { send, dossiers } = make({});
  expect(await send(false, true)).toMatchObject({ trouble: { kind: 'stopped' } });
  expect(dossiers.submit).not.toHaveBeenCalled();
});

test('errors of the gateway land on their fields', async () => {
  const errors = [{ pointer: '/answers/a', code: 'too-long', params: { max: 3 } }];
  const { send } = make({ submit: () => Promise.reject(coded('validation-failed', { errors, supportCode: 'K7M2QX' })) });
  expect(await send()).toEqual({
    trouble: { kind: 'answers', unsure: false, supportCode: 'K7M2QX' },
    findings: [{ path: 'a', level: 'error', code: 'too-long', params: { max: 3 } }],
  });
});
