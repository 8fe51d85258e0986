import { describe, expect, test } from 'vitest';
import { OfficerActSchema, type OfficerDossier, type OfficerDossierSummary } from '@motcua/contract/officer';
import { STATUS_NAMES } from '@motcua/contract/status';
import { fakeTracking } from '@motcua/testkit/fake-port';
import { actOf, actsOf, askables, isInView, matches, missingOf, nextAct, NOTHING_TYPED, sortByUrgency, VIEWS, warningsOf, type ActName } from './desk.model.ts';

const summary = (change: Partial<OfficerDossierSummary> = {}): OfficerDossierSummary => ({
  dossierId: 'd1', dossierCode: 'H12.35-261123-0001', procedure: { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' }, applicantName: 'Đỗ Thị Hoa',
  status: 'submitted', submittedAt: '2026-11-23T01:00:00.000Z', dueOn: '2026-11-25', workingDaysLeft: 2, version: 1, ...change,
});
const dossier = (change: Parameters<typeof fakeTracking>[0] = {}): OfficerDossier => ({ dossierId: 'd1', version: 3, formVersion: '1', answers: {}, tracking: fakeTracking(change) });

describe('work list', () => {
  test('every open status is in a view; nothing closed is', () => {
    const seen = STATUS_NAMES.filter((status) => VIEWS.some((view) => isInView(view, { status, workingDaysLeft: 5 })));
    expect(seen).toEqual(['submitted', 'accepted', 'processing', 'supplement-requested', 'payment-requested', 'finished']);
  });

  test('a parcel at the post is found whatever the status, and only there once all else is done', () => {
    for (const status of STATUS_NAMES) expect([isInView('by-post', summary({ status, parcelUnderWay: true })), isInView('by-post', summary({ status, parcelUnderWay: false })), isInView('by-post', summary({ status }))]).toEqual([true, false, false]);
    expect(VIEWS.filter((view) => isInView(view, summary({ status: 'returned', parcelUnderWay: true })))).toEqual(['by-post']);
    expect(VIEWS.filter((view) => isInView(view, summary({ status: 'finished', parcelUnderWay: true })))).toEqual(['finished', 'by-post']);
  });

  test('a day before the limit it is already in «due», and never in «late»', () => {
    for (const left of [0, 0.5, 1]) expect([isInView('due-today', summary({ workingDaysLeft: left })), isInView('late', summary({ workingDaysLeft: left }))]).toEqual([true, false]);
    expect(isInView('late', summary({ workingDaysLeft: -0.5 }))).toBe(true);
    expect(isInView('due-today', summary({ workingDaysLeft: null }))).toBe(false);
  });

  test('most urgent first, without a day last', () => {
    const list = [summary({ dossierId: 'none', workingDaysLeft: null }), summary({ dossierId: 'two' }), summary({ dossierId: 'late', workingDaysLeft: -1 })];
    expect(sortByUrgency(list).map(({ dossierId }) => dossierId)).toEqual(['late', 'two', 'none']);
  });

  test('found without accents, by code, name or procedure', () => {
    for (const query of ['do thi hoa', '0001', 'khai sinh hoa', '']) expect(matches(query, summary())).toBe(true);
    expect(matches('kết hôn', summary())).toBe(false);
  });
});

describe('acts', () => {
  test('what the table of moves forbids is not offered', () => {
    expect(actsOf(dossier({ status: 'submitted' }))).toEqual(['accept', 'request-supplement', 'refuse', 'note']);
    expect(actsOf(dossier({ status: 'returned' }))).toEqual(['note']);
    expect(actsOf({ ...dossier({ status: 'submitted' }), acts: ['note'] })).toEqual(['note']);
    const all = ['order-parcel', 'report-parcel', 'cancel-parcel', 'receive-payment', 'note'];
    expect(actsOf({ ...dossier({ status: 'processing', amountDue: 0, parcels: [], delivery: { resultBy: 'counter' } }), acts: all })).toEqual(['note']);
    const parcel = { direction: 'return' as const, carrier: 'VNPost', waybill: 'EC000000001VN', events: [{ at: '2026-11-23T02:00:00.000Z', status: 'registered' as const }] };
    expect(actsOf({ ...dossier({ status: 'processing', amountDue: 8000, parcels: [parcel], delivery: { resultBy: 'post' } }), acts: all })).toEqual(['receive-payment', 'order-parcel', 'report-parcel', 'cancel-parcel', 'note']);
    const back = { ...parcel, events: [{ at: '2026-11-23T02:00:00.000Z', status: 'returned' as const }] };
    expect(actsOf({ ...dossier({ status: 'finished', amountDue: 0, parcels: [back], delivery: { resultBy: 'post' } }), acts: all })).toEqual(['order-parcel', 'note']);
    expect(nextAct(['accept', 'note'], 'submitted')).toBe('accept');
    expect(nextAct(['note'], 'processing')).toBeNull();
  });

  test('reasons are mandatory; a second supplement request has to be confirmed', () => {
    expect(missingOf('refuse', NOTHING_TYPED, [])).toEqual(['reason']);
    expect(missingOf('request-supplement', NOTHING_TYPED, ['supplement-requested-before'])).toEqual(['items', 'sure']);
    const typed = { ...NOTHING_TYPED, other: 'Giấy ủy quyền', sure: true };
    expect(missingOf('request-supplement', typed, ['supplement-requested-before'])).toEqual([]);
  });

  test('every act fits the contract once its form is filled', () => {
    const typed = { ...NOTHING_TYPED, reason: 'Vì thiếu.', note: 'Ghi chú', respondBy: '2026-11-30', section: 'Tư pháp', person: 'Trần Thị Bích', waybill: 'eb 123456789 vn', carrier: 'VNPost', dueOn: '2026-11-27', tax: true, amount: '1.250.000 đ', parcel: 'EC000000001VN', claim: 'ho-ngheo', method: 'counter', items: { a: { reason: 'unclear' as const, note: 'Mờ' } } };
    const names: ActName[] = ['accept', 'refuse', 'request-supplement', 'receive-supplement', 'process', 'request-payment', 'receive-payment', 'stop', 'finish', 'return', 'dispatch', 'note', 'extend', 'hand-over', 'order-parcel', 'report-parcel', 'cancel-parcel', 'decide-exemption'];
    for (const name of names) {
      expect(missingOf(name, typed, [])).toEqual([]);
      expect(OfficerActSchema.parse(actOf(name, typed, 7, [{ target: 'paper', targetId: 'a', label: 'Giấy chứng sinh' }]))).toMatchObject({ action: name, version: 7 });
    }
    expect(actOf('request-payment', typed, 7, [])).toMatchObject({ for: 'tax', amount: 1_250_000 });
    expect(actOf('receive-payment', { ...typed, method: '' }, 7, [])).not.toHaveProperty('method');
    expect(actOf('decide-exemption', { ...NOTHING_TYPED, claim: 'ho-ngheo' }, 7, [])).toEqual({ action: 'decide-exemption', version: 7, exemptionId: 'ho-ngheo', granted: true });
    expect(missingOf('decide-exemption', { ...NOTHING_TYPED, claim: 'ho-ngheo' }, [])).toEqual([]);
    expect(missingOf('decide-exemption', { ...NOTHING_TYPED, claim: 'ho-ngheo', granted: 'no' }, [])).toEqual(['reason']);
  });

  test('warnings can be seen without the gateway', () => {
    const supplement = { requestedAt: '2026-11-23T03:00:00.000Z', items: [], text: null, respondBy: null, answeredAt: null };
    expect(warningsOf(dossier({ supplement, workingDaysLeft: 1 }))).toEqual(['supplement-requested-before', 'due-tomorrow']);
    expect(warningsOf(dossier({ workingDaysLeft: -2 }))).toEqual(['overdue']);
  });

  test('papers and answered fields can be asked for, notes and consents cannot', () => {
    const definition = { steps: [{ id: 's', title: { vi: 'S' }, fields: [{ kind: 'text', id: 'ten', label: { vi: 'Tên' }, required: true }, { kind: 'statement', id: 'n', label: { vi: 'N' } }, { kind: 'text', id: 'trong', label: { vi: 'Trống' } }, { kind: 'paper', id: 'p', label: { vi: 'Giấy' } }] }] };
    expect(askables(dossier({ papers: [] }), definition as never).map(({ targetId }) => targetId)).toEqual(['p', 'ten']);
  });
});
