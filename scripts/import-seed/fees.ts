/** Fees as the portal prints them → `FeeRule`. Words that name no amount stay words. */
import type { FeeAmount, FeeRule } from '@motcua/contract/payment';
import type { SourceFee } from './source.ts';

const BY_PROVINCE = /hội đồng nhân dân|HĐND|theo quy định của/i;

const COPIES_ONLY = /^\(?\s*(miễn lệ phí\.?\s*)?phí cấp bản sao[^.]*\(nếu có yêu cầu\)/i;

function amountOf(fee: SourceFee): FeeAmount {
  const note = fee.note ?? '';
  // The procedure itself is free; the note only speaks of copies somebody may ask for.
  if (COPIES_ONLY.test(note)) return { type: 'free' };
  if (fee.kind === 'theo-quy-dinh' || fee.amount === null) return { type: 'unknown' };
  if (fee.amount === 0) return BY_PROVINCE.test(note) ? { type: 'unknown' } : { type: 'free' };
  // Amounts below 1,000 đồng are the row numbers, dollars or months of the crawled table.
  if (fee.amount < 1000 || (fee.kind === 'le-phi' && BY_PROVINCE.test(note))) return { type: 'unknown' };
  if (/^\/?\s*trang/i.test(note)) return { type: 'per-page', tiers: [{ fromPage: 1, amount: fee.amount }] };
  if (/^\/\s*bản/i.test(note)) return { type: 'per-copy', amount: fee.amount };
  return { type: 'fixed', amount: fee.amount };
}

/** One rule by row; rows of Vietnamese missions abroad (in dollars) are left out, equal rows told once. */
export function toFeeRules(fees: readonly SourceFee[], channelNote: string | null): FeeRule[] {
  const rules: FeeRule[] = [];
  const seen = new Set<string>();
  for (const fee of fees) {
    if (/USD|cơ quan đại diện/i.test(`${fee.note ?? ''} ${fee.raw ?? ''} ${channelNote ?? ''}`) && (fee.amount ?? 0) < 1000) continue;
    const amount = amountOf(fee);
    const state = amount.type === 'free' || fee.kind === 'le-phi' || fee.kind === 'mien-phi' || /lệ phí/i.test(fee.note ?? '');
    const words = (fee.note ?? '').trim().replace(/^\/\s*/, 'mỗi ');
    const key = JSON.stringify([amount, state, words]);
    if (seen.has(key)) continue;
    seen.add(key);
    rules.push({
      id: `phi-${rules.length + 1}`,
      kind: state ? 'state-fee' : 'service-fee',
      label: state ? { vi: 'Lệ phí', en: 'State fee' } : { vi: 'Phí', en: 'Service fee' },
      amount,
      ...(words && words.length < 4000 ? { note: { vi: words } } : {}),
    });
  }
  return rules;
}
