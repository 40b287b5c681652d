/** What a summary keeps of a long text, and what it says of the rest. */
import { describe, expect, it } from 'vitest';
import { inShort } from './in-short.ts';

const ON = ' [goes on in the full report]';

describe('a text in short', () => {
  it.each([
    ['is itself where it fits', 'One saw less.', 13, 'One saw less.'],
    ['ends behind a sentence', 'One saw less. Another saw more.', 20, `One saw less.${ON}`],
    ['keeps its paragraphs apart', 'First.\nSecond.\nThird is long.', 16, `First.\nSecond.${ON}`],
    [
      'keeps the first words of a sentence that is too long',
      'The plan names under-twos and their fathers',
      18,
      `The plan names…${ON}`,
    ],
    ['parts no emoji of several signs', '👶🏽👶🏽👶🏽', 5, `👶🏽…${ON}`],
    [
      'ends a Polish sentence too',
      'Położna była wysłuchana. Łatwo.',
      26,
      `Położna była wysłuchana.${ON}`,
    ],
    ['says of one endless word that there is one', 'x'.repeat(300), 20, `…${ON}`],
  ])('%s', (_, text, most, wanted) => {
    expect(inShort(text, most)).toBe(wanted);
  });
});
