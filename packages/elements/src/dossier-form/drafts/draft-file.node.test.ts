import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newUuid, thisDevice } from '../../internal/device.ts';
import { offerPassword, openDraftFile, readDraftFileHead, sealDraftFile, type PackedDraft } from './draft-file.ts';
import type { DraftData } from '../../internal/drafts/draft.model.ts';

const CODE = '1.001193';
const PASSWORD = '4821 9037 5562 1180';
const draft: DraftData = {
  format: 1, id: newUuid(thisDevice), secret: 'A'.repeat(43), procedureCode: CODE, formVersion: '1', stepId: 's1', savedAt: 5,
  answers: { me: { hoTen: 'Nguyễn Mật Danh', soDinhDanh: '096090001234' } },
  files: [{ id: 'f', path: 'paper.a', name: 'Giấy chứng sinh.jpg', type: 'image/jpeg', size: 5, originalSize: 9 }],
};
const packed: PackedDraft = { draft, place: { gateway: 'https://g.test', unit: 'thoibinh', procedure: CODE }, files: new Map([['f', new Blob(['SCAN!'], { type: 'image/jpeg' })]]) };
/** Sealed once: a slow key is the point of the format, not of the tests. */
let sealed: Promise<Blob> | undefined;
const seal = (one?: PackedDraft): Promise<Blob> => (one === undefined ? (sealed ??= sealDraftFile(packed, PASSWORD, thisDevice)) : sealDraftFile(one, PASSWORD, thisDevice));
const open = async (file: Blob, password = PASSWORD, code = CODE): Promise<PackedDraft> => openDraftFile(file, await readDraftFileHead(file, code), password);
const troubleOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'opened', (error: unknown) => (error as { trouble?: unknown }).trouble ?? error);
const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());

describe('a draft as a file', () => {
  test('opens again with its answers, its credentials and the bytes of its files', async () => {
    const again = await open(await seal());
    expect(again.draft).toEqual(draft);
    expect(again.place).toEqual(packed.place);
    expect(await again.files.get('f')?.text()).toBe('SCAN!');
    expect(again.files.get('f')?.type).toBe('image/jpeg');
  });

  test('the digits may be typed without gaps or with others; a password in words counts in any spelling of its marks', async () => {
    expect((await open(await seal(), '4821903755621180')).draft).toEqual(draft);
    expect((await open(await seal(), ' 4821-9037-5562-1180 ')).draft).toEqual(draft);
    const words = await sealDraftFile(packed, 'quê hương tôi'.normalize('NFD'), thisDevice);
    expect((await open(words, 'quê hương tôi'.normalize('NFC'))).draft).toEqual(draft);
  });

  test('D-03 nothing about anybody can be read in it', async () => {
    const text = Buffer.from(await bytesOf(await seal())).toString('latin1');
    for (const secret of ['Mật Danh', '096090001234', 'SCAN!', draft.secret, draft.id]) expect(text).not.toContain(Buffer.from(secret).toString('latin1'));
    expect(text).toContain(CODE);
  });

  test('two files of one draft have nothing in common but their form', async () => {
    const heads = await Promise.all([seal(), seal(packed)].map(async (file) => readDraftFileHead(await file, CODE)));
    expect(heads[0]?.salt).not.toBe(heads[1]?.salt);
    expect(heads[0]?.iv).not.toBe(heads[1]?.iv);
  });

  test('an offered password has sixteen digits in groups, each digit as likely as another', () => {
    expect(offerPassword(thisDevice)).toMatch(/^\d{4}( \d{4}){3}$/);
    const counts = new Map<string, number>();
    for (let run = 0; run < 500; run += 1) for (const digit of offerPassword(thisDevice).replace(/ /g, '')) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 800)).toBeLessThan(160);
  });
});

describe('a file that does not open says why', () => {
  const changed = async (change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): Promise<Blob> => new Blob([change(await bytesOf(await seal()))]);
  const withHead = async (change: (head: Record<string, unknown>) => unknown): Promise<Blob> => {
    const bytes = await bytesOf(await seal());
    const length = (bytes[13]! << 8) | bytes[14]!;
    const head = new TextEncoder().encode(JSON.stringify(change(JSON.parse(new TextDecoder().decode(bytes.subarray(15, 15 + length))) as Record<string, unknown>)));
    return new Blob([bytes.subarray(0, 13), new Uint8Array([head.length >> 8, head.length & 255]), head, bytes.subarray(15 + length)]);
  };

  test('wrong password, and a changed byte anywhere in what is sealed', async () => {
    expect(await troubleOf(open(await seal(), '1111 2222 3333 4444'))).toBe('password');
    expect(await troubleOf(open(await seal(), ''))).toBe('password');
    expect(await troubleOf(open(await changed((bytes) => bytes.map((byte, at) => (at === bytes.length - 20 ? byte ^ 1 : byte)))))).toBe('password');
    expect(await troubleOf(open(await withHead((head) => ({ ...head, iterations: 600_001 }))))).toBe('password');
  });

  test('cut short at any place; nothing, a picture, somebody else’s file', async () => {
    const whole = await bytesOf(await seal());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (at) => {
        expect(await troubleOf(open(new Blob([whole.slice(0, at)])))).toBe(at < 12 ? 'not-ours' : 'cut');
      }),
      { numRuns: 60 },
    );
    expect(await troubleOf(open(new Blob([])))).toBe('not-ours');
    expect(await troubleOf(open(new Blob(['%PDF-1.7 and much more'])))).toBe('not-ours');
  });

  test('another procedure, a newer version, too large, a file that cannot be read', async () => {
    expect(await troubleOf(open(await seal(), PASSWORD, '2.000815'))).toBe('other-procedure');
    expect(await troubleOf(open(await changed((bytes) => bytes.map((byte, at) => (at === 12 ? 9 : byte)))))).toBe('newer');
    expect(await troubleOf(open({ size: 200 * 1024 * 1024 } as Blob))).toBe('too-large');
    const gone = { size: 500, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) } as unknown as Blob;
    expect(await troubleOf(open(gone))).toBe('unreadable');
  });

  test('a head that asks for too little or too much work, or lies about its length', async () => {
    for (const change of [{ iterations: 1 }, { iterations: 4e9 }, { iterations: '600000' }, { salt: 'x' }, { iv: '%%%%%%%%%%%%%%%%' }, { bytes: -1 }, { bytes: 1.5 }, { procedure: 7 }]) {
      expect(await troubleOf(open(await withHead((head) => ({ ...head, ...change })))), JSON.stringify(change)).toBe('damaged');
    }
    expect(await troubleOf(open(await withHead((head) => ({ ...head, bytes: 100_000_000 }))))).toBe('cut');
    expect(await troubleOf(open(await withHead(() => null)))).toBe('damaged');
  });

  test('somebody who knows the password may have written anything', async () => {
    const hostile: [string, PackedDraft][] = [
      ['damaged', { ...packed, draft: { ...draft, id: 'not an id' } }],
      ['damaged', { ...packed, draft: { ...draft, secret: 'short' } }],
      ['damaged', { ...packed, draft: { ...draft, procedureCode: '2.000815' } }],
      ['damaged', { ...packed, draft: { ...draft, answers: 'x' as never } }],
      ['newer', { ...packed, draft: { ...draft, format: 3 as never } }],
      ['damaged', { ...packed, files: new Map([['unknown', new Blob(['x'])]]) }],
      ['damaged', { ...packed, place: { ...packed.place, gateway: 7 as never } }],
    ];
    for (const [trouble, one] of hostile) expect(await troubleOf(open(await seal(one)))).toBe(trouble);
  });
}, 60_000);
