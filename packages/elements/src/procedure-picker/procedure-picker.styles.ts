import { css } from 'lit';

export const pickerStyles = css`
  :host {
    min-block-size: min(100vh, 48em);
  }
  .label {
    display: block;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.3;
  }
  .hint {
    margin-block: 0.25em 0.75em;
    color: var(--_muted);
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .field input {
    flex: 1 1 6em;
    min-inline-size: 0;
    min-block-size: 3.25em;
  }
  .field button {
    flex: none;
    padding-inline: 1.25em;
  }
  .results,
  .browse {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .entries {
    margin-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .entries li {
    border-block-end: 1px solid var(--_line);
  }
  .entry {
    display: block;
    /* The text stands where all text stands; the hover reaches a little further out. */
    inline-size: calc(100% + 1em);
    max-inline-size: none;
    margin-inline: -0.5em;
    padding: 0.875em calc(0.5em - 2px);
    border-color: transparent;
    border-radius: 0;
  }
  .entry:focus-visible {
    position: relative;
    z-index: 1;
  }
  .entry:hover {
    background: var(--_raised);
  }
  .entry strong {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  /* Official names run to 900 letters: three lines are shown, all of it is read out. */
  .entry strong,
  .entry span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .entry span {
    margin-block-start: 0.125em;
  }
  .facts {
    color: var(--_muted);
  }
  .help {
    margin-block-start: var(--_space);
  }
  .help a {
    display: inline-block;
    white-space: nowrap;
  }
`;
