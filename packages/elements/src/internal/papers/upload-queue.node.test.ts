import { expect, test, vi } from 'vitest';
import type { FieldOf } from '@motcua/contract/form';
import type { KeptFile, PaperKeeper, PaperSession } from './paper-files.ts';
import { openUploads } from './upload-queue.ts';

const field = { kind: 'paper', id: 'paper.a', label: { vi: 'Giấy chứng sinh' }, maxFiles: 2 } as FieldOf<'paper'>;
const pdf = (name: string, size = 64): File => new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, ...new Array<number>(size - 4).fill(1)])], name, { type: 'application/pdf' });

interface Sent {
  name: string;
  file: Blob;
  resume?: unknown;
  onProgress(progress: { acknowledged: number; total: number; phase: 'sending' | 'waiting' | 'done' }): void;
  onState(state: unknown): void;
}

function makeQueue(send: (upload: Sent) => Promise<unknown>, kept: readonly KeptFile[] = [], stored: Record<string, Blob> = {}) {
  const answers: Record<string, unknown> = {};
  const open = vi.fn(async () => ({}));
  const client = { drafts: { open }, uploads: { send, remove: vi.fn(async () => undefined) } };
  const session = {
    site: { uploadLimits: { maxFileBytes: 100, maxFilesPerDraft: 40, maxDraftBytes: 1000, types: ['application/pdf', 'image/jpeg'] } },
    procedure: { code: '1.001193' },
    port: { client: async () => client },
    value: (path: string) => answers[path],
    set: (path: string, value: unknown) => (answers[path] = value),
    filesChanged: () => undefined,
  } as unknown as PaperSession;
  const keeper = { saveFile: async () => undefined, store: { loadFile: async (id: string) => stored[id] ?? null, removeFile: async () => undefined } } as unknown as PaperKeeper;
  const device = { now: () => 0, randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const queue = openUploads({ session, keeper, credentials: { id: 'd', secret: 's' }, device, kept });
  return { queue, answers, open };
}
const arrive = async ({ name, file }: Sent): Promise<unknown> => ({ uploadId: `u-${name}`, name, size: file.size, type: file.type, sha256: 'a'.repeat(64) });

test('refuses in words, not in silence: empty, wrong type, too big, too many', async () => {
  const { queue } = makeQueue(arrive);
  const files = [new File([], 'empty.pdf'), new File(['hello'], 'a.txt', { type: 'text/plain' }), pdf('big.pdf', 101), pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf')];
  const refused = await queue.pick(field, 'paper.a', files);
  expect(refused.map(({ trouble }) => trouble)).toEqual(['empty', 'wrong-type', 'too-big', 'too-many']);
  expect(queue.of('paper.a')).toHaveLength(2);
});

test('a file that the device cannot read is named, the others go on', async () => {
  const broken = new File(['%PDF'], 'cloud.pdf', { type: 'application/pdf' });
  broken.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const { queue } = makeQueue(arrive);
  expect(await queue.pick(field, 'paper.a', [broken, pdf('ok.pdf')])).toEqual([{ name: 'cloud.pdf', trouble: 'unreadable' }]);
  expect(await queue.settled()).toBe('arrived');
});

test('the draft is opened before the first byte; the answer holds what arrived', async () => {
  const { queue, answers, open } = makeQueue(arrive);
  await queue.pick(field, 'paper.a', [pdf('a.pdf')]);
  expect((answers['paper.a'] as { files: { uploadId: string }[] }).files).toHaveLength(1);
  expect(await queue.settled()).toBe('arrived');
  expect(open).toHaveBeenCalledOnce();
  expect(answers['paper.a']).toEqual({ files: [{ uploadId: 'u-a.pdf', name: 'a.pdf', size: 64, type: 'application/pdf', sha256: 'a'.repeat(64) }] });
  expect(queue.kept()[0]?.sent?.uploadId).toBe('u-a.pdf');
});

test('a refused file fails with its cause and can be tried again', async () => {
  let tries = 0;
  const { queue } = makeQueue(async (upload) => {
    tries += 1;
    if (tries === 1) throw Object.assign(new Error(), { code: 'storage-full' });
    return arrive(upload);
  });
  await queue.pick(field, 'paper.a', [pdf('a.pdf')]);
  expect(await queue.settled()).toBe('failed');
  const [file] = queue.of('paper.a');
  expect(file?.trouble).toBe('storage-full');
  queue.retry(file?.id ?? '');
  expect(await queue.settled()).toBe('arrived');
});

test('after a reload: finished files stay, unfinished ones go on where they were, lost ones are named', async () => {
  const kept = (id: string, more: Partial<KeptFile> = {}): KeptFile => ({ id, path: 'paper.a', name: `${id}.pdf`, type: 'application/pdf', size: 64, originalSize: 64, ...more });
  const seen: unknown[] = [];
  const { queue } = makeQueue(
    async (upload) => {
      seen.push(upload.resume);
      return arrive(upload);
    },
    [kept('done', { sent: { uploadId: 'u', name: 'done.pdf', size: 64, type: 'application/pdf' } }), kept('half', { resume: { uploadId: 'h', size: 64, acknowledged: 32 } }), kept('lost')],
    { half: pdf('half.pdf') },
  );
  expect(await queue.settled()).toBe('failed');
  expect(queue.of('paper.a').map(({ name, state, trouble }) => [name, state, trouble])).toEqual([
    ['done.pdf', 'arrived', undefined], ['half.pdf', 'arrived', undefined], ['lost.pdf', 'failed', 'gone'],
  ]);
  expect(seen).toEqual([{ uploadId: 'h', size: 64, acknowledged: 32 }]);
});

test('removing a file takes it out of the answer', async () => {
  const { queue, answers } = makeQueue(arrive);
  await queue.pick(field, 'paper.a', [pdf('a.pdf')]);
  await queue.settled();
  queue.remove(queue.of('paper.a')[0]?.id ?? '');
  expect(answers['paper.a']).toBeUndefined();
});
