import { css } from 'lit';

export const addressFieldStyles = css`
  :host {
    border: 0;
  }
  label {
    display: block;
    margin-block-end: 0.25em;
  }
  .part + .part,
  .old,
  .part + .choice {
    margin-block-start: 0.75em;
  }
  .hint {
    color: var(--_muted);
    margin-block-end: 0.25em;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    font-weight: 400;
  }
  .choice input {
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    flex: none;
  }
  .panel {
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 0.75em;
    margin-block-start: 0.5em;
  }
  .panel li + li {
    margin-block-start: 0.5em;
  }
  .panel li button {
    inline-size: 100%;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.25em 0.5em;
  }
  .row input {
    flex: 1 1 12em;
    inline-size: auto;
  }
`;
