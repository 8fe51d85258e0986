/** Both ways of handing over. */
import { css } from 'lit';

export const handOverStyles = css`
  section,
  .box {
    display: grid;
    gap: 0.75em;
    margin-block-start: 1.25em;
  }
  h3,
  h4 {
    font-size: 1.1em;
    line-height: 1.3;
  }
  /* The steps of the portal stand under ours, and are to be told from them. */
  h5 {
    margin: 0;
    padding: 0.375em 0.75em;
    font-size: 1em;
    background: var(--_raised);
    border-inline-start: 0.25em solid var(--_control);
  }
  .box {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .code {
    font-size: 1.3em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .qr {
    inline-size: min(12em, 100%);
    block-size: auto;
  }
  .copies {
    display: grid;
    gap: 0;
    list-style: none;
  }
  .copies li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    align-items: center;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .copies .label {
    color: var(--_muted);
  }
  .copies .text {
    overflow-wrap: anywhere;
    user-select: all;
  }
  .copies button {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .note {
    border-inline-start: 0.25em solid var(--_control);
    padding-inline-start: 0.75em;
  }
  .warning {
    border-inline-start: 0.25em solid var(--_warning);
    padding-inline-start: 0.75em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  input {
    max-inline-size: 24em;
  }
  .error {
    font-weight: 600;
  }
  label {
    font-weight: 600;
  }
  .main-link {
    display: inline-flex;
    align-items: center;
    min-block-size: 3em;
    padding: 0.5em 1.125em;
    font-weight: 600;
    background: var(--_accent);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_on-accent);
    text-decoration: none;
  }
`;
