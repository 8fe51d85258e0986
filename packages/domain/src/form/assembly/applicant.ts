/** Who applies (chủ hồ sơ) and how to reach them. */
import type { Answers, Person } from '@motcua/contract/answers';
import type { Field, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import type { Address } from '@motcua/contract/unit';
import { isEmpty, isRecord, own, tidyText } from '../value.ts';
import { declarantFields } from './declarant.ts';
import { WORDS } from './words.ts';

type ApplicantFields = NonNullable<FormDefinition['applicant']>;

const PERSON: FieldOf<'person'> = {
  kind: 'person',
  id: 'applicant',
  label: WORDS.applicant,
  required: true,
  parts: ['hoTen', 'ngaySinh', 'soDinhDanh', 'noiCuTru', 'dienThoai', 'email'],
  requiredParts: ['hoTen', 'dienThoai'],
  partialBirthDate: true,
  sensitive: true,
};

const PHONE: FieldOf<'phone'> = {
  kind: 'phone',
  id: 'contact.phone',
  label: WORDS.phone,
  required: true,
  autocomplete: 'tel',
  sensitive: true,
};
const EMAIL: FieldOf<'email'> = {
  kind: 'email',
  id: 'contact.email',
  label: WORDS.email,
  hint: WORDS.emailHint,
  autocomplete: 'email',
  sensitive: true,
};

function findField(definition: FormDefinition | null, id: string | undefined): Field | undefined {
  return definition?.steps.flatMap((step) => step.fields).find((field) => field.id === id);
}

/** A field that holds the applicant's phone although the mapping does not say so: the person named there. */
function personWith(declaration: FormDefinition, part: 'dienThoai' | 'email'): string | undefined {
  const field = findField(declaration, declaration.applicant?.name);
  return field?.kind === 'person' && field.parts.includes(part) ? field.id : undefined;
}

/** The steps that ask for what the declaration does not, and the mapping of the whole form. */
export function applicantSteps(declaration: FormDefinition | null): { steps: Step[]; applicant: ApplicantFields } {
  const known = declaration?.applicant;
  if (!declaration || !known) {
    const { id } = PERSON;
    const steps = [{ id: 'applicant', title: WORDS.applicantTitle, fields: [PERSON, ...declarantFields()] }];
    return { steps, applicant: { name: id, phone: id, email: id, address: id } };
  }
  const phone = known.phone ?? personWith(declaration, 'dienThoai');
  const email = known.email ?? personWith(declaration, 'email');
  const reach = { phone: phone ?? PHONE.id, ...(email === undefined ? {} : { email }) };
  // A declaration that asks for the phone itself leaves only the question for whom it is.
  if (phone !== undefined) return { steps: [{ id: 'contact', title: WORDS.declarantTitle, fields: declarantFields() }], applicant: { ...known, ...reach } };
  const fields: Field[] = [...(email === undefined ? [PHONE, EMAIL] : [PHONE]), ...declarantFields()];
  const step: Step = { id: 'contact', title: WORDS.contactTitle, description: WORDS.contactDescription, fields };
  return { steps: [step], applicant: { ...known, email: EMAIL.id, ...reach } };
}

/** The applicant as far as the answers tell. */
export interface Applicant {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address | null;
}

function answered(answers: Answers, id: string | undefined, part: keyof Person): unknown {
  if (id === undefined) return null;
  const value = own(answers, id);
  // A person field holds all of it; an address field is an object too, but has no such part.
  return isRecord(value) && (part !== 'noiCuTru' || own(value, part) !== undefined) ? own(value, part) : value;
}
const textOf = (value: unknown): string | null => (typeof value === 'string' && !isEmpty(value) ? tidyText(value) : null);

/** Reads the applicant by `definition.applicant`; null for what is not answered or has the wrong type. */
export function applicantOf(definition: FormDefinition, answers: Answers): Applicant {
  const map = definition.applicant;
  const address = answered(answers, map?.address, 'noiCuTru');
  return {
    name: textOf(answered(answers, map?.name, 'hoTen')),
    phone: textOf(answered(answers, map?.phone, 'dienThoai')),
    email: textOf(answered(answers, map?.email, 'email')),
    address: isRecord(address) && !isEmpty(address) ? (address as Address) : null,
  };
}
