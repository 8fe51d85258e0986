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

let maxFileBytes = 100;
function makeQueue(send: (upload: Sent) => Promise<unknown>, kept: readonly KeptFile[] = [], stored: Record<string, Blob> = {}, saveData = false) {
  const answers: Record<string, unknown> = {};
  const open = vi.fn(async () => ({}));
  const client = { drafts: { open }, uploads: { send, remove: vi.fn(async () => undefined) } };
  const session = {
    procedure: { code: '1.001193' },
    port: { client: async () => client },
    value: (path: string) => answers[path],
    set: (path: string, value: unknown) => (answers[path] = value),
    filesChanged: () => undefined,
  } as unknown as PaperSession;
  const keeper = { saveFile: async () => undefined, store: { loadFile: async (id: string) => stored[id] ?? null, removeFile: async () => undefined } } as unknown as PaperKeeper;
  const device = { now: () => 0, randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const queue = openUploads({ session, limits: { maxFileBytes, maxFilesPerDraft: 40, maxDraftBytes: 1000, types: ['application/pdf', 'image/jpeg'] }, keeper, credentials: { id: 'd', secret: 's' }, device, kept, saveData });
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
  // A piece fails as the whole does.
  broken.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) as unknown as Blob;
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

const head = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 20, 0, 10, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1, 0xff, 0xda, 0, 2];
const pageBytes = (mark: number): Blob => new Blob([Uint8Array.from([...head, mark, mark, 0xff, 0xd9])], { type: 'image/jpeg' });
const keptPage = (id: string): KeptFile => ({ id, path: 'paper.a', name: `${id}.jpg`, type: 'image/jpeg', size: 29, originalSize: 29, page: true });

test('pages wait, can be ordered and removed, and become one PDF', async () => {
  maxFileBytes = 5000;
  const sent: Sent[] = [];
  const { queue, answers } = makeQueue(async (upload) => (sent.push(upload), arrive(upload)), [keptPage('p1'), keptPage('p2'), keptPage('p3')], { p1: pageBytes(1), p2: pageBytes(2), p3: pageBytes(3) });
  queue.move('p3', -1);
  queue.move('p3', -1);
  queue.move('p3', -1);
  queue.remove('p2');
  expect(queue.of('paper.a').map(({ id, state }) => `${id} ${state}`)).toEqual(['p3 page', 'p1 page']);
  expect(queue.kept().map(({ page }) => page)).toEqual([true, true]);
  expect(await queue.finishPages('paper.a')).toBeNull();
  expect(await queue.settled()).toBe('arrived');
  expect(sent.map(({ name, file }) => [name, file.type])).toEqual([['p3.pdf', 'application/pdf']]);
  expect(await sent[0]?.file.text()).toContain('/Count 2');
  expect((answers['paper.a'] as { files: unknown[] }).files).toHaveLength(1);
});

test('one page is a picture, and pages nobody finished go along when the dossier is sent', async () => {
  const { queue } = makeQueue(arrive, [keptPage('p1')], { p1: pageBytes(1) });
  expect(await queue.settled()).toBe('arrived');
  expect(queue.of('paper.a').map(({ name }) => name)).toEqual(['p1.jpg']);
});

test('a page that is gone stops the dossier', async () => {
  const { queue } = makeQueue(arrive, [keptPage('p1'), keptPage('p2')], { p1: pageBytes(1) });
  expect(await queue.finishPages('paper.a')).toBe('gone');
  expect(await queue.settled()).toBe('failed');
});

test('a phone that saves data sends when it may', async () => {
  const { queue } = makeQueue(arrive, [], {}, true);
  await queue.pick(field, 'paper.a', [pdf('a.pdf')]);
  await Promise.resolve();
  expect([queue.asking, queue.bytesToSend, queue.of('paper.a')[0]?.state]).toEqual([true, 64, 'waiting']);
  queue.allow();
  expect(await queue.settled()).toBe('arrived');
  expect(queue.asking).toBe(false);
});
