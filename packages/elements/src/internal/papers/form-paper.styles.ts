import { css } from 'lit';
import { partStyles } from '../part.styles.ts';

export const formPaperStyles = [
  partStyles,
  css`
    .file {
      border: 1px solid var(--_line);
      border-inline-start: 0.375em solid var(--_control);
      border-radius: var(--_radius);
      padding: 0.75em;
    }
    .file.arrived {
      border-inline-start-color: var(--_good);
    }
    .file.arrived .state {
      color: var(--_good);
      font-weight: 600;
    }
    .file.failed {
      border-inline-start-color: var(--_error);
    }
    .name {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .error {
      font-weight: 600;
    }
    progress {
      inline-size: 100%;
      block-size: 0.75em;
      accent-color: var(--_good);
    }
    .file .actions {
      margin-block-start: 0.5em;
    }
  `,
];
