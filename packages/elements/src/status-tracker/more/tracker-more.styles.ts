import { css } from 'lit';

export const trackerMoreStyles = css`
  .qr {
    display: block;
    inline-size: 14em;
    max-inline-size: 100%;
  }
  a.button {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    padding-inline: 1em;
    border: 2px solid var(--_control);
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }
`;
