/** How the result comes back and how papers travel: a private element, or whatever the page puts into the slot. */
import '../../internal/postal-choice/motcua-postal-choice.ts';
import { html } from 'lit';
import type { DeliveryChoice } from '@motcua/contract/postal';
import { applicantOf } from '../applicant.model.ts';
import { several } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';

/** Delivery field. The applicant's own name, phone and address are offered for the parcel. */
export const deliveryField: FieldTemplate<'delivery'> = (view, field, path) => {
  const depth = path.length + 1;
  const errors = view
    .findingsUnder(path)
    .filter((finding) => finding.path !== path)
    .map((finding) => ({ part: partOf(finding.path.slice(depth)), text: view.sentence(finding) }));
  const handle = (event: Event): void => {
    const value = (event.target as HTMLElement & { value?: DeliveryChoice | null }).value;
    if (typeof value === 'object') view.set(path, value ?? undefined);
  };
  // A control of the page gets what a draft knows; from then on its `change` is heard.
  const fill = (event: Event): void => {
    const [control] = (event.target as HTMLSlotElement).assignedElements() as (HTMLElement & { value?: unknown })[];
    const value = view.value(path);
    if (control !== undefined && value !== undefined) control.value = value;
  };
  return several(
    view,
    field,
    path,
    html`<slot name="delivery" @change=${handle} @input=${handle} @slotchange=${fill}
      ><motcua-postal-choice
          .port=${view.port}
        .modes=${field.modes}
        .papersByPost=${field.papersByPost ?? false}
        .applicant=${applicantOf(view.definition, view.answers)}
        .value=${(view.value(path) as DeliveryChoice | undefined) ?? null}
        .errors=${errors}
      ></motcua-postal-choice
    ></slot>`,
    'quiet',
  );
};

/** The element shows all that is wrong with an address in one place. */
function partOf(path: string): string {
  const [end, part] = path.split('/');
  return part === 'address' ? `${end}.address` : path.split('/').join('.');
}
