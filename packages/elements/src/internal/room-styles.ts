/** Small shared pieces: notices and headings that take the focus. */
import { css } from 'lit';

export const roomStyles = css`
  .notice {
    margin-block-start: 0.75em;
    padding: 0.75em 1em;
    border-inline-start: 0.375em solid var(--_control);
    background: var(--_raised);
    color: var(--_text);
  }
  .notice > * + * {
    margin-block-start: 0.5em;
  }
  h2,
  h3,
  [tabindex='-1'] {
    /* Sticky heads of host pages (up to 120 px) must not lie over what has just been opened. */
    scroll-margin-block-start: 130px;
  }
  h2[tabindex='-1']:focus-visible,
  h3[tabindex='-1']:focus-visible {
    outline-offset: 4px;
    box-shadow: none;
  }
`;
