/** Words and looks that the parts about drafts share. */
import { css } from 'lit';
import { innerStyles } from '../../internal/base-styles.ts';
import { partStyles } from '../../internal/part.styles.ts';
import type { MessageTable } from '../../localization/locale-controller.ts';
import { draftsVi, type DraftMessages } from '../../localization/vi/drafts.ts';
import { momentText } from '../screens/moment-text.ts';
import { DAY_MS, KEPT_DAYS, type DraftData, type FoundDraft } from '../../internal/drafts/draft.model.ts';

/** The words come with the parts. */
export const draftTable: MessageTable<DraftMessages> = {
  vi: draftsVi,
  load: { en: () => import('../../localization/en/drafts.ts').then((module) => module.draftsEn) },
};

export const draftStyles = [
  innerStyles,
  partStyles,
  css`
    li + li {
      border-block-start: 1px solid var(--_line);
      margin-block-start: 1em;
      padding-block-start: 1em;
    }
    summary {
      cursor: pointer;
      min-block-size: 2.75em;
      padding-block: 0.625em;
      color: var(--_link);
    }
    .password {
      font-size: 1.25em;
      font-weight: 700;
      letter-spacing: 0.05em;
    }
    .hint {
      color: var(--_muted);
    }
    label {
      font-weight: 600;
    }
    input[type='text'] {
      max-inline-size: 20em;
    }
    @media print {
      :host {
        display: none !important;
      }
    }
  `,
];

/** How long a draft stays, in words. */
export function stays(draft: Pick<FoundDraft, 'kept' | 'savedAt'>, words: DraftMessages): string {
  return draft.kept ? words.keptUntil(momentText(draft.savedAt + KEPT_DAYS * DAY_MS)) : words.tabOnly;
}

/** Whose form it is, as far as it was filled in: tells several drafts apart. Empty when nobody is named yet. */
export function whose({ answers }: Pick<DraftData, 'answers'>): string {
  const names = Object.values(answers).flatMap((value) => {
    const name = typeof value === 'object' && value !== null ? (value as { hoTen?: unknown }).hoTen : undefined;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
  return [...new Set(names)].slice(0, 2).join(', ');
}
