import { css } from 'lit';
import { partStyles } from '../../internal/part.styles.ts';

export const formReceiptStyles = [
  partStyles,
  css`
    .receipt > * + * {
      margin-block-start: 1.25em;
    }
    .codes {
      display: flex;
      flex-wrap: wrap;
      gap: 1.5em;
      align-items: center;
      border: 2px solid var(--_good);
      border-radius: var(--_radius);
      padding: 1em;
    }
    .heading {
      color: var(--_good);
    }
    .big {
      font-size: 1.125em;
      font-weight: 700;
      overflow-wrap: anywhere;
      margin-block-end: 0.25em;
    }
    .qr {
      inline-size: 11em;
      block-size: 11em;
      flex: none;
    }
    h3 {
      margin-block-end: 0.5em;
    }
    dl > div {
      border-block-end: 1px solid var(--_line);
      padding-block: 0.5em;
    }
    .consignment dl > div {
      border: 0;
    }
    dt {
      color: var(--_muted);
    }
    .papers > li + li {
      margin-block-start: 1em;
    }
    .mark summary {
      cursor: pointer;
      min-block-size: 2.75em;
      display: flex;
      align-items: center;
      gap: 0.5em;
      color: var(--_link);
    }
    code {
      /* Two families: with «monospace» alone browsers shrink it to 13 pixels. */
      font-family: ui-monospace, monospace;
      font-size: 1em;
      overflow-wrap: anywhere;
    }
    @media print {
      .receipt {
        font-size: 11pt;
      }
      .receipt > * + * {
        margin-block-start: 0.75em;
      }
      .qr {
        inline-size: 35mm;
        block-size: 35mm;
      }
      section,
      .codes {
        break-inside: avoid;
      }
    }
    @page {
      margin: 12mm;
    }
  `,
];
