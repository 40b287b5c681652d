import { describe, expect, it } from 'vitest';
import type { LevelItem } from '../instrument/definition.ts';
import type { LevelAnswer } from './answers.ts';
import { levelPartId, markId, levelParts, levelPartValue, type LevelPart } from './level-parts.ts';
import { withParts } from './merge-level.ts';

const criterion = (id: string) => ({ id, text: id, required: true });
const item: LevelItem = {
  id: 'leadership',
  type: 'level',
  text: 'Leadership',
  descriptors: [
    { level: 1, summary: 'Begun', criteria: [criterion('one'), criterion('two')] },
    { level: 2, summary: 'Grown', criteria: [criterion('three')] },
  ],
};
const old: LevelAnswer = { criteria: { one: 'met', two: 'not' }, level: null, evidence: 'A plan' };
const now: LevelAnswer = { criteria: { one: 'partly' }, level: 2, reason: 'Nearly', links: [] };

describe('the parts of a domain’s answer', () => {
  it('are its marks in order, the level, the texts and the links', () => {
    expect(levelParts(item).map(levelPartId)).toEqual([
      'criteria_one',
      'criteria_two',
      'criteria_three',
      'level',
      'reason',
      'evidence',
      'noEvidence',
      'links',
    ]);
  });

  it.each<[LevelPart, Partial<LevelAnswer>]>([
    [{ kind: 'evidence' }, { evidence: 'A plan' }],
    [{ kind: 'level' }, { level: null }],
    [{ kind: 'mark', criterion: 'one' }, { criteria: { one: 'met' } }],
    [{ kind: 'mark', criterion: 'two' }, { criteria: { one: 'partly', two: 'not' } }],
  ])('are brought back one by one: %o', (part, changed) => {
    const taken = withParts(now, old, [levelPartId(part)]);
    expect(taken).toEqual({ ...now, ...changed });
    expect(levelPartValue(taken, part)).toEqual(levelPartValue(old, part));
  });

  it('that were empty become empty again', () => {
    expect(withParts(now, old, ['reason'])).toEqual({
      criteria: { one: 'partly' },
      level: 2,
      links: [],
    });
    expect(withParts(now, { criteria: {} }, [markId('one')])).toEqual({
      ...now,
      criteria: {},
    });
  });
});
