import { css } from 'lit';

export const officerDeskStyles = css`
  summary {
    min-block-size: 2.75em;
    padding-block: 0.625em;
    box-sizing: border-box;
    cursor: pointer;
  }
  .root {
    max-inline-size: 80em;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  form.sign-in {
    max-inline-size: 32em;
  }
  .views,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_raised);
    font-weight: 600;
  }
  /* Without our colours a thin line is all that tells the chosen one. */
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
  }
  .error:empty {
    display: none;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
  }
  .filters > div {
    min-inline-size: 0;
  }
  .filters #search {
    inline-size: 28em;
  }
  .wide {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    padding: 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .rows li + li {
    margin-block-start: 0.375em;
  }
  .row {
    display: grid;
    gap: 0.125em 1em;
    inline-size: 100%;
    border-width: 1px;
    border-inline-start: 0.375em solid var(--_control);
    text-align: start;
  }
  .row.soon {
    border-inline-start-color: var(--_warning);
  }
  .row.late {
    border-inline-start-color: var(--_error);
  }
  .row.late .due-day {
    color: var(--_error);
    font-weight: 600;
  }
  .row .code {
    font-variant-numeric: tabular-nums;
  }
  .what span {
    color: var(--_muted);
  }
  .sides {
    display: grid;
    gap: 1em;
  }
  .side {
    min-inline-size: 0;
  }
  .side > * + *,
  section > * + *,
  section + section {
    margin-block-start: 0.5em;
  }
  dl > div {
    padding-block: 0.25em;
    border-block-end: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
  }
  .lines {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .papers li + li,
  .timeline li + li {
    margin-block-start: 0.75em;
  }
  .notice {
    padding: 0.75em 1em;
    border-inline-start: 0.375em solid var(--_warning);
    background: var(--_raised);
  }
  .notice.overdue {
    border-inline-start-color: var(--_error);
  }
  .act {
    padding: 1em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .act fieldset li + li {
    margin-block-start: 0.25em;
  }
  .act .item {
    padding-inline-start: 2.75em;
    padding-block-end: 0.5em;
  }
  .act .item select + label {
    margin-block-start: 0.5em;
  }
  legend {
    font-weight: 600;
    padding: 0;
    margin-block-end: 0.5em;
  }
  @media (min-width: 60em) {
    .row {
      grid-template-columns: 12em minmax(0, 1fr) 13em 16em;
      align-items: center;
    }
    .sides {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
