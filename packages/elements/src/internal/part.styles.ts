/** Small things that the form and its later parts share. */
import { css } from 'lit';

export const partStyles = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  .bullets {
    list-style: disc;
    padding-inline-start: 1.5em;
  }
  .bullets li + li {
    margin-block-start: 0.375em;
  }
  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: start;
    column-gap: 0.5em;
  }
  .tick input {
    inline-size: 1.75em;
    block-size: 1.75em;
    min-block-size: 0;
    margin: 0.5em;
    accent-color: var(--_accent);
  }
  .tick label {
    padding-block: 0.625em;
    font-weight: 400;
    cursor: pointer;
  }
  .tick .hint {
    grid-column: 2;
  }
  .heading {
    scroll-margin-block-start: 8em;
    outline: none;
    box-shadow: none;
  }
  .statement p {
    white-space: pre-line;
  }
  .statement.note,
  .statement.warning {
    border-inline-start: 0.375em solid var(--_link);
    background: var(--_raised);
    padding: 0.75em 1em;
  }
  .statement.warning {
    border-inline-start-color: var(--_warning);
  }
`;
