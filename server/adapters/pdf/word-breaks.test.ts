import { expect, it } from 'vitest';
import { bindLastWords, bindNumbers, breakOpportunities } from './word-breaks.ts';

it('a line ends after a space', () => {
  expect(breakOpportunities('one two three')).toEqual(['one ', 'two ', 'three']);
});

it('a line ends after a hyphen behind four letters and before three, and nowhere else in a word', () => {
  expect(breakOpportunities('parent-infant')).toEqual(['parent-', 'infant']);
  expect(breakOpportunities('co-ordination')).toEqual(['co-ordination']);
  expect(breakOpportunities('0-2')).toEqual(['0-2']);
  expect(breakOpportunities('drop-in')).toEqual(['drop-in']);
  expect(breakOpportunities('Llanfihangel-y-Creuddyn')).toEqual(['Llanfihangel-', 'y-Creuddyn']);
});

it('dates and units stay with their number', () => {
  expect(bindNumbers('on 31 March 2027, 2,140 births')).toBe(
    'on 31\u00a0March 2027, 2,140\u00a0births',
  );
  expect(bindNumbers('8 of 9')).toBe('8\u00a0of 9');
});

it('a short last word stays with the word before it', () => {
  expect(bindLastWords('Teams see a few')).toBe('Teams see a\u00a0few');
  expect(bindLastWords('two words')).toBe('two words');
  expect(bindLastWords('a long recommendation')).toBe('a long recommendation');
});
