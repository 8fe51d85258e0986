import { css } from 'lit';
import { partStyles } from '../internal/part.styles.ts';

export const dossierFormStyles = [
  partStyles,
  css`
    .root {
      padding: 1.25em;
      font-size: var(--_size, medium);
    }
    .root.large {
      --_size: large;
    }
    .root.x-large {
      --_size: x-large;
    }
    motcua-reading-bar {
      display: block;
      min-block-size: 2.75em;
    }
    .root > *,
    form {
      max-inline-size: 42em;
    }
    form > * + *,
    .step > * + * {
      margin-block-start: 1.25em;
    }
    .field,
    .row-box {
      min-inline-size: 0;
      scroll-margin-block-start: 8em;
    }
    input,
    select,
    textarea,
    button {
      scroll-margin-block-start: 8em;
    }
    .step > .field + .field,
    .composed > .field + .field,
    .row-box > .field + .field {
      margin-block-start: 1.75em;
    }
    label,
    legend {
      display: block;
      font-weight: 600;
      padding: 0;
      margin-block-end: 0.25em;
    }
    /* As a float it stands inside the box, so the bar beside the box begins at its first line. */
    .composed > legend,
    .wrong > legend,
    .row-box > legend {
      float: inline-start;
      inline-size: 100%;
    }
    :is(.composed, .wrong, .row-box) > legend + * {
      clear: both;
    }
    .quiet > legend {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    legend .muted,
    label .muted {
      font-weight: 400;
    }
    .composed > legend {
      font-size: 1.125em;
    }
    .composed > .field,
    .nested {
      margin-block-start: 1.25em;
    }
    .composed,
    .row-box {
      border-inline-start: 0.25em solid var(--_line);
      padding-inline-start: 1em;
    }
    .row-box {
      margin-block: 1em 1.5em;
    }
    .row-box > button {
      margin-block-start: 1.25em;
    }
    .row-line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em;
      border-block-end: 1px solid var(--_line);
      padding-block: 0.5em;
    }
    .row-line p {
      flex: 1 1 12em;
    }
    .wrong {
      border-inline-start: 0.25em solid var(--_error);
      padding-inline-start: 1em;
    }
    .nested {
      margin-inline-start: 2.75em;
    }
    .hint {
      color: var(--_muted);
      margin-block-end: 0.375em;
    }
    .finding {
      font-weight: 600;
      margin-block: 0.25em 0.5em;
    }
    .finding.warning {
      color: var(--_warning);
    }
    [aria-invalid='true']:not([type='radio'], [type='checkbox']) {
      border-color: var(--_error);
    }
    .middle {
      max-inline-size: 16em;
    }
    .with-unit,
    .boxes {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em;
    }
    .boxes {
      align-items: flex-end;
    }
    .box label {
      font-weight: 400;
    }
    /* Day, month and year fit on one line of a narrow phone, also inside a person. */
    .box input {
      inline-size: 4em;
    }
    .box.year input {
      inline-size: 5.25em;
    }
    .box.time input {
      inline-size: 9em;
    }
    .across {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1.5em;
    }
    .across > :not(.tick) {
      flex-basis: 100%;
    }
    details {
      margin-block-end: 0.5em;
    }
    summary {
      color: var(--_link);
      cursor: pointer;
      padding-block: 0.625em;
      inline-size: fit-content;
    }
    details p {
      border-inline-start: 0.25em solid var(--_line);
      padding-inline-start: 1em;
      white-space: pre-line;
    }
    output {
      display: block;
      background: var(--_raised);
      padding: 0.5em 0.75em;
      min-block-size: 2.75em;
    }
    .progress {
      color: var(--_muted);
    }
    .progress + .heading {
      margin-block-start: 0;
    }
    .step + .step {
      border-block-start: 1px solid var(--_line);
      margin-block-start: 2.5em;
      padding-block-start: 0.5em;
    }
    .errors {
      border: 0.25em solid var(--_error);
      padding: 1em;
    }
    .errors a {
      color: var(--_error);
      font-weight: 600;
    }
    .consent {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      padding: 0.5em;
    }
    .answers > div {
      border-block-end: 1px solid var(--_line);
      padding-block: 0.625em;
    }
    .answers dt {
      color: var(--_muted);
    }
    .answers dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .section-head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.5em;
      min-block-size: 2.75em;
      border-block-end: 2px solid var(--_control);
    }
    .section-head button {
      flex: none;
    }
    .section-head + :not(dl) {
      margin-block-start: 0.625em;
    }
    .sum {
      font-weight: 600;
    }
    @media (min-width: 45em) {
      .answers > div {
        display: grid;
        grid-template-columns: 2fr 3fr;
        gap: 1em;
      }
    }
    @media (forced-colors: active) {
      .statement.note,
      .composed,
      .file {
        border-color: CanvasText;
      }
    }
  `,
];
