/** What became of the claims to pay less, one sentence each; shared by summary, receipt, payment and letter. */
import type { FeeLine } from '@motcua/contract/payment';
import { tellingClaims } from '@motcua/domain/fees';
import { say } from '../../localization/locale-controller.ts';
import { claimsEn } from '../../localization/en/claims.ts';
import { claimsVi, type ClaimMessages } from '../../localization/vi/claims.ts';

const WORDS: Readonly<Record<string, ClaimMessages>> = { vi: claimsVi, en: claimsEn };

/** The sentences of a quote; `dong` writes money in the language. */
export function claimTexts(lines: readonly FeeLine[], language: string, dong: (amount: number) => string): string[] {
  const words = WORDS[language] ?? claimsVi;
  const texts = lines.flatMap((line) =>
    tellingClaims(line).map(({ state, label, proof, reason = '' }) => {
      const name = say(label, language);
      if (state === 'confirmed') return words.confirmed(name);
      if (state === 'rejected') return words.rejected(name, reason);
      return words.claimed(name, proof === undefined ? '' : say(proof, language), line.fullAmount == null ? '' : dong(line.fullAmount));
    }));
  return [...new Set(texts)];
}
