/**
 * How a form reads its own answers. An answer counts only while its field is shown: a hidden answer stays in the draft
 * and comes back when the field does, but no condition, computed value, summary or submission sees it. Both sides (page
 * with the draft, gateway with the cleaned answers) therefore come to the same result.
 */
import type { Condition, Field, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import { compute } from './compute.ts';
import { holds } from './condition.ts';
import type { FormContext, Scope } from './context.ts';
import { hasOwn, own, partOf, tidyText } from './value.ts';

interface Place {
  readonly field: Field;
  readonly when: Condition | undefined;
}
type FieldHolder = Pick<Step, 'fields' | 'when'>;

interface ScopeInput {
  readonly today: string;
  readonly answers: unknown;
  readonly places: Places;
  readonly definition?: FormDefinition | undefined;
  readonly parent?: Scope | undefined;
  /** All fields are known: an answer of any other id does not count. */
  readonly closed: boolean;
}

type Places = ReadonlyMap<string, Place>;

/** Remembered by the definition (or group, or step) itself, so that a key stroke costs the same in a form of 1,000 fields. */
const PLACES = new WeakMap<object, Places>();

function placesIn(owner: object, holders: readonly FieldHolder[]): Places {
  const known = PLACES.get(owner);
  if (known) return known;
  const places = new Map<string, Place>();
  for (const { fields, when } of holders) {
    for (const field of fields) places.set(field.id, { field, when });
  }
  PLACES.set(owner, places);
  return places;
}

const NO_PLACES: Places = new Map();

/** Makes a scope; what it found out about visibility is kept for its life, so answers must not change meanwhile. */
export function makeScope(input: ScopeInput): Scope {
  const { today, answers, definition, parent, places } = input;
  const shown = new Map<string, boolean>();
  const computing = new Set<string>();

  const test = (condition: Condition | undefined): boolean => condition === undefined || holds(condition, scope.read, today);
  const show = ({ field, when }: Place): boolean => {
    if (when === undefined && field.when === undefined) return true;
    const known = shown.get(field.id);
    if (known !== undefined) return known;
    // Conditions that go in a circle end here: a field that is being asked about counts as hidden.
    shown.set(field.id, false);
    const result = test(when) && test(field.when);
    shown.set(field.id, result);
    return result;
  };
  const computed = (field: FieldOf<'computed'>): unknown => {
    if (computing.has(field.id)) return undefined;
    computing.add(field.id);
    const value = compute(field, scope);
    computing.delete(field.id);
    return value;
  };
  const valueOf = (place: Place): unknown => {
    // Words have no answer, whatever was sent for them.
    if (!show(place) || place.field.kind === 'statement') return undefined;
    return place.field.kind === 'computed' ? computed(place.field) : own(answers, place.field.id);
  };

  const scope: Scope = {
    today,
    definition,
    read(fieldId, part) {
      const place = places.get(fieldId);
      const isHere = place !== undefined || (!input.closed && hasOwn(answers, fieldId));
      if (!isHere) return parent?.read(fieldId, part);
      const value = partOf(place ? valueOf(place) : own(answers, fieldId), part);
      return typeof value === 'string' ? tidyText(value) : value;
    },
    holds: test,
    isVisible: (field) => show(places.get(field.id) ?? { field, when: undefined }),
    isRequired(field) {
      if (field.kind === 'group' && (field.minRows ?? 0) > 0) return true;
      const { required } = field;
      return typeof required === 'object' ? test(required) : required === true;
    },
    row: (group, rowAnswers) =>
      makeScope({ today, definition, parent: scope, answers: rowAnswers, places: placesIn(group, [group]), closed: true }),
  };
  return scope;
}

/**
 * A scope as exact as the context allows: the whole form, else one step, else answers as they are. Definitions are data
 * that nobody changes: a changed form is another object.
 */
export function openScope(answers: unknown, context: FormContext, step?: Step): Scope {
  const { today, definition, group, row } = context;
  const ofStep = step ? placesIn(step, [step]) : NO_PLACES;
  const places = definition ? placesIn(definition, definition.steps) : ofStep;
  const form = makeScope({ today, answers, definition, places, closed: definition !== undefined });
  if (!row) return form;
  if (group) return form.row(group, row.answers);
  return makeScope({ today, definition, parent: form, answers: row.answers, places: NO_PLACES, closed: false });
}

/** The shown steps with their shown fields, in order; steps without a shown field are left out. */
export function stepsOf(definition: FormDefinition, scope: Scope): Step[] {
  return definition.steps
    .map((step) => ({ ...step, fields: step.fields.filter(scope.isVisible) }))
    .filter((step) => step.fields.length > 0);
}
