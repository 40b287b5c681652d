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
    expect(isStillOpen(answer, { saidUnknown, answeredAt: null })).toBe(open);
  });

  it.each([[undefined], ['unknown'], ['no']])(
    'is answered once somebody answered it by itself, with %j as well',
    (answer) => {
      const answeredAt = new Date('2026-03-19T09:00:00Z');
      expect(isStillOpen(answer, { saidUnknown: true, answeredAt })).toBe(false);
    },
  );

  it('is not sent again for a week', () => {
    const asked = new Date('2026-03-18T14:02:00Z');
    expect(isAskedLately(asked, new Date('2026-03-25T14:01:59Z'))).toBe(true);
    expect(isAskedLately(asked, new Date('2026-03-25T14:02:00Z'))).toBe(false);
  });

  it('is sent until the results are published', () => {
    expect(takesQuestions('open')).toBe(true);
    expect(takesQuestions('factual-check')).toBe(true);
    expect(takesQuestions('published')).toBe(false);
  });
});
