import { css } from 'lit';

export const counterStyles = css`
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    max-inline-size: 48em;
    margin-inline: auto;
    margin-block-end: 0.75em;
  }
  nav button {
    flex: 1 1 8em;
    padding-inline: 0.5em;
    text-align: center;
    font-weight: 600;
    border-width: 2px;
  }
  nav button[aria-current] {
    border-color: var(--_accent);
    box-shadow: inset 0 -4px 0 var(--_accent);
  }
  nav button[aria-current]:focus-visible {
    box-shadow: 0 0 0 5px var(--_text);
  }
  /* A whole view takes the focus so that it is read out; a ring around everything would say nothing. */
  section:focus-visible {
    outline: none;
    box-shadow: none;
  }
`;
