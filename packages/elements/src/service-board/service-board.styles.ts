import { css } from 'lit';

export const serviceBoardStyles = css`
  .periods {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .periods legend {
    font-weight: 600;
    padding: 0;
    margin-block-end: 0.375em;
  }
  .periods label {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    padding-inline: 0.75em;
    border: 2px solid var(--_control);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .periods label.chosen {
    border-color: var(--_accent);
    background: var(--_raised);
    font-weight: 600;
  }
  .periods input {
    inline-size: 1.25em;
    block-size: 1.25em;
    min-block-size: 0;
    margin: 0;
    accent-color: var(--_accent);
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
    gap: 0.75em;
  }
  .figures > div {
    padding: 0.75em 1em;
    background: var(--_raised);
    border-block-start: 0.25em solid var(--_accent);
  }
  .figures strong {
    display: block;
    font-size: 1.75em;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
    font-size: 1.125em;
    font-weight: 700;
    padding-block: 0.5em;
  }
  th,
  td {
    padding: 0.5em 0.25em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  thead th,
  tfoot th,
  tfoot td {
    font-weight: 600;
  }
  td,
  th + th {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
    padding-inline-start: 0.75em;
  }
  .meaning {
    display: inline-block;
    vertical-align: middle;
    white-space: normal;
    text-align: start;
  }
  .meaning[open] {
    display: block;
  }
  .meaning summary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 2.75em;
    list-style: none;
    font-weight: 600;
  }
  .meaning summary::-webkit-details-marker {
    display: none;
  }
  .meaning summary > span:first-child {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 1px solid currentColor;
    border-radius: 50%;
  }
  .meaning p {
    max-inline-size: 30em;
    padding-block-end: 0.5em;
  }
  .wide {
    overflow-x: auto;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    margin-block-start: 0.375em;
  }
  .bar .whole {
    fill: var(--_line);
    fill-opacity: 0.5;
  }
  .bar .part {
    fill: var(--_control);
  }
  .bar.verySatisfied .part,
  .bar.satisfied .part,
  .bar.doneEarly .part,
  .bar.doneOnTime .part {
    fill: var(--_good);
  }
  .bar.unsatisfied .part,
  .bar.doneLate .part,
  .bar.inProcessLate .part {
    fill: var(--_error);
  }
  .bar.inProcessWithinLimit .part,
  .bar.online .part {
    fill: var(--_link);
  }
  .bar.paused .part {
    fill: var(--_warning);
  }
  summary {
    min-block-size: 2.75em;
    padding-block: 0.5em;
    cursor: pointer;
    color: var(--_link);
  }
  details ul {
    list-style: disc;
    padding-inline-start: 1.25em;
    margin-block-end: 0.5em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  @media (forced-colors: active) {
    .bar .part {
      fill: CanvasText;
    }
  }
  @media print {
    .meaning {
      display: none;
    }
    .figures > div,
    table {
      break-inside: avoid;
    }
    .bar .part {
      fill: #555;
    }
  }
`;
