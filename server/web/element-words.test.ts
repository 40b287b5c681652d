/** Every reason that a support element's cell can have, in words. */
import { describe, expect, it } from 'vitest';
import { aServiceMap } from '../../test/factories/service-map.ts';
import type { ElementCell, ElementEntry } from '../domain/elements/element.ts';
import type { ElementRule } from '../domain/instrument/definition.ts';
import { entryItemsOf } from '../domain/instrument/items.ts';
import { elementWords, type ElementContext } from './element-words.ts';

const definition = aServiceMap();
const rule: ElementRule = {
  id: 'E1',
  title: 'Promoted universally',
  thrive: 'Thriving',
  providers: ['midwifery', 'other'],
  match: { item: 'ages', overlaps: [-9, 24] },
  matchText: 'it takes families before the second birthday',
  green: [
    {
      code: 'consultation',
      label: 'consultation by its staff',
      item: 'consultation',
      when: { item: 'consultation', is: ['yes'] },
    },
    {
      code: 'threshold',
      label: 'no threshold',
      item: 'restrictions',
      when: { item: 'restrictions', excludes: ['threshold'] },
      ours: true,
    },
  ],
};
const hub: ElementEntry = {
  id: 'hub',
  name: 'Family hub',
  agency: 'council',
  status: 'running',
  match: 'yes',
  met: [],
  failed: ['consultation'],
  unknown: ['threshold'],
  wouldSettle: [],
};
const close: ElementContext = {
  rule,
  items: new Map(entryItemsOf(definition).map(({ item }) => [item.id, item])),
  sectors: new Map([
    ['midwifery', 'Midwifery'],
    ['other', 'Other'],
  ]),
  saysOf: (entryId, { id }) => (entryId === 'hub' && id === 'consultation' ? ['No'] : []),
  agencies: new Map([
    ['council', 'The council'],
    ['trust', 'The trust'],
  ]),
};
const distant: ElementContext = { ...close, agencies: null };

const cell = (reason: ElementCell['reason'], more: Partial<ElementCell> = {}): ElementCell => ({
  element: 'E1',
  rag: 'amber',
  reason,
  entries: [],
  moreInDevelopment: false,
  ...more,
});
const sentences = (of: ElementCell, context = close) => elementWords(of, context).sentences;

describe('the words of a support element', () => {
  it('green names the service that meets every condition', () => {
    const met = { ...hub, met: ['consultation', 'threshold'], failed: [], unknown: [] };
    const green = cell({ kind: 'all-conditions-met', nearest: met }, { entries: [met] });
    expect(elementWords(green, close)).toEqual({
      count: '1 service',
      brief: 'all conditions met',
      sentences: ['Meets every condition: Family hub (The council).'],
    });
  });

  it('amber names the nearest, what it lacks and says now, and what is not known; ours is marked', () => {
    const amber = cell({ kind: 'lacks', nearest: hub }, { entries: [hub, { ...hub, id: '2' }] });
    expect(elementWords(amber, close)).toEqual({
      count: '2 services',
      brief: 'lacks consultation by its staff',
      sentences: [
        'Closest to green: Family hub (The council).',
        'Lacks: consultation by its staff (now: No).',
        'Not known: no threshold (ours).',
      ],
    });
  });

  it('amber without a failure says what is not known', () => {
    const nearest = { ...hub, failed: [], unknown: ['consultation', 'threshold'] };
    expect(elementWords(cell({ kind: 'lacks', nearest }), close).brief).toBe(
      'not known: consultation by its staff, 1 more',
    );
  });

  it('purple names what is in development', () => {
    const planned = { ...hub, status: 'in-development' as const };
    const purple = cell({ kind: 'in-development' }, { rag: 'purple', entries: [planned] });
    expect(elementWords(purple, close)).toEqual({
      count: '1 in development',
      brief: 'nothing runs yet',
      sentences: ['In development: Family hub. Nothing runs yet.'],
    });
  });

  it('development beside another colour is a sentence of its own', () => {
    const planned = { ...hub, id: 'new', name: 'New hub', status: 'in-development' as const };
    const amber = cell(
      { kind: 'lacks', nearest: hub },
      { entries: [hub, planned], moreInDevelopment: true },
    );
    expect(sentences(amber).at(-1)).toBe('More in development: New hub.');
  });

  it('white asks the fewest questions, in the instrument’s words', () => {
    const one = { ...hub, match: 'unknown' as const, wouldSettle: ['restrictions'] };
    const two = { ...one, wouldSettle: ['restrictions', 'consultation'] };
    expect(sentences(cell({ kind: 'questions', fewest: one }, { rag: 'white' }))).toEqual([
      'One answer would settle it, about Family hub (The council): “Who is turned away?”',
    ]);
    expect(elementWords(cell({ kind: 'questions', fewest: two }), distant)).toEqual({
      count: 'Not known',
      brief: '2 answers would settle it',
      sentences: [
        'Two answers would settle it, about Family hub: “Who is turned away?” and “Offers consultation”',
      ],
    });
  });

  it('red says that everyone who could provide it has answered', () => {
    const red = cell({ kind: 'none', askedAgencies: ['council', 'trust'] }, { rag: 'red' });
    expect(sentences(red)).toEqual([
      'Both agencies that could provide it have answered, and neither does.',
      'Asked: The council and The trust.',
    ]);
    const three = ['council', 'trust', 'charity'];
    expect(sentences(cell({ kind: 'none', askedAgencies: three }), distant)).toEqual([
      'All 3 agencies that could provide it have answered, and none does.',
    ]);
    expect(sentences(cell({ kind: 'none', askedAgencies: ['council'] }), distant)).toEqual([
      'The one agency that could provide it has answered, and does not.',
    ]);
  });

  it('white waits for those who have not answered, by name for those who may see names', () => {
    const waiting = cell({ kind: 'not-answered', waitingFor: ['trust'] }, { rag: 'white' });
    expect(sentences(waiting)).toEqual([
      '1 agency that could provide it has not answered: The trust.',
    ]);
    expect(sentences(waiting, distant)).toEqual([
      '1 agency that could provide it has not answered.',
    ]);
  });

  it('white says that nobody is asked, and who it would be', () => {
    expect(sentences(cell({ kind: 'nobody-asked' }, { rag: 'white' }))).toEqual([
      'No agency that could provide it is asked here. It would be one of midwifery, other.',
    ]);
  });
});
