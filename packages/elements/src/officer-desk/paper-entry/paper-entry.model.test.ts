import { describe, expect, test } from 'vitest';
import type { Procedure } from '@motcua/contract/procedure';
import { PaperDossierSchema } from '@motcua/contract/officer';
import { dossierOf, exemptionsOf, feesOf, findProcedures, instantOf, lacking, linesOf, missingIn, NEW_ENTRY, type Entry } from './paper-entry.model.ts';

const POOR = { id: 'ho-ngheo', label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, factor: 0 };
const fee = (id: string, amount: number, exemptions: object[]) => ({ id, kind: 'state-fee', label: { vi: id }, amount: { type: 'fixed', amount }, exemptions });
const procedure = { code: '1.001193', channels: [
  { kind: 'counter', time: { unit: 'unknown' }, fees: [fee('le-phi', 8000, [POOR, { id: 'nua', label: { vi: 'Trẻ em' }, factor: 0.5 }]), fee('phi', 2000, [POOR])] },
  { kind: 'post', time: { unit: 'unknown' }, fees: [fee('le-phi', 6000, [])] },
], cases: [
  { id: 'chung', title: null, papers: [
    { id: 'to-khai', name: 'Tờ khai', required: true, originals: 1 }, { id: 'chung-sinh', name: 'Giấy chứng sinh', required: true },
    { id: 'uy-quyen', name: 'Văn bản ủy quyền', required: false, copies: 1 }, { id: 'luu-y', name: 'Lưu ý', required: false, isNote: true },
  ] },
] } as unknown as Procedure;
const entry = (change: Partial<Entry> = {}): Entry => ({ ...NEW_ENTRY, name: 'Lê Thị Hoa', papers: linesOf(procedure, 'chung'), ...change });

test('procedures are found without accents, by code, and what people need often comes first', () => {
  const entries = [{ code: '1.004884', name: 'Đăng ký lại khai sinh', field: '', weight: 0.4 }, { code: '1.001193', name: 'Đăng ký khai sinh', field: '', weight: 0.9 }, { code: '2.000815', name: 'Chứng thực bản sao', field: '' }];
  expect(findProcedures('dang ky  KHAI sinh', entries).map(({ code }) => code)).toEqual(['1.001193', '1.004884']);
  expect(findProcedures('2.0008', entries)).toHaveLength(1);
  expect(findProcedures('  ', entries)).toEqual([]);
});

describe('papers', () => {
  test('what the law wants is ticked with its numbers; notes are no papers', () => {
    expect(linesOf(procedure, 'chung').map(({ paperId, there, originals, copies }) => [paperId, there, originals, copies])).toEqual([['to-khai', true, 1, 0], ['chung-sinh', true, 1, 0], ['uy-quyen', false, 0, 1]]);
    expect(linesOf(procedure, 'nothing')).toHaveLength(3);
  });
  test('what lacks is named; without any paper it is no dossier', () => {
    const none = entry({ papers: linesOf(procedure, '').map((line) => ({ ...line, there: false })) });
    expect(lacking(none)).toEqual(['Tờ khai', 'Giấy chứng sinh']);
    expect(missingIn(none)).toEqual(['papers']);
  });
});

test('what is missing, and what travels', () => {
  expect(missingIn(entry({ name: ' ', phone: '123', receivedAt: 'hôm qua', delivery: { resultBy: 'post' } }))).toEqual(['receivedAt', 'name', 'phone', 'party']);
  expect(missingIn(entry())).toEqual([]);
  const sent = dossierOf(entry({ name: '  Lê  Thị Hoa'.normalize('NFD'), phone: '0912 345 678', receivedAt: '2026-11-23T09:15' }), procedure);
  expect(PaperDossierSchema.parse(sent)).toEqual(sent);
  expect(sent).toMatchObject({ applicant: { name: 'Lê Thị Hoa', phone: '0912 345 678' }, receivedAt: '2026-11-23T02:15:00.000Z', accept: true, papers: [{ paperId: 'to-khai', originals: 1 }, { paperId: 'chung-sinh' }] });
});

test('who hands it in is named only when somebody does', () => {
  expect(dossierOf(entry({ declarant: '   ' }), procedure)).not.toHaveProperty('declarant');
  const sent = dossierOf(entry({ declarant: ` Trần  Văn Lực `.normalize('NFD') }), procedure);
  expect([PaperDossierSchema.parse(sent).declarant, sent.declarant]).toEqual([{ name: 'Trần Văn Lực' }, { name: 'Trần Văn Lực' }]);
});

describe('fees', () => {
  test('the channel says what they are and who pays less, each reason once', () => {
    expect(exemptionsOf(procedure, entry()).map(({ id }) => id)).toEqual(['ho-ngheo', 'nua']);
    expect(exemptionsOf(procedure, entry({ channel: 'post' }))).toEqual([]);
    expect([feesOf(entry(), procedure).total, feesOf(entry({ channel: 'post' }), procedure).total]).toEqual([10_000, 6000]);
  });
  test('what was seen is confirmed, and travels', () => {
    const poor = entry({ exemptions: ['ho-ngheo'] });
    expect(feesOf(poor, procedure)).toMatchObject({ total: 0, held: 0 });
    expect(feesOf(entry({ exemptions: ['nua'] }), procedure)).toMatchObject({ total: 6000, held: 0 });
    expect(dossierOf(poor, procedure).exemptionIds).toEqual(['ho-ngheo']);
    expect(dossierOf(entry(), procedure)).not.toHaveProperty('exemptionIds');
  });
  test('a tick from another channel, or of another procedure, does not travel', () => {
    for (const lost of [entry({ exemptions: ['ho-ngheo'], channel: 'post' }), entry({ exemptions: ['vua'] })]) expect(dossierOf(lost, procedure)).not.toHaveProperty('exemptionIds');
    expect(feesOf(entry({ exemptions: ['ho-ngheo'], channel: 'post' }), procedure).total).toBe(6000);
  });
  test('copies count; without any rule nothing is asked for', () => {
    const copies = { ...procedure, channels: [{ kind: 'counter', fees: [{ ...fee('ban-sao', 0, []), amount: { type: 'per-copy', amount: 3000 } }] }] } as unknown as Procedure;
    expect(feesOf(entry({ delivery: { resultBy: 'counter', copies: 4 } }), copies).total).toBe(12_000);
    expect(feesOf(entry(), { ...procedure, channels: [] })).toEqual({ lines: [], total: 0, complete: true });
  });
});

test('the wall clock is the one in Vietnam', () => {
  expect(instantOf('2026-11-23T00:30')).toBe('2026-11-22T17:30:00.000Z');
  for (const bad of ['', '2026-02-31T25:00', '23/11/2026 09:00', '2026-11-23']) expect(instantOf(bad)).toBeNull();
});
