import { css } from 'lit';

export const filePreviewStyles = css`
  :host {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.75em;
    margin-block-start: 0.5em;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  p + p {
    margin-block-start: 0.375em;
  }
  img,
  iframe {
    display: block;
    inline-size: 100%;
    margin-block-start: 0.5em;
    border: 1px solid var(--_line);
    background: #fff;
  }
  iframe {
    block-size: 32em;
  }
`;
