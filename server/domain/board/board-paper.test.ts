/** Two people at one paper: what either wrote stays, and where both did, it is asked. */
import { describe, expect, it } from 'vitest';
import { boardFields, emptyPaper, mergePapers, paperParts } from './board-paper.ts';

const base = { ...emptyPaper, keyPoints: 'One.', issues: 'Two.' };

describe('a form that was opened before somebody else saved', () => {
  it('keeps what either changed in different fields', () => {
    const merged = mergePapers(
      base,
      { ...base, keyPoints: 'Theirs.' },
      { ...base, issues: 'Ours.' },
    );
    expect(merged).toEqual({
      paper: { ...base, keyPoints: 'Theirs.', issues: 'Ours.' },
      clashes: [],
    });
  });

  it('asks about a field that both changed, and holds the words that were sent', () => {
    const merged = mergePapers(base, { ...base, issues: 'Theirs.' }, { ...base, issues: 'Ours.' });
    expect(merged).toEqual({ paper: { ...base, issues: 'Ours.' }, clashes: ['issues'] });
  });

  it('asks nothing where both came to the same words', () => {
    const same = { ...base, issues: 'Same.' };
    expect(mergePapers(base, same, same)).toEqual({ paper: same, clashes: [] });
  });

  it('asks about all that differs where nobody knows what the form was opened with', () => {
    const sent = { ...base, asks: 'Fund it.' };
    expect(mergePapers(undefined, base, sent)).toEqual({ paper: sent, clashes: ['asks'] });
  });

  it('takes words away where one did and the other left them as they were', () => {
    const emptied = { ...base, keyPoints: '' };
    expect(mergePapers(base, emptied, base).paper).toEqual(emptied);
  });
});

describe('a paper’s history', () => {
  it('calls choices and days by their words', () => {
    const paper = { ...emptyPaper, purpose: 'approve', meetingOn: '2026-12-04', quality: 'no' };
    const words = paperParts((day) => `the day ${day}`).map((part) => part.wordsOf(paper));
    expect(words.filter(Boolean)).toEqual(['the day 2026-12-04', 'Approve', 'No']);
    expect(words).toHaveLength(boardFields.length);
  });
});
