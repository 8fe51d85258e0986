import { css } from 'lit';

export const statusTrackerStyles = css`
  form > * + *,
  section + section {
    margin-block-start: 1em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  form input {
    max-inline-size: 26em;
  }
  input[aria-invalid='true'] {
    border-color: var(--_error);
  }
  .now {
    background: var(--_raised);
    border-inline-start: 0.375em solid var(--_accent);
    padding: 1em;
  }
  .now.done {
    border-color: var(--_good);
  }
  .now.citizen {
    border-color: var(--_warning);
  }
  .now h3 {
    font-size: 1.375em;
  }
  dl {
    display: grid;
    gap: 0.125em 1em;
  }
  dt {
    color: var(--_muted);
  }
  dd + dt {
    margin-block-start: 0.5em;
  }
  section > h3 {
    margin-block-end: 0.375em;
  }
  /* Kept together where it fits; broken only where the line is narrower than the code. */
  .code {
    display: inline-block;
    max-inline-size: 100%;
  }
  .timeline li {
    position: relative;
    padding-block-end: 1em;
    padding-inline-start: 2em;
    border-inline-start: 3px solid var(--_good);
    margin-inline-start: 0.75em;
  }
  .timeline li.next {
    border-color: var(--_line);
    color: var(--_muted);
  }
  .timeline li:last-child {
    border-color: transparent;
    padding-block-end: 0;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-inline-start: -0.72em;
    inset-block-start: 0.2em;
    inline-size: 1em;
    block-size: 1em;
    border-radius: 50%;
    border: 3px solid var(--_good);
    background: var(--_good);
  }
  .timeline li.current::before {
    background: var(--_surface);
    border-width: 5px;
  }
  .timeline li.next::before {
    background: var(--_surface);
    border-color: var(--_control);
  }
  .said {
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: 0.75em;
  }
  .papers li + li {
    margin-block-start: 0.5em;
  }
  .file {
    overflow-wrap: anywhere;
  }
  a[href^='tel:'] {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
  }
  .rates {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  @media (min-width: 40em) {
    dl {
      grid-template-columns: minmax(9em, auto) 1fr;
    }
    dd + dt {
      margin-block-start: 0;
    }
  }
`;
