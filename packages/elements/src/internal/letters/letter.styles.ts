import { css } from 'lit';

/** The sheet is paper on every screen: dark on white, the same in print. */
export const letterStyles = css`
  .sheet {
    background: #fff;
    color: #000;
    border: 1px solid var(--_line);
    padding: 1.25em;
    max-inline-size: 42em;
    /* The type of every paper of an office (NĐ 30/2020): what the device has of it, nothing is fetched. */
    font-family: 'Times New Roman', Tinos, 'Liberation Serif', serif;
  }
  .sheet.control {
    max-inline-size: 54em;
  }
  .sheet > * + * {
    margin-block-start: 0.625em;
  }
  .letterhead {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0.5em;
    text-align: center;
  }
  .letterhead p {
    text-transform: none;
  }
  .letterhead div > p:first-child {
    text-transform: uppercase;
  }
  .motto {
    border-block-end: 1px solid #000;
  }
  .marks {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .barcode {
    display: block;
    inline-size: 16em;
    max-inline-size: 100%;
    block-size: 2.75em;
  }
  .mark {
    text-align: center;
    letter-spacing: 0.06em;
  }
  .qr {
    inline-size: 6.5em;
    block-size: 6.5em;
  }
  .sheet h3 {
    text-align: center;
    text-transform: uppercase;
  }
  .sheet dl {
    display: block;
  }
  .sheet dl > div {
    display: block;
    margin-block-start: 0.25em;
  }
  .sheet dt,
  .sheet dd {
    display: inline;
    color: #000;
  }
  .sheet dt::after {
    content: ': ';
  }
  .sheet ol {
    list-style: decimal;
    padding-inline-start: 2em;
  }
  .sheet h3,
  .sheet h4 {
    font-family: inherit;
    break-after: avoid;
  }
  .sheet li,
  .sheet tr {
    break-inside: avoid;
  }
  /* The names are never alone on the last page. */
  .sheet .last {
    break-after: avoid;
    break-inside: avoid;
  }
  .sheet dl > div:last-child {
    break-after: avoid;
  }
  .sheet .reason {
    white-space: pre-line;
  }
  .sheet .wide {
    overflow-x: auto;
  }
  .sheet table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .sheet th,
  .sheet td {
    border: 1px solid #555;
    padding: 0.25em 0.375em;
    text-align: start;
    vertical-align: top;
    white-space: normal;
  }
  .sheet .signatures {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1em;
    text-align: center;
    min-block-size: 6em;
    break-inside: avoid;
  }
  .sheet .signed {
    margin-block-start: 3em;
    font-weight: 600;
  }
  .sheet .basis {
    color: #333;
    font-style: italic;
  }
  @media print {
    .sheet,
    .sheet.control {
      border: 0;
      padding: 0;
      max-inline-size: none;
      font-size: 11pt;
      line-height: 1.22;
    }
    .sheet > * + * {
      margin-block-start: 0.4em;
    }
    .sheet dl > div {
      margin-block-start: 0.1em;
    }
    /* A landscape sheet has room for two columns of facts, and needs its height for the table. */
    .sheet.control dl {
      columns: 2;
      column-gap: 2em;
    }
    .sheet .wide {
      overflow: visible;
    }
    /* The last step goes over with the names: they are never alone on a page. */
    .sheet tbody tr:last-child {
      break-after: avoid;
    }
    .letterhead {
      grid-template-columns: 1fr 1.25fr;
      font-size: 9.5pt;
    }
    .letterhead strong {
      white-space: nowrap;
    }
    .marks {
      flex-wrap: nowrap;
      align-items: flex-start;
    }
    .sheet h3 {
      font-size: 13pt;
    }
    .sheet h4 {
      font-size: inherit;
    }
    .sheet .signatures {
      min-block-size: 0;
      break-before: avoid;
    }
    .sheet .signed {
      margin-block-start: 2.25em;
    }
    .sheet .basis {
      font-size: 9pt;
      break-before: avoid;
    }
    .qr {
      inline-size: 20mm;
      block-size: 20mm;
    }
    .barcode {
      inline-size: 62mm;
      block-size: 10mm;
    }
    .mark {
      font-size: 9pt;
    }
  }
`;
