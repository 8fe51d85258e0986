/** An address; the two lists and the way from old names are a private element that is loaded when a step asks for it. */
import '../../internal/address-field/motcua-address-field.ts';
import { html } from 'lit';
import type { Address } from '@motcua/contract/unit';
import { controlId } from '../answer-path.model.ts';
import { several } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';

/** Address field. The element shows the errors of its parts beside them. */
export const addressField: FieldTemplate<'address'> = (view, field, path) => {
  const depth = path.length + 1;
  const errors = view
    .findingsUnder(path)
    .filter((finding) => finding.path !== path)
    .map((finding) => ({ part: finding.path.slice(depth), text: view.sentence(finding) }));
  const handle = (event: Event): void => view.set(path, emptied((event.target as HTMLElement & { value: Address }).value));
  return several(
    view,
    field,
    path,
    html`<motcua-address-field
      data-path=${controlId(path)}
      .port=${view.port}
      .parts=${field.parts ?? 'full'}
      .abroad=${field.allowAbroad ?? false}
      .value=${(view.value(path) as Address | undefined) ?? NONE}
      .errors=${errors}
      @input=${handle}
      @change=${handle}
    ></motcua-address-field>`,
  );
};

const NONE: Address = {};
const emptied = (address: Address): Address | undefined => (Object.keys(address).length > 0 ? address : undefined);
