/** Kind → template. Everyday kinds are here at once; composed ones come when a step needs them. */
import type { FieldKind } from '@motcua/contract/form';
import { choiceField, yesNoField } from './choice-field.ts';
import { dateField } from './date-field.ts';
import type { FieldTemplate } from './field-view.ts';
import { numberField } from './number-field.ts';
import { personField } from './person-field.ts';
import { computedField, consentField, statementField } from './statement-field.ts';
import { lineField, textareaField } from './text-field.ts';

/** A template or the promise of one; the controller keeps what has arrived. */
export type AnyTemplate = FieldTemplate<never>;

/** Kinds in the first chunk: everyday ones, and the person that the first step of nearly every form asks for. */
export const READY_KINDS: { readonly [K in FieldKind]?: AnyTemplate } = {
  text: lineField,
  phone: lineField,
  email: lineField,
  'citizen-number': lineField,
  'tax-code': lineField,
  textarea: textareaField,
  number: numberField,
  money: numberField,
  date: dateField,
  choice: choiceField,
  'yes-no': yesNoField,
  statement: statementField,
  consent: consentField,
  computed: computedField,
  person: personField,
};

/** Kinds that travel later. */
export const LATER_KINDS: { readonly [K in FieldKind]?: () => Promise<AnyTemplate> } = {
  'identity-paper': () => import('./identity-paper-field.ts').then((module) => module.identityPaperField),
  group: () => import('./group-field.ts').then((module) => module.groupField),
  address: () => import('./address-field.ts').then((module) => module.addressField),
  delivery: () => import('./delivery-field.ts').then((module) => module.deliveryField),
  custom: () => import('./custom-field.ts').then((module) => module.customField),
  paper: () => import('./paper-field.ts').then((module) => module.paperField),
};
