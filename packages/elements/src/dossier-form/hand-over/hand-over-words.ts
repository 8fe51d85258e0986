/** Words of both ways of handing over; they come with the part. */
import type { MessageTable } from '../../localization/locale-controller.ts';
import { commonVi, type CommonMessages } from '../../localization/vi/common.ts';
import { handOverVi, type HandOverMessages } from '../../localization/vi/hand-over.ts';
import { summaryVi, type SummaryMessages } from '../../localization/vi/summary.ts';

/** Everything that is said while handing over. */
export interface HandOverWords extends HandOverMessages {
  readonly common: CommonMessages;
  readonly summary: SummaryMessages;
}

export const handOverTable: MessageTable<HandOverWords> = {
  vi: { ...handOverVi, common: commonVi, summary: summaryVi },
  load: {
    en: async () => {
      const [own, common, summary] = await Promise.all([
        import('../../localization/en/hand-over.ts'), import('../../localization/en/common.ts'), import('../../localization/en/summary.ts'),
      ]);
      return { ...own.handOverEn, common: common.commonEn, summary: summary.summaryEn };
    },
  },
};
