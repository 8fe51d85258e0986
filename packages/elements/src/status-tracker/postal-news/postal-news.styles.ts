import { css } from 'lit';

/** A box like the one that says who acts now. */
export const postalNewsStyles = css`
  section {
    background: var(--_raised);
    border-inline-start: 0.375em solid var(--_accent);
    padding: 1em;
  }
  section.citizen {
    border-color: var(--_warning);
  }
  h3 {
    font-size: 1.1875em;
    margin-block-end: 0.375em;
  }
  p + p {
    margin-block-start: 0.5em;
  }
  p:empty {
    display: none;
  }
`;
