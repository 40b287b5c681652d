/** The `map` command: the real case's 24 colours, the exact format, and every fault of a file at once. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CommandResult } from './command.ts';
import { map, mapFile } from './map.command.ts';

type Colours = Record<string, Record<string, string>>;
interface MapOutput {
  readonly places: readonly {
    readonly place: string;
    readonly elements: readonly {
      readonly element: string;
      readonly rag: string;
      readonly entries: readonly { readonly name: string; readonly match: string }[];
    }[];
  }[];
}

function outputOf(result: CommandResult): MapOutput {
  if ('faults' in result) throw new Error(result.faults.map(({ path }) => path).join(', '));
  return result.output as MapOutput;
}
const faultsOf = (input: unknown): readonly string[] => {
  const result = mapFile(input);
  return 'faults' in result ? result.faults.map(({ path, text }) => `${path}: ${text}`) : [];
};

describe('the case of Lancashire and South Cumbria', () => {
  const { places } = outputOf(map(['--input', 'seeds/lsc/map.json']));

  it('has the 24 colours that its rules give', () => {
    const system = JSON.parse(readFileSync('seeds/lsc/system.json', 'utf8')) as {
      expected: Colours;
    };
    const colours: Colours = {};
    for (const { place, elements } of places) {
      for (const { element, rag } of elements) {
        colours[element] = { ...colours[element], [place]: rag };
      }
    }
    expect(colours).toEqual(system.expected);
  });

  it('lists what matches or may, and leaves out what counts nowhere', () => {
    const cell = (place: string, element: string) =>
      places
        .find((one) => one.place === place)
        ?.elements.find((one) => one.element === element)
        ?.entries.map(({ name, match }) => [name, match]);
    expect(cell('blackpool', 'E4')).toEqual([['Blackpool PaIRS: team for 0-2', 'yes']]);
    expect(cell('lancashire', 'E4')).toEqual([]);
    expect(JSON.stringify(places)).not.toContain('Specialist health visitors');
  });
});

describe('the map command', () => {
  const agency = { agency: 'team', sectors: ['other'], places: ['north'], submitted: true };
  const entry = { agency: 'team', name: 'Infant team' };

  it('takes all fields of an entry, and puts out exactly the format', () => {
    const full = {
      ...entry,
      sector: 'other',
      places: ['north'],
      kind: 'team',
      status: 'running',
      focus: 'relationship',
      levels: ['specialist'],
      assessment: 'yes',
      fathers: 'yes',
      selfReferral: 'no',
      antenatal: 'some',
      routineEnquiry: 'unknown',
      interpreters: 'yes',
      consultation: 'yes',
      riskWork: 'no',
      staffTrained: 'all',
      ages: { from: -9, to: 24 },
      restrictions: ['threshold'],
      capacity: 'most',
      funding: 'recurrent',
      fundingEnds: '2027-03-31',
      interventions: ['vig', 'mellow-babies', 'watch-wait-and-wonder'],
      figures: [
        {
          place: 'north',
          level: 'specialist',
          familiesPerYear: 60,
          wte: 4.5,
          spend: 250000,
          waitWeeks: 6,
        },
      ],
    };
    const { places } = outputOf(mapFile({ agencies: [agency], entries: [full] }));
    expect(places).toHaveLength(1);
    const [place] = places;
    expect(place?.elements.map(({ rag }) => rag)).toEqual([
      'white',
      'white',
      'red',
      'green',
      'red',
      'amber',
    ]);
    expect(place?.elements[5]).toEqual({
      element: 'E6',
      rag: 'amber',
      entries: [
        {
          name: 'Infant team',
          agency: 'team',
          status: 'running',
          match: 'yes',
          met: ['funding', 'capacity'],
          failed: ['risk', 'threshold'],
          unknown: [],
        },
      ],
    });
    expect(place).toMatchObject({
      place: 'north',
      coverage: { other: { universal: 0, targeted: 0, specialist: 1 } },
      ages: { universal: [], targeted: [], specialist: [[-9, 24]] },
      familiesPerYear: { targeted: 0, specialist: 60 },
    });
    expect(Object.keys(place ?? {})).toEqual([
      'place',
      'elements',
      'coverage',
      'ages',
      'familiesPerYear',
    ]);
  });

  it('counts every entry, its agency known or not', () => {
    const stranger = {
      ...entry,
      agency: 'stranger',
      places: ['north'],
      status: 'running',
      consultation: 'yes',
    };
    const { places } = outputOf(mapFile({ agencies: [agency], entries: [stranger] }));
    expect(places[0]?.elements[5]?.rag).toBe('amber');
  });

  it('takes what is left out, and null for lists and ages, as unknown', () => {
    const unknown = {
      ...entry,
      places: ['north'],
      status: 'running',
      levels: null,
      ages: null,
      restrictions: null,
      interventions: null,
      figures: null,
    };
    const { places } = outputOf(mapFile({ agencies: [agency], entries: [unknown] }));
    expect(places[0]?.elements.map(({ rag }) => rag)).toEqual(Array(6).fill('white'));
  });

  it('has no Places without agencies', () => {
    expect(outputOf(mapFile({ agencies: [], entries: [] }))).toEqual({ places: [] });
  });

  it('names every fault with its path', () => {
    const faults = faultsOf({
      agencies: [{ ...agency, sectors: ['Other'], submitted: 'yes' }, { agency: 'x' }],
      entries: [
        { ...entry, status: 'open', levels: ['all'], ages: { from: 24, to: 0 } },
        { agency: 'team', fathers: true, colour: 'red', interventions: ['no-such-thing'] },
        { ...entry, figures: [{ place: 'north', familiesPerYear: -1 }], fundingEnds: '2027-02-30' },
      ],
      extra: 1,
    });
    expect(faults.map((fault) => fault.split(':')[0]).toSorted()).toEqual([
      '/agencies/0/sectors/0',
      '/agencies/0/submitted',
      '/agencies/1/places',
      '/agencies/1/sectors',
      '/agencies/1/submitted',
      '/entries/0/ages',
      '/entries/0/levels/0',
      '/entries/0/status',
      '/entries/1/colour',
      '/entries/1/fathers',
      '/entries/1/interventions/0',
      '/entries/1/name',
      '/entries/2/figures/0/familiesPerYear',
      '/entries/2/fundingEnds',
      '/extra',
    ]);
  });

  it.each([[null], [[]], ['text'], [{}]])('refuses %j', (input) => {
    expect(faultsOf(input).length).toBeGreaterThan(0);
  });
});
