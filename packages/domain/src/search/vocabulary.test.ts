import { describe, expect, test } from '../../test/tools.ts';
import { oneSlip } from './vocabulary.ts';

describe('one slip', () => {
  test.each([
    ['a letter too many', 'khaii', 'khai'],
    ['a letter missing', 'kai', 'khai'],
    ['a wrong letter', 'khoi', 'khai'],
    ['two changed over', 'kahi', 'khai'],
    ['changed over at the end', 'sihn', 'sinh'],
    ['at the beginning', 'inh', 'sinh'],
  ])('%s: «%s», «%s»', (_, a, b) => expect([oneSlip(a, b), oneSlip(b, a)]).toEqual([true, true]));

  test.each([['ka', 'khai'], ['abcd', 'bcda'], ['khai', 'sinh'], ['ab', 'ba1'], ['', 'ab']])('«%s» is further from «%s»', (a, b) =>
    expect([oneSlip(a, b), oneSlip(b, a)]).toEqual([false, false]),
  );
});
