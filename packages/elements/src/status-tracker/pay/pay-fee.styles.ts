import { css } from 'lit';

export const payFeeStyles = css`
  :host {
    margin-block-start: 1em;
  }
  .qr {
    display: block;
    inline-size: 16em;
    max-inline-size: 100%;
  }
  dl > div {
    padding-block: 0.25em;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
