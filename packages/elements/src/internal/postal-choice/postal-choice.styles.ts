import { css } from 'lit';

export const postalChoiceStyles = css`
  fieldset + fieldset,
  .option + fieldset,
  fieldset + .part,
  .estimate,
  .part + .part {
    margin-block-start: 1em;
  }
  legend,
  .part > label {
    font-weight: 600;
    padding: 0;
    margin-block-end: 0.25em;
  }
  legend {
    font-size: 1.0625em;
  }
  .part > label {
    display: block;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option + .option {
    margin-block-start: 0.5em;
  }
  .option.chosen {
    border-color: var(--_accent);
  }
  .option input {
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  .hint {
    color: var(--_muted);
    display: block;
  }
  /* The ring of the field must not lie on its hint. */
  .part > .hint {
    margin-block-end: 0.375em;
  }
  .estimate {
    background: var(--_raised);
    border-inline-start: 4px solid var(--_good);
    padding: 0.75em 1em;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
  }
`;
