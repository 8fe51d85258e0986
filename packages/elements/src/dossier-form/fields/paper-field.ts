/** A paper to attach: a private element with its own words and styles, loaded with the first paper. */
import '../../internal/papers/motcua-form-paper.ts';
import '../../internal/papers/motcua-paper-notes.ts';
import { html } from 'lit';
import type { PaperAnswer } from '@motcua/contract/answers';
import { several } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';

/** Paper field. */
export const paperField: FieldTemplate<'paper'> = (view, field, path) =>
  several(
    view,
    field,
    path,
    html`<motcua-form-paper
      .view=${view}
      .field=${field}
      .path=${path}
      .files=${view.files?.of(path) ?? null}
      .handIn=${(view.value(path) as PaperAnswer | undefined)?.handInAtCounter === true}
    ></motcua-form-paper>`,
  );
