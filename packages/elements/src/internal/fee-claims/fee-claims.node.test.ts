import type { FeeRule } from '@motcua/contract/payment';
import { decideClaim, feeQuote } from '@motcua/domain/fees';
import { expect, test } from 'vitest';
import { claimTexts } from './fee-claims.ts';

const FEE: FeeRule = {
  id: 'phi', kind: 'service-fee', label: { vi: 'Phí' }, amount: { type: 'fixed', amount: 10_000 },
  exemptions: [{ id: 'mien', label: { vi: 'Hộ nghèo', en: 'Poor household' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, factor: 0 }, { id: 'nua', label: { vi: 'Trẻ em' }, factor: 0.5 }],
};
const dong = (amount: number): string => `${String(amount)} đồng`;
const claimed = feeQuote([FEE], { claimedIds: ['mien', 'nua'] });

test('claimed: what is looked at, that it is not collected yet, and what is due otherwise', () => {
  expect(claimTexts(claimed.lines, 'vi', dong)).toEqual([
    'Đề nghị miễn, giảm: Hộ nghèo. Cán bộ xem Giấy chứng nhận hộ nghèo rồi xác nhận, chưa thu phần này. Không được miễn, giảm thì nộp 10000 đồng.',
    'Đề nghị miễn, giảm: Trẻ em. Cán bộ xem giấy tờ rồi xác nhận, chưa thu phần này. Không được miễn, giảm thì nộp 10000 đồng.',
  ]);
  expect(claimTexts(claimed.lines, 'en', dong)[0]).toContain('Poor household');
  expect(claimTexts(claimed.lines, 'km', dong)[0]).toContain('Hộ nghèo');
});

test('decided: what holds, what does not and why; a claim that no longer matters says nothing', () => {
  expect(claimTexts(decideClaim(claimed, 'mien', { granted: true })!.lines, 'vi', dong)).toEqual(['Được miễn, giảm: Hộ nghèo.']);
  expect(claimTexts(decideClaim(claimed, 'mien', { granted: false, reason: 'Giấy hết hạn.' })!.lines, 'vi', dong)[0]).toBe('Không được miễn, giảm: Hộ nghèo. Lý do: Giấy hết hạn.');
  expect(claimTexts(feeQuote([FEE]).lines, 'vi', dong)).toEqual([]);
});
