/**
 * Styles every element needs: isolation from the host page, tokens, text, focus, buttons and links.
 * Sizes are in `em` from `font-size: medium`, so the reader's own text size counts and the host's root size does not.
 */
import { css } from 'lit';

// Light unless the page says otherwise: a dark box in a page that is always light reads as broken.
const dark = css`
    color-scheme: dark;
    --_text: var(--motcua-color-text, #f1f3f5);
    --_muted: var(--motcua-color-muted, #b8c0cc);
    --_surface: var(--motcua-color-surface, #16191f);
    --_raised: var(--motcua-color-raised, #22272f);
    --_line: var(--motcua-color-line, #434c59);
    --_control: var(--motcua-color-control, #98a2b1);
    --_accent: var(--motcua-color-accent, #ffb4ab);
    --_on-accent: var(--motcua-color-on-accent, #3b0907);
    --_link: var(--motcua-color-link, #9ecbff);
    --_good: var(--motcua-color-good, #86d8a0);
    --_warning: var(--motcua-color-warning, #f2c46d);
    --_error: var(--motcua-color-error, #ff9d97);
`;

/** Only what a page sees has colours of its own; what stands inside takes them from there, and so follows its theme. */
const palette = css`
  :host {
    --_text: var(--motcua-color-text, #1d2129);
    --_muted: var(--motcua-color-muted, #4d5563);
    --_surface: var(--motcua-color-surface, #fff);
    --_raised: var(--motcua-color-raised, #f4f6f8);
    --_line: var(--motcua-color-line, #c3cad4);
    --_control: var(--motcua-color-control, #6b7585);
    --_accent: var(--motcua-color-accent, #8f1d1d);
    --_on-accent: var(--motcua-color-on-accent, #fff);
    --_link: var(--motcua-color-link, #0b4f9c);
    --_focus: var(--motcua-color-focus, #ffbf47);
    --_good: var(--motcua-color-good, #14652f);
    --_warning: var(--motcua-color-warning, #7a4b00);
    --_error: var(--motcua-color-error, #b3131b);
    --_radius: var(--motcua-radius, 0.375em);
    --_space: var(--motcua-space, 1em);
  }
  :host([theme='dark']) {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
    }
  }
`;

/** For private elements inside ours: everything but the palette. */
export const innerStyles = css`
  :host {
    all: initial;
    display: block !important;
    box-sizing: border-box;
    font: var(--_size, medium) / 1.5 var(--motcua-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif) !important;
    color: var(--_text);
    direction: inherit;
    color-scheme: inherit;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .root {
    background: var(--_surface);
    color: var(--_text);
    max-inline-size: 48em;
    margin-inline: auto;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.35;
  }
  h4 {
    font-size: 1em;
  }
  ul,
  ol {
    list-style: none;
  }
  .stack > * + * {
    margin-block-start: var(--_space);
  }
  .muted {
    color: var(--_muted);
  }
  .error {
    color: var(--_error);
  }
  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  a {
    color: var(--_link);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    min-block-size: 2.75em;
    border-radius: var(--_radius);
    max-inline-size: 100%;
  }
  button {
    cursor: pointer;
    padding: 0.5em 1em;
    border: 2px solid var(--_control);
    background: var(--_surface);
    text-align: start;
  }
  button.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.link {
    border-color: transparent;
    padding-inline: 0.25em;
    margin-inline-start: calc(-0.25em - 2px);
    color: var(--_link);
    text-decoration: underline;
    background: none;
  }
  @media (forced-colors: active) {
    button.link {
      border-color: Canvas;
    }
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  input,
  select,
  textarea {
    inline-size: 100%;
    padding: 0.5em 0.75em;
    border: 2px solid var(--_control);
    background: var(--_surface);
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 0;
    box-shadow: 0 0 0 5px var(--_text);
  }
  /* Headings take focus so that a screen reader starts there; a ring around text that does nothing misleads. */
  [tabindex='-1']:focus-visible {
    outline: none;
    box-shadow: none;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
    button.main {
      border-color: ButtonText;
    }
  }
  @media print {
    .root {
      border: 0;
      padding: 0;
    }
    .no-print {
      display: none !important;
    }
  }
`;

/** For elements that a page uses. */
export const baseStyles = [palette, innerStyles];
