import type { FeeAmount, FeeRule } from '@motcua/contract/payment';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { allClaims, decideClaim, feeQuote, openClaims } from './index.ts';

const EXEMPTIONS = [{ id: 'nua', label: { vi: 'Giảm một nửa' }, factor: 0.5 }, { id: 'mien', label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, factor: 0 }];
const rule = (amount: FeeAmount, id = 'phi', exemptions = EXEMPTIONS): FeeRule => ({ id, kind: 'service-fee', label: { vi: 'Phí' }, amount, exemptions });
const FIXED = rule({ type: 'fixed', amount: 10_000 });
const OTHER = rule({ type: 'fixed', amount: 3000 }, 'le-phi', []);

type Step = readonly [id: string, granted: boolean];
/** The quote after the decisions. */
const after = (rules: readonly FeeRule[], claimedIds: readonly string[], steps: readonly Step[]) =>
  steps.reduce((quote, [id, granted]) => decideClaim(quote, id, granted ? { granted } : { granted, reason: 'Giấy hết hạn' })!, feeQuote(rules, { claimedIds }));

describe('what is asked for, and what is held until somebody decides', () => {
  const table: [string, readonly FeeRule[], readonly string[], readonly Step[], { total: number; held?: number; open: string[] }][] = [
    ['nothing claimed', [FIXED, OTHER], [], [], { total: 13_000, open: [] }],
    ['an exemption nobody knows', [FIXED], ['vua'], [], { total: 10_000, open: [] }],
    ['free is claimed', [FIXED, OTHER], ['mien'], [], { total: 3000, held: 10_000, open: ['mien'] }],
    ['free is confirmed', [FIXED, OTHER], ['mien'], [['mien', true]], { total: 3000, held: 0, open: [] }],
    ['free is rejected', [FIXED, OTHER], ['mien'], [['mien', false]], { total: 13_000, held: 0, open: [] }],
    ['half is claimed', [FIXED], ['nua'], [], { total: 5000, held: 5000, open: ['nua'] }],
    ['both: the better one counts until it is decided', [FIXED], ['nua', 'mien'], [], { total: 0, held: 10_000, open: ['mien', 'nua'] }],
    ['both: the better rejected', [FIXED], ['nua', 'mien'], [['mien', false]], { total: 5000, held: 5000, open: ['nua'] }],
    ['both: the better confirmed; the other no longer matters', [FIXED], ['nua', 'mien'], [['mien', true]], { total: 0, held: 0, open: [] }],
    ['both: the lesser confirmed; the better is still open', [FIXED], ['nua', 'mien'], [['nua', true]], { total: 0, held: 5000, open: ['mien'] }],
    ['both rejected', [FIXED], ['nua', 'mien'], [['nua', false], ['mien', false]], { total: 10_000, held: 0, open: [] }],
    ['decided anew', [FIXED], ['mien'], [['mien', false], ['mien', true]], { total: 0, held: 0, open: [] }],
    ['claimed twice is claimed once', [FIXED], ['mien', 'mien'], [], { total: 0, held: 10_000, open: ['mien'] }],
    ['on two lines at once', [FIXED, rule({ type: 'fixed', amount: 2000 }, 'b')], ['mien'], [['mien', false]], { total: 12_000, held: 0, open: [] }],
    ['already free', [rule({ type: 'free' })], ['mien'], [], { total: 0, held: 0, open: ['mien'] }],
  ];
  test.each(table)('%s', (_, rules, claimedIds, steps, { total, held, open }) => {
    const quote = after(rules, claimedIds, steps);
    expect({ total: quote.total, held: quote.held, open: openClaims(quote).map(({ exemptionId }) => exemptionId) }).toEqual({ total, held, open });
  });

  test('confirmed at the counter is claimed and granted in one; it can be decided anew', () => {
    for (const ids of [['mien'], ['nua'], ['nua', 'mien'], ['vua']]) {
      expect(feeQuote([FIXED, OTHER], { confirmedIds: ids })).toEqual(after([FIXED, OTHER], ids, ids.filter((id) => id !== 'vua').map((id) => [id, true])));
    }
    const mixed = feeQuote([FIXED], { confirmedIds: ['nua'], claimedIds: ['mien', 'nua'] });
    expect([mixed.total, mixed.held, openClaims(mixed).map(({ exemptionId }) => exemptionId)]).toEqual([0, 5000, ['mien']]);
    expect(decideClaim(feeQuote([FIXED], { confirmedIds: ['mien'] }), 'mien', { granted: false, reason: 'Giấy giả' })).toMatchObject({ total: 10_000, held: 0 });
  });

  test('a price that nobody knows stays unknown when the claim does not hold', () => {
    const unknown = rule({ type: 'unknown' });
    expect(after([unknown], ['mien'], [])).toMatchObject({ total: 0, complete: true });
    expect(after([unknown], ['mien'], [['mien', false]])).toMatchObject({ total: 0, complete: false, lines: [{ amount: null }] });
    expect(after([unknown], ['nua'], [['nua', true]])).toMatchObject({ complete: false });
  });
});

test('the line says which claim lowers it, with its proof; a rejected one says why and lowers nothing', () => {
  expect(after([FIXED], ['mien'], []).lines[0]).toMatchObject({ amount: 0, fullAmount: 10_000, exemptionId: 'mien', exemption: { label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' } } });
  const [rejected] = after([FIXED], ['mien'], [['mien', false]]).lines;
  expect(rejected).toMatchObject({ amount: 10_000, claims: [{ state: 'rejected', reason: 'Giấy hết hạn' }] });
  expect(rejected).not.toHaveProperty('exemption');
  expect(allClaims(after([FIXED], ['mien'], [['mien', false], ['mien', true]]))).toEqual([{ exemptionId: 'mien', label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, amount: 0, state: 'confirmed' }]);
});

test('what nobody claimed cannot be decided', () => expect(decideClaim(feeQuote([FIXED]), 'mien', { granted: true })).toBeNull());

test('asked for and held together are what it costs without the open claims: nothing is lost, nothing is asked twice', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('nua', 'mien'), fc.boolean()), { maxLength: 6 });
  fc.assert(fc.property(fc.subarray(['nua', 'mien']), steps, (claimed, all) => {
    const decided = all.filter(([id]) => claimed.includes(id));
    const quote = after([FIXED, OTHER], claimed, decided);
    const worst = openClaims(quote).reduce((now, { exemptionId }) => decideClaim(now, exemptionId, { granted: false, reason: 'x' })!, quote);
    expect(quote.total + (quote.held ?? 0)).toBe(worst.total);
    expect(quote.total).toBeLessThanOrEqual(13_000);
  }));
});
