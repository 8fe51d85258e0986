import type { FeeRule } from '@motcua/contract/payment';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { feeLine, feeQuote } from './index.ts';

const rule = (amount: FeeRule['amount'], rest: Partial<FeeRule> = {}): FeeRule => ({
  id: 'phi',
  kind: 'service-fee',
  label: { vi: 'Phí' },
  amount,
  ...rest,
});

/** TT 226/2016/TT-BTC: chứng thực bản sao từ bản chính. */
const CERTIFIED_COPY = rule({
  type: 'per-page',
  tiers: [
    { fromPage: 1, amount: 2000 },
    { fromPage: 3, amount: 1000 },
  ],
  maxPerCopy: 200_000,
});

describe('certified copies (TT 226/2016/TT-BTC)', () => {
  test.each([
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [10, 1, 12_000],
    [10, 3, 36_000],
    [198, 1, 200_000],
    [500, 1, 200_000],
    [500, 2, 400_000],
  ])('%i pages, %i copies: %i đ', (pages, copies, amount) => {
    expect(feeLine(CERTIFIED_COPY, { pages, copies }).amount).toBe(amount);
  });

  test('without the number of pages nobody can say', () => {
    expect(feeQuote([CERTIFIED_COPY])).toMatchObject({ total: 0, complete: false });
  });

  test('more pages never cost less', () => {
    const pages = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(pages, pages, (a, b) => {
        const [few, many] = a < b ? [a, b] : [b, a];
        return (feeLine(CERTIFIED_COPY, { pages: few }).amount ?? 0) <= (feeLine(CERTIFIED_COPY, { pages: many }).amount ?? 0);
      }),
    );
  });
});

test('TT 281/2016/TT-BTC: an extract costs 8.000 đ a copy', () => {
  expect(feeLine(rule({ type: 'per-copy', amount: 8000 }), { copies: 3 })).toMatchObject({ amount: 24_000, quantity: 3 });
});

test('Luật Hộ tịch Đ.11: exempt families pay nothing, and the line says why', () => {
  const late = rule({ type: 'unknown' }, { exemptions: [{ id: 'ho-ngheo', label: { vi: 'Hộ nghèo' }, factor: 0 }] });
  expect(feeLine(late)).toMatchObject({ amount: null });
  expect(feeLine(late, { exemptionIds: ['ho-ngheo'] })).toMatchObject({ amount: 0, exemptionId: 'ho-ngheo' });
});

test('of two exemptions the better one counts, and an unclaimed one does not', () => {
  const exemptions = [
    { id: 'nua', label: { vi: 'Giảm một nửa' }, factor: 0.5 },
    { id: 'mien', label: { vi: 'Miễn' }, factor: 0 },
  ];
  const fee = rule({ type: 'fixed', amount: 20_000 }, { exemptions });
  expect(feeLine(fee, { exemptionIds: ['nua'] }).amount).toBe(10_000);
  expect(feeLine(fee, { exemptionIds: ['nua', 'mien'] })).toMatchObject({ amount: 0, exemptionId: 'mien' });
  expect(feeLine(fee).amount).toBe(20_000);
});

test('a quote adds what is known and says whether that is all', () => {
  const fixed = rule({ type: 'fixed', amount: 10_000 });
  expect(feeQuote([fixed, rule({ type: 'free' })])).toMatchObject({ total: 10_000, complete: true });
  expect(feeQuote([fixed, rule({ type: 'unknown' })])).toMatchObject({ total: 10_000, complete: false });
  expect(feeQuote([])).toEqual({ lines: [], total: 0, complete: true });
});
