import { describe, expect, test } from 'vitest';
import type { Field, Step } from '@motcua/contract/form';
import { questionsOf, screenOf, stepOfScreen } from './questions.model.ts';

const label = { vi: 'x' };
const text = (id: string): Field => ({ kind: 'text', id, label });
const said = (id: string): Field => ({ kind: 'statement', id, label });
const computed: Field = { kind: 'computed', id: 'chu', label, compute: { op: 'copy', field: 'b' } };
const step: Step = { id: 's', title: { vi: 'Mẹ' }, description: { vi: 'd' }, fields: [said('w'), text('a'), text('b'), computed, text('c'), said('end')] };

describe('one question a screen', () => {
  test('words lead, computed values follow, the first screen keeps the id of the step', () => {
    const screens = questionsOf([step, { id: 't', title: label, fields: [said('only')] }]);
    expect(screens.map((screen) => [screen.id, screen.fields.map((field) => field.id)])).toEqual([
      ['s', ['w', 'a']], ['s/b', ['b', 'chu']], ['s/c', ['c', 'end']], ['t', ['only']],
    ]);
    expect(screens.map((screen) => screen.description?.vi)).toEqual(['d', undefined, undefined, undefined]);
  });

  test('a place of one way is found in the other', () => {
    expect(screenOf([step], 's/c')?.id).toBe('s');
    expect(screenOf(questionsOf([step]), 's/c')?.id).toBe('s/c');
    expect(screenOf(questionsOf([step]), 'gone')?.id).toBe('s');
    expect(stepOfScreen('s/c')).toBe('s');
  });
});
