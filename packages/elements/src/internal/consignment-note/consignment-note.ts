/** Draws a consignment note (Phiếu gửi hồ sơ) with the exact contents of the law, ready for paper. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ConsignmentNote } from '@motcua/domain/postal';
import type { PostalParty } from '@motcua/contract/postal';
import { commonVi } from '../../localization/vi/common.ts';
import { postalVi as words } from '../../localization/vi/postal.ts';
import { barcode } from '../letters/barcode.ts';

export const consignmentNoteStyles = css`
  .consignment {
    border: 2px solid var(--_text);
    padding: 1em;
  }
  .consignment h3 {
    text-align: center;
    text-transform: uppercase;
    margin-block-end: 0.5em;
  }
  .consignment dl {
    display: grid;
    grid-template-columns: minmax(8em, 1fr) minmax(0, 2fr);
    gap: 0.25em 1em;
    margin-block: 0.75em;
  }
  .consignment dt {
    font-weight: 600;
  }
  .consignment .bars {
    inline-size: min(20em, 100%);
    margin-inline: auto;
    text-align: center;
  }
  .consignment .barcode {
    display: block;
    inline-size: 100%;
    block-size: 3.5em;
  }
  .consignment ul {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .consignment ol {
    list-style: decimal;
    padding-inline-start: 2em;
  }
  .consignment h4 {
    margin-block-start: 0.5em;
  }
  .consignment .signatures {
    display: grid;
    grid-template-columns: 1fr 1fr;
    text-align: center;
    padding-block: 1em 4em;
    break-inside: avoid;
  }
  .consignment li,
  .consignment dd {
    break-inside: avoid;
  }
  .consignment h4 {
    break-after: avoid;
  }
  @media print {
    .consignment {
      border: 0;
      padding: 0;
      font: 11pt/1.25 'Times New Roman', Tinos, 'Liberation Serif', serif;
    }
    .consignment h3,
    .consignment h4 {
      font: inherit;
      font-weight: 700;
    }
    .consignment .bars {
      inline-size: 70mm;
    }
    /* Half a page: the names belong to what is signed, and are never alone on the next. */
    .consignment .signatures {
      padding-block: 0.5em 3em;
      break-before: avoid;
    }
    .consignment .statements li:last-child {
      break-after: avoid;
    }
    .consignment .barcode {
      block-size: 12mm;
    }
    .consignment dl {
      grid-template-columns: 34mm minmax(0, 1fr);
      gap: 0.15em 0.75em;
      margin-block: 0.5em;
    }
    .consignment + .consignment,
    .receipt .consignment {
      break-before: page;
    }
  }
`;

const text = (party: PostalParty): string => {
  const { detail, communeName, provinceName } = party.address;
  return [party.name, party.phone, party.email, [detail, communeName, provinceName].filter(Boolean).join(', ')].filter(Boolean).join(' · ');
};

/** Rows with nothing known become a dotted line to fill in by hand. Only Vietnamese: the post clerk signs it. */
export function renderConsignmentNote(note: ConsignmentNote): TemplateResult {
  const show = (code: string, value: string | number | null): string => {
    if (code === 'charge') return typeof value === 'number' ? commonVi.dong(value) : words.chargeUnknown;
    if (value === null || value === '') return words.fillByHand;
    if (code === 'paid-by') return words.paidBy[value] ?? String(value);
    if (code === 'mode') return words.mode[value] ?? String(value);
    return typeof value === 'number' ? words.days(value) : value;
  };
  const code = note.rows.find((row) => row.code === 'dossier-code')?.value;
  return html`<section class="consignment" lang="vi" part="consignment-note">
    <h3>${note.direction === 'to-office' ? words.noteTitle : words.noteTitleBack}</h3>
    ${typeof code === 'string' ? html`<div class="bars">${barcode(code, words.barcode(code))}<p>${code}</p></div>` : nothing}
    <dl>
      <dt>${words.sender}</dt><dd>${text(note.sender)}</dd>
      <dt>${words.receiver}</dt><dd>${text(note.receiver)}</dd>
      ${note.rows.map((row) => html`<dt>${words.row[row.code] ?? row.code}</dt><dd>${show(row.code, row.value)}</dd>`)}
    </dl>
    ${note.papers.length === 0 ? nothing : html`<h4>${words.papers}</h4>
      <ol>${note.papers.map((paper) => html`<li>${paper.name} (${words.paperCount(paper.originals, paper.copies)})</li>`)}</ol>`}
    <h4>${words.statements}</h4>
    <ul class="statements">${note.statements.map((code) => html`<li>${words.statement[code] ?? ''}</li>`)}</ul>
    <div class="signatures"><p>${words.signSender}</p><p>${words.signPost}</p></div>
  </section>`;
}
