import { css } from 'lit';
import { partStyles } from '../part.styles.ts';

export const codeScanStyles = [
  partStyles,
  css`
    dialog {
      inline-size: min(36em, 100vw - 1em);
      max-inline-size: none;
      max-block-size: calc(100vh - 1em);
      padding: 1em;
      border: 2px solid var(--_control);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      overflow: auto;
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 60%);
    }
    .view {
      position: relative;
      background: #000;
      border-radius: var(--_radius);
      overflow: hidden;
    }
    .view[hidden] {
      display: none;
    }
    video {
      display: block;
      inline-size: 100%;
      max-block-size: 45vh;
      object-fit: cover;
    }
    .target {
      position: absolute;
      inset: 15% 30%;
      border: 3px solid #fff;
      border-radius: 0.5em;
      outline: 2px solid #000;
    }
    .pick {
      position: relative;
      display: inline-flex;
      align-items: center;
      min-block-size: 2.75em;
      padding: 0.5em 1em;
      border: 2px solid var(--_control);
      border-radius: var(--_radius);
      cursor: pointer;
    }
    .pick:focus-within {
      outline: 3px solid var(--_focus);
      box-shadow: 0 0 0 5px var(--_text);
    }
    .pick input {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      opacity: 0;
      cursor: pointer;
    }
  `,
];
