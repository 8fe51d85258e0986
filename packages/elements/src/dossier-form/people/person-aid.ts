/** Help for whole persons and addresses, put before their fields: scan a card, use again what was entered. Loaded after the first field. */
import './motcua-person-aid.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { AnswerPath } from '../answer-path.model.ts';
import type { FormView } from '../fields/field-view.ts';
import { personPlaces, type PersonPlace } from './person-places.model.ts';

/** Places of the answers of one moment; asked for by every field of a render. */
const placesOf = new WeakMap<Answers, ReadonlyMap<AnswerPath, PersonPlace>>();

function placeAt(view: FormView, path: AnswerPath): PersonPlace | undefined {
  let places = placesOf.get(view.answers);
  if (places === undefined) {
    places = new Map(personPlaces(view.steps, view.answers).map((place) => [place.at, place]));
    placesOf.set(view.answers, places);
  }
  return places.get(path);
}

/** Help that belongs before the answer at the path; nothing for most. `address`: the field, when it is a whole address. */
export function personAid(view: FormView, path: AnswerPath, address: FieldOf<'address'> | null): TemplateResult | typeof nothing {
  const place = address === null ? placeAt(view, path) : undefined;
  if (place === undefined && address === null) return nothing;
  return html`<motcua-person-aid .view=${view} .path=${path} .place=${place ?? null} .address=${address} .answers=${view.answers}></motcua-person-aid>`;
}
