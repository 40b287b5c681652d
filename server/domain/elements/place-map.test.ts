/** What holds for a map of any entries: every cell has a colour, and neither order nor other Places change it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import type { SupportRules } from '../instrument/definition.ts';
import type { MapAgency, MapEntry } from './element.ts';
import { mapPlaces } from './place-map.ts';

const rules = shippedRules();
const sectors = ['midwifery', 'health-visiting', 'other'];
const places = ['north', 'south', 'east'];

function shippedRules(): SupportRules {
  const support = readShippedDefinition('pair-service-map')?.support;
  if (support === undefined) throw new Error('the service map has lost its rules');
  return support;
}

const truth = fc.constantFrom('yes', 'some', 'no', 'unknown', null);
const someAnswers = fc.record(
  {
    sector: fc.constantFrom(...sectors),
    status: fc.constantFrom('running', 'in-development', 'paused'),
    focus: fc.constantFrom('relationship', 'child', 'unknown'),
    levels: fc.option(fc.subarray(['universal', 'targeted', 'specialist'])),
    ages: fc.constantFrom({ from: 0, to: 24 }, { from: 12, to: 60 }, null),
    fathers: truth,
    antenatal: truth,
    assessment: truth,
    routineEnquiry: truth,
    consultation: truth,
    riskWork: truth,
    staffTrained: fc.constantFrom('all', 'some', 'none', 'unknown'),
    capacity: fc.constantFrom('all', 'few', 'unknown'),
    funding: fc.constantFrom('recurrent', 'fixed-term', 'unknown'),
    interventions: fc.option(fc.subarray(['vig'])),
    restrictions: fc.option(fc.subarray(['age', 'threshold'])),
  },
  { requiredKeys: ['status'] },
);
const someEntry: fc.Arbitrary<MapEntry> = fc.record({
  id: fc.uuid(),
  agency: fc.constantFrom('a', 'b'),
  name: fc.string({ minLength: 1 }),
  places: fc.option(fc.subarray(places)),
  answers: someAnswers,
});
const someAgency: fc.Arbitrary<MapAgency> = fc.record({
  agency: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('An agency'),
  sectors: fc.subarray(sectors),
  places: fc.subarray(places),
  submitted: fc.boolean(),
});
const someEntries = fc.array(someEntry, { maxLength: 6 });
const someAgencies = fc.array(someAgency, { maxLength: 4 });

const colours = (agencies: readonly MapAgency[], entries: readonly MapEntry[]) =>
  mapPlaces(rules, sectors, { agencies, entries }).map(({ place, elements }) => [
    place,
    elements.map(({ rag }) => rag),
  ]);

describe('the map of all Places', () => {
  it('names the Places of the agencies by first appearance', () => {
    const agency = (at: readonly string[]): MapAgency => ({
      agency: 'a',
      name: 'A',
      sectors: [],
      places: at,
      submitted: true,
    });
    const map = mapPlaces(rules, sectors, {
      agencies: [agency(['south', 'north']), agency(['east', 'south'])],
      entries: [],
    });
    expect(map.map(({ place }) => place)).toEqual(['south', 'north', 'east']);
  });

  it('has a colour and a reason for every cell', () => {
    fc.assert(
      fc.property(someAgencies, someEntries, (agencies, entries) => {
        for (const { elements } of mapPlaces(rules, sectors, { agencies, entries })) {
          expect(elements.map(({ element }) => element)).toEqual(
            rules.elements.map(({ id }) => id),
          );
          for (const { rag, reason } of elements) expect(reasonsOf[rag]).toContain(reason.kind);
        }
      }),
    );
  });

  it('does not depend on the order of entries', () => {
    fc.assert(
      fc.property(someAgencies, someEntries, (agencies, entries) => {
        const map = mapPlaces(rules, sectors, { agencies, entries });
        const again = mapPlaces(rules, sectors, { agencies, entries: entries.toReversed() });
        const withoutEntries = (one: typeof map) =>
          one.map(({ elements, ...rest }) => ({ ...rest, rags: elements.map(({ rag }) => rag) }));
        expect(withoutEntries(again)).toEqual(withoutEntries(map));
      }),
    );
  });

  it('is not changed by an entry that serves another Place', () => {
    fc.assert(
      fc.property(someAgencies, someEntries, someEntry, (agencies, entries, extra) => {
        const elsewhere = { ...extra, places: ['west'] };
        expect(colours(agencies, [...entries, elsewhere])).toEqual(colours(agencies, entries));
      }),
    );
  });

  it('is for each Place what it is for that Place alone', () => {
    fc.assert(
      fc.property(someAgencies, someEntries, (agencies, entries) => {
        for (const map of mapPlaces(rules, sectors, { agencies, entries })) {
          const here = agencies
            .filter((agency) => agency.places.includes(map.place))
            .map((agency) => ({ ...agency, places: [map.place] }));
          expect(mapPlaces(rules, sectors, { agencies: here, entries })).toStrictEqual([map]);
        }
      }),
    );
  });

  it('never shows red while a possible provider has not answered', () => {
    fc.assert(
      fc.property(someAgencies, someEntries, (agencies, entries) => {
        const silent = agencies.map((agency) => ({ ...agency, submitted: false }));
        expect(colours(silent, entries).flat(2)).not.toContain('red');
      }),
    );
  });
});

const reasonsOf = {
  green: ['all-conditions-met'],
  amber: ['lacks'],
  purple: ['in-development'],
  white: ['questions', 'not-answered', 'nobody-asked'],
  red: ['none'],
} as const;
