/** One question a screen: the steps of a form cut into screens of one question each. */
import type { Field, Step } from '@motcua/contract/form';

/** Words lead to the question after them; what is computed follows the one before. */
function groupsOf(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = [];
  let lead: Field[] = [];
  for (const field of fields) {
    const before = groups[groups.length - 1];
    if (field.kind === 'statement') lead.push(field);
    else if (field.kind === 'computed' && before !== undefined) before.push(field);
    else {
      groups.push([...lead, field]);
      lead = [];
    }
  }
  const last = groups[groups.length - 1];
  if (lead.length > 0) {
    if (last === undefined) groups.push(lead);
    else last.push(...lead);
  }
  return groups;
}

/** Screens of one question. The first keeps the id of its step, so that links to the step still lead there. */
export function questionsOf(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) =>
    groupsOf(step.fields).map((fields, index) => {
      const { description, ...rest } = step;
      if (index === 0) return { ...rest, ...(description && { description }), fields };
      const question = fields.find((field) => field.kind !== 'statement') ?? fields[0];
      return { ...rest, id: `${step.id}/${question?.id ?? index}`, fields };
    }),
  );
}

/** Id of the step that a screen was cut from. Ids never hold a slash. */
export function stepOfScreen(id: string): string {
  return id.split('/')[0] ?? id;
}

/** The screen of an id that may come from the other way of going through: a draft of the phone opened at a counter. */
export function screenOf(screens: readonly Step[], id: string): Step | undefined {
  return screens.find((screen) => screen.id === id) ?? screens.find((screen) => screen.id === stepOfScreen(id)) ?? screens[0];
}
