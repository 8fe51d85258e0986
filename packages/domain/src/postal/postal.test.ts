import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';
import holidays from '../../data/holidays.json' with { type: 'json' };
import { describe, expect, test } from '../../test/tools.ts';
import { createWorkingCalendar, USUAL_WORKING_HOURS } from '../calendar/index.ts';
import { consignmentNote, offersMode, postalQuote, postOfficeOn, postOfficeText, transitDays, transitScope } from './index.ts';

const calendar = createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS, holidays });

describe('transit (TT 17/2017/TT-BTTTT Đ.7)', () => {
  test.each([
    ['96', '96', 'same-province', 2, 4],
    ['01', '79', 'special-cities', 3, 6],
    ['96', '79', 'inter-province', 4, 8],
  ] as const)('%s → %s is %s: J+%i, with a slip J+%i', (from, to, scope, days, withSlip) => {
    expect(transitScope(from, to)).toBe(scope);
    expect(transitDays(scope)).toBe(days);
    expect(transitDays(scope, true)).toBe(withSlip);
  });
});

describe('a quote', () => {
  const ask = { fromProvince: '96', toProvince: '96', mode: 'return', readyOn: '2026-11-23', calendar } as const;

  test('without a tariff the carrier says the charge', () => {
    expect(postalQuote(ask)).toEqual({
      transitDays: 2,
      scope: 'same-province',
      earliestOn: '2026-11-26',
      charge: null,
      chargeReason: 'carrier-will-say',
      legalBasis: 'TT 17/2017/TT-BTTTT Đ.7',
    });
  });

  test('a supplied tariff is used, both ways cost twice, its source is told', () => {
    const tariff = {
      rows: [
        { scope: 'same-province', uptoGram: 500, amount: 30_000 },
        { scope: 'same-province', uptoGram: 100, amount: 20_000 },
      ],
      source: { name: 'Bảng giá của bưu cục', checkedOn: '2026-11' },
    } as const;
    expect(postalQuote({ ...ask, tariff })).toMatchObject({ charge: 20_000, chargeReason: 'tariff', tariffSource: tariff.source });
    expect(postalQuote({ ...ask, tariff, mode: 'both', weight: 300 }).charge).toBe(60_000);
    expect(postalQuote({ ...ask, tariff, weight: 900 })).toMatchObject({ charge: null, chargeReason: 'carrier-will-say' });
  });

  test('a result without a due day has no earliest day', () => expect(postalQuote({ ...ask, readyOn: null }).earliestOn).toBeNull());
});

test('a procedure that offers both serves each way', () => {
  expect(offersMode('both', 'submit')).toBe(true);
  expect(offersMode('return', 'submit')).toBe(false);
  expect(offersMode('none', 'return')).toBe(false);
});

describe('where the post is met', () => {
  const party: PostalParty = { name: 'A', phone: '0912345678', address: {} };
  const both = { resultBy: 'post', papersBy: 'post', party } as const;
  test.each<[string, DeliveryChoice, string | null, string | null]>([
    ['nobody said: at the address', both, null, null],
    ['one person, one post office for both ways', { ...both, pickUpAt: 'post-office', postOffice: 'bc-1' }, 'bc-1', 'bc-1'],
    ['the nearest one', { ...both, pickUpAt: 'post-office' }, '', ''],
    ['a post office that was chosen and left again', { ...both, pickUpAt: 'home', postOffice: 'bc-1' }, null, null],
    ['somebody else receives at the address', { ...both, pickUpAt: 'post-office', postOffice: 'bc-1', receiver: party }, 'bc-1', null],
    ['somebody else collects elsewhere', { ...both, receiver: party, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-2' }, null, 'bc-2'],
    ['somebody else is named no longer', { ...both, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-2' }, null, null],
    ['papers only', { ...both, resultBy: 'counter', pickUpAt: 'post-office', postOffice: 'bc-1' }, 'bc-1', null],
    ['nothing by post', { resultBy: 'counter', pickUpAt: 'post-office', postOffice: 'bc-1' }, null, null],
  ])('%s', (_, choice, submit, back) => expect([postOfficeOn(choice, 'submit'), postOfficeOn(choice, 'return')]).toEqual([submit, back]));

  test('a post office that the site does not know has no name', () => {
    const offices = [{ id: 'bc-1', name: 'Bưu cục Thới Bình', address: 'Khóm 2' }];
    expect([postOfficeText('bc-1', offices), postOfficeText('bc-2', offices), postOfficeText('', offices), postOfficeText('bc-1', undefined)]).toEqual(['Bưu cục Thới Bình, Khóm 2', '', '', '']);
  });
});

describe('the consignment note (QĐ 45/2016 Đ.6.4, TT 17/2017 Đ.9.2)', () => {
  const party = (name: string): PostalParty => ({ name, phone: '0912345678', address: { detail: 'Ấp 3' } });
  const note = consignmentNote({
    mode: 'submit',
    citizen: party('Nguyễn Văn An'),
    office: party('UBND xã Thới Bình'),
    procedureName: 'Thủ tục đăng ký khai sinh',
    papers: [{ name: 'Giấy chứng sinh', originals: 1, copies: 0 }],
    charge: null,
    transitDays: 2,
  });

  test('has every item of the law', () => {
    expect(note.rows.map(({ code }) => code)).toEqual([
      'procedure-name',
      'dossier-code',
      'mode',
      'handed-over-at',
      'handed-over-place',
      'charge',
      'paid-by',
      'transit-days',
    ]);
    expect(note.rows.find(({ code }) => code === 'paid-by')?.value).toBe('sender');
    expect(note.sender.name).toBe('Nguyễn Văn An');
    expect(note.papers).toHaveLength(1);
  });

  test('a post office is where papers are handed over, and where the result is collected', () => {
    const at = (postOffice: string | undefined, mode: 'submit' | 'return') => consignmentNote({
      mode, citizen: party('A'), office: party('B'), procedureName: '', papers: [], charge: null, transitDays: 2, ...(postOffice !== undefined && { postOffice }),
    }).rows.filter(({ code }) => code === 'handed-over-place' || code === 'collect-at');
    expect(at('Bưu cục X', 'submit')).toEqual([{ code: 'handed-over-place', value: 'Bưu cục X' }]);
    expect(at('Bưu cục X', 'return')).toEqual([{ code: 'handed-over-place', value: null }, { code: 'collect-at', value: 'Bưu cục X' }]);
    // The nearest one: the clerk writes its name.
    expect([at('', 'submit'), at('', 'return')]).toEqual([[{ code: 'handed-over-place', value: null }], [{ code: 'handed-over-place', value: null }, { code: 'collect-at', value: '' }]]);
    expect(at(undefined, 'return')).toEqual([{ code: 'handed-over-place', value: null }]);
  });

  test('QĐ 45/2016 Đ.7.4: papers count from the handover at the office', () => {
    expect(note.statements).toContain('submitted-on-handover');
  });

  test('on the way back sender and receiver change places', () => {
    const back = consignmentNote({ ...note, mode: 'return', citizen: party('A'), office: party('B'), procedureName: '', charge: 0, transitDays: 2, results: ['Giấy khai sinh'] });
    expect([back.direction, back.sender.name, back.receiver.name]).toEqual(['to-citizen', 'B', 'A']);
    expect(back.rows).toContainEqual({ code: 'result', value: 'Giấy khai sinh' });
    expect(back.rows).toContainEqual({ code: 'paid-by', value: 'receiver' });
    expect(back.statements).not.toContain('submitted-on-handover');
  });
});
