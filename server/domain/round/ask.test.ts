/** When a question is answered, and when it may be sent again. */
import { describe, expect, it } from 'vitest';
import { isAskedLately, isStillOpen, takesQuestions } from './ask.ts';

describe('a question that was sent', () => {
  it.each([
    [undefined, false, true],
    ['', false, true],
    ['no', false, false],
    ['unknown', false, false],
    [null, false, false],
    ['unknown', true, true],
    [null, true, true],
    [['unknown'], true, true],
    [[], true, false],
    ['no', true, false],
  ])('with %j now, “not known” before: %j, is open: %j', (answer, saidUnknown, open) => {
    expect(isStillOpen(answer, saidUnknown)).toBe(open);
  });

  it('is not sent again for a week', () => {
    const asked = new Date('2026-03-18T14:02:00Z');
    expect(isAskedLately(asked, new Date('2026-03-25T14:01:59Z'))).toBe(true);
    expect(isAskedLately(asked, new Date('2026-03-25T14:02:00Z'))).toBe(false);
  });

  it('is sent as long as a map can be given back', () => {
    expect(takesQuestions('open')).toBe(true);
    expect(takesQuestions('factual-check')).toBe(true);
    expect(takesQuestions('published')).toBe(false);
  });
});
