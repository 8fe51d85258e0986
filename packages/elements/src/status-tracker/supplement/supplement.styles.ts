import { css } from 'lit';

export const supplementStyles = css`
  :host {
    background: none;
  }
  fieldset {
    min-inline-size: 0;
    padding: 1em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  fieldset.wrong {
    border-color: var(--_error);
  }
  fieldset > * + * {
    margin-block-start: 0.5em;
  }
  legend {
    font-weight: 700;
    padding-inline: 0.375em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
  }
  .error:empty {
    display: none;
  }
`;
