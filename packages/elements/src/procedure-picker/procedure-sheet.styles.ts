import { css } from 'lit';

export const sheetStyles = css`
  /* Alone on a page it has no frame: its own letters need its own ground. */
  :host([theme]) {
    background: var(--_surface);
  }
  .sheet > section,
  .sheet > details,
  .sheet > .start {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .sheet > p {
    margin-block-start: 0.5em;
  }
  .back {
    margin-inline-start: -0.25em;
    margin-block-end: 0.5em;
  }
  h2 {
    font-size: 1.5em;
  }
  .long-name {
    font-size: 1.125em;
    line-height: 1.45;
  }
  h3 {
    margin-block-end: 0.5em;
    font-size: 1.1875em;
  }
  .start {
    padding: var(--_space);
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .start > * + * {
    margin-block-start: 0.5em;
  }
  .main-link,
  button.main {
    display: inline-flex;
    align-items: center;
    min-block-size: 3em;
    padding: 0.5em 1.125em;
    font-weight: 600;
  }
  .main-link {
    background: var(--_accent);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_on-accent);
    text-decoration: none;
  }
  .paper {
    display: flex;
    gap: 0.75em;
    padding-block: 0.625em;
    border-block-end: 1px solid var(--_line);
    cursor: pointer;
  }
  .paper input {
    flex: none;
    inline-size: 1.75em;
    min-block-size: 0;
    block-size: 1.75em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .paper span {
    display: block;
  }
  .notes {
    border-block-start: 0;
  }
  .note {
    white-space: pre-line;
  }
  .case {
    margin-block: 0.75em;
  }
  .case h4 {
    margin-block-end: 0.25em;
  }
  .choice {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 2.75em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    min-block-size: 0;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  legend,
  .case-label {
    padding: 0;
    font-weight: 600;
  }
  .channels > li {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .channels > li + li {
    margin-block-start: 0.5em;
  }
  .channels > li,
  .channels dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
  }
  .channels h4 {
    flex: 1 1 9em;
  }
  .line {
    display: block;
  }
  .channels dl {
    flex: 999 1 24em;
    min-inline-size: min(100%, 14em);
  }
  .channels dl > div {
    flex: 1 1 11em;
  }
  dt {
    color: var(--_muted);
  }
  .facts > div + div {
    margin-block-start: 0.5em;
  }
  .long {
    white-space: pre-line;
  }
  details {
    border-block: 1px solid var(--_line);
  }
  .sheet > details + details {
    margin-block-start: 0;
    border-block-start: 0;
  }
  summary {
    padding-block: 0.625em;
    min-block-size: 2.75em;
    font-weight: 600;
    cursor: pointer;
  }
  details > :not(summary) {
    margin-block-end: 0.75em;
  }
  .stop {
    border-inline-start: 0.375em solid var(--_warning);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .tools [role='status']:not(:empty) {
    margin-block-start: 0.5em;
  }
  .link-on-paper {
    margin-block-start: 1em;
  }
  .qr {
    display: block;
    inline-size: min(100%, 14em);
  }
  .address {
    overflow-wrap: anywhere;
  }
  .now {
    margin-block-start: 0.5em;
  }
  .now details {
    border: 0;
  }
  .tall {
    display: inline-block;
    padding-block: 0.375em;
  }
  .only-print {
    display: none;
  }
  @media print {
    .only-print {
      display: block;
    }
    /* A4, one sheet where it fits: what is brought along, time and money, whom to ask. */
    .sheet {
      font-size: 0.8125em;
      line-height: 1.35;
    }
    .sheet > section,
    .sheet > details,
    .sheet > .start {
      margin-block-start: 0.75em;
    }
    .start {
      padding: 0;
    }
    .paper {
      padding-block: 0.25em;
    }
    .paper input {
      inline-size: 1.125em;
      block-size: 1.125em;
    }
    .channels > li {
      padding: 0.375em 0.5em;
    }
    .sheet > details:not([open]),
    .notes {
      display: none;
    }
    .link-on-paper {
      display: flex;
      gap: 1em;
      align-items: center;
      margin-block-start: 0.5em;
    }
    .qr {
      flex: none;
      inline-size: 24mm;
    }
    h3 {
      margin-block-end: 0.25em;
      font-size: 1.125em;
    }
    .facts > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5em;
      margin-block: 0.125em;
    }
    .facts a[target],
    summary {
      display: none;
    }
    .tall {
      padding: 0;
      color: inherit;
      text-decoration: none;
    }
    li,
    .link-on-paper,
    .facts > div {
      break-inside: avoid;
    }
  }
  .bullets {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .bullets li + li {
    margin-block-start: 0.375em;
  }
`;
