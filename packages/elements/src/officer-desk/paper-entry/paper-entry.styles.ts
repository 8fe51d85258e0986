import { css } from 'lit';

export const paperEntryStyles = css`
  .lines li + li {
    margin-block-start: 0.25em;
  }
  .lines {
    white-space: normal;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    padding-inline-start: 2.75em;
  }
  .numbers input {
    inline-size: 6em;
  }
  .hint {
    display: block;
  }
  .ways label {
    display: block;
    font-weight: 400;
    padding-block: 0.5em;
  }
  .ways input {
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    vertical-align: middle;
    accent-color: var(--_accent);
  }
  form,
  input[type='search'] {
    max-inline-size: 48em;
  }
  .code {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
