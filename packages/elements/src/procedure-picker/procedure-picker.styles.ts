import { css } from 'lit';

export const pickerStyles = css`
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
    gap: 0.5em;
  }
  .field input {
    flex: 1 1 auto;
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
    inline-size: 100%;
    padding: 0.875em 0.25em;
    border-color: transparent;
    border-radius: 0;
  }
  .entry:focus-visible {
    position: relative;
    z-index: 1;
  }
  .entry:hover,
  .subject:hover {
    background: var(--_raised);
  }
  .entry strong {
    display: block;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  .entry span {
    display: block;
  }
  .facts {
    color: var(--_muted);
    font-size: 1em;
  }
  .subjects {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .subject {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.75em;
    inline-size: 100%;
    block-size: 100%;
    border-width: 1px;
    border-color: var(--_control);
  }
  .subject span + span {
    flex: none;
    color: var(--_muted);
  }
  .help {
    margin-block-start: var(--_space);
  }
  .help a {
    display: inline-block;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .entry {
      border-color: Canvas;
    }
  }
`;
