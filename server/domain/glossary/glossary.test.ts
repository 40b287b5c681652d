import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Definition, Term } from '../instrument/definition.ts';
import { glossary, ownTerm } from './glossary.ts';

const shipped = ['pair-maturity', 'pair-service-map'].map(
  (id) =>
    JSON.parse(
      readFileSync(new URL(`../../../seeds/instruments/${id}/1.0.0.json`, import.meta.url), 'utf8'),
    ) as Definition,
);
const ofInstruments = shipped.flatMap(({ terms = [] }) => terms);
const groups = glossary(ofInstruments);
const all = groups.flatMap(({ terms }) => terms);
const ids = all.map(({ id }) => id);

describe('the glossary', () => {
  it('has each word once, whether this platform or an instrument explains it', () => {
    expect(ids).toEqual([...new Set(ids)]);
    const headings = groups.map(({ id }) => id);
    expect(ids.filter((id) => headings.includes(id))).toEqual([]);
    const words = all.map(({ term }) => term.toLowerCase());
    expect(words).toEqual([...new Set(words)]);
  });

  it('leaves out no term that an instrument defines', () => {
    expect(ofInstruments.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each([
    // the toolkit's section A.1
    'baby first-1001-days bonding attachment attachment-pattern attachment-disorder reciprocity',
    'attunement parental-sensitivity emotional-regulation parent-infant-relationship pair',
    'adversity aces parent-infant-relationship-difficulties brain-development',
    'social-and-emotional-development early-childhood-development infant-mental-health',
    'good-enough-care infant-mental-health-difficulties pimhs team',
    'perinatal-mental-health-service pair-service support intervention prevention',
    'early-intervention system-transformation care-pathway universal targeted specialist',
    // what people meet in this platform
    'system place agency sector instrument round response service-entry no-service level rating',
    'rag element median agreement range split to-discuss few-answers no-evidence agreed-level',
    'suggested-level equity-gap profile distribution thrive green amber red unknown in-development',
  ])('explains %s', (expected) => {
    expect(expected.split(' ').filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('stands in alphabetical order inside each group, quotation marks aside', () => {
    expect(groups.find(({ id }) => id === 'colours')?.terms.map(({ term }) => term)).toEqual([
      'Amber',
      'Green',
      'In development',
      'Ours',
      'RAG',
      'Red',
      'To discuss',
      'Unknown',
    ]);
    const rounds = groups.find(({ id }) => id === 'rounds')?.terms.map(({ term }) => term) ?? [];
    expect(rounds.indexOf('“No service”')).toBe(rounds.indexOf('Maturity grid') + 1);
  });

  it('says of the words that are not our own where they come from', () => {
    const credited = groups.filter(({ source }) => source.includes('Parent-Infant Foundation'));
    expect(credited.map(({ title }) => title)).toEqual([
      'Babies and relationships',
      'Services and care',
    ]);
  });

  it('explains each word in few', () => {
    const long = all.filter(({ definition }) => definition.split(' ').length > 50);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  it('takes the first of two instruments that define a word, and its own before either', () => {
    const term = (id: string, definition: string): Term => ({ id, term: id, definition });
    const found = glossary([
      term('zeal', 'First.'),
      term('zeal', 'Second.'),
      term('median', 'Theirs.'),
    ]).flatMap(({ terms }) => terms);
    expect(found.filter(({ id }) => id === 'zeal').map(({ definition }) => definition)).toEqual([
      'First.',
    ]);
    expect(found.find(({ id }) => id === 'median')).toEqual(ownTerm('median'));
  });

  it('is there before any instrument is', () => {
    expect(glossary([]).map(({ title }) => title)).not.toContain(
      'More words of the questionnaires',
    );
  });
});
