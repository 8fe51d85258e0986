import { css } from 'lit';

export const trackerAccessStyles = css`
  :host {
    display: block;
    margin-block-start: 1.5em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  input {
    max-inline-size: 20em;
  }
  #digits {
    max-inline-size: 8em;
    letter-spacing: 0.15em;
  }
  input[aria-invalid='true'] {
    border-color: var(--_error);
  }
  .box {
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1em;
  }
`;
