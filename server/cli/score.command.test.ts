/** The `score` command: the worked examples, the exact format, every fault at once, and what must not matter. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedDefinition } from '../adapters/instruments.ts';
import type { Level } from '../domain/scoring/score.ts';
import { score, scoreFile } from './score.command.ts';
import { scoreOutput } from './score.output.ts';
import type { ScoreInput } from './score.schema.ts';

const examples = 'seeds/instruments/pair-maturity/examples';
const domain = 'strategic-leadership';

function readExample(name: string): unknown {
  return JSON.parse(readFileSync(`${examples}/${name}.json`, 'utf8'));
}
interface ScoreOutput {
  readonly places: readonly {
    readonly place: string;
    readonly staged: number | null;
    readonly profile: Record<string, number>;
    readonly domains: readonly Record<string, unknown>[];
  }[];
  readonly system: { readonly domains: readonly Record<string, unknown>[] };
}
function outputOf(input: unknown): ScoreOutput {
  const result = scoreFile(input);
  if ('faults' in result) throw new Error(result.faults.map(({ path }) => path).join(', '));
  return result.output as ScoreOutput;
}
function faultsOf(input: unknown): readonly string[] {
  const result = scoreFile(input);
  return 'faults' in result ? result.faults.map(({ path }) => path) : [];
}
const response = (agency: string, place: string, level: Level | null) => ({
  agency,
  place,
  answers: { [domain]: { level } },
});

describe('the worked examples', () => {
  it('come out as expected, field by field', () => {
    const result = score(['--input', `${examples}/worked.json`]);
    expect(result).toEqual({ output: readExample('worked.expected') });
  });

  it('come out of the command itself as they do of its function', { timeout: 60_000 }, async () => {
    const run = promisify(execFile);
    const command = [
      '--import',
      'tsx',
      'server/cli/score.ts',
      '--input',
      `${examples}/worked.json`,
    ];
    const { stdout, stderr } = await run(process.execPath, command);
    expect(JSON.parse(stdout)).toEqual(readExample('worked.expected'));
    expect(stderr).toBe('');
  });
});

describe('the score command', () => {
  it('puts out the fields of its format, in the order of the grid', () => {
    const { places, system } = outputOf({
      instrument: 'pair-maturity',
      responses: [response('A', 'north', 3)],
    });
    expect(Object.keys(places[0] ?? {})).toEqual(['place', 'profile', 'staged', 'domains']);
    expect(places[0]?.domains).toHaveLength(11);
    expect(places[0]?.domains[0]).toEqual({
      domain,
      n: 1,
      responded: 1,
      assigned: 0,
      counts: [0, 0, 0, 1, 0],
      median: 3,
      range: 0,
      agreement: 1,
      split: false,
      reasons: ['evidence'],
      suggested: { A: null },
      agreed: null,
      rag: 'amber',
    });
    expect(system.domains[0]).toEqual({ domain, lowest: 3, median: 3, highest: 3, gap: 0 });
  });

  it('names the Places by first appearance, the assigned ones first', () => {
    const { places } = outputOf({
      instrument: 'pair-maturity',
      assigned: { south: 2, east: 0 },
      responses: [response('A', 'north', 1), response('A', 'south', 1)],
    });
    expect(places.map(({ place }) => place)).toEqual(['south', 'east', 'north']);
    expect(places[0]?.domains[0]).toMatchObject({ assigned: 2, responded: 1 });
    expect(places[1]?.domains[0]).toMatchObject({ assigned: 0, reasons: [], rag: 'white' });
  });

  it('uses agreed levels in profile, stage and system, and leaves the flags alone', () => {
    const input = {
      instrument: 'pair-maturity',
      assigned: { north: 2 },
      responses: [response('A', 'north', 0), response('B', 'north', 4)],
      agreed: [{ place: 'north', domain, level: 2 }],
    };
    const { places, system } = outputOf(input);
    expect(places[0]).toMatchObject({ profile: { 0: 0, 2: 1 }, staged: null });
    expect(places[0]?.domains[0]).toMatchObject({
      median: 0,
      split: true,
      reasons: ['range'],
      agreed: 2,
      rag: 'amber',
    });
    expect(system.domains[0]).toMatchObject({ lowest: 2, highest: 2 });
  });

  it('does not take blank text as evidence', () => {
    const blank = { level: 4, evidence: ' \n' };
    const input = { agency: 'A', place: 'north', answers: { [domain]: blank } };
    const { places } = outputOf({ instrument: 'pair-maturity', responses: [input] });
    expect(places[0]?.domains[0]?.['reasons']).toEqual(['evidence']);
  });

  it('takes a whole definition in place of a name, with its own colours', () => {
    const definition = {
      ...readShippedDefinition('pair-maturity'),
      bands: [{ rag: 'red', from: 0, to: 4 }],
    };
    const { places } = outputOf({ instrument: definition, responses: [response('A', 'north', 4)] });
    expect(places[0]?.domains[0]?.['rag']).toBe('red');
  });

  it('keeps an agency apart whatever its name', () => {
    const { places } = outputOf({
      instrument: 'pair-maturity',
      responses: [response('__proto__', 'north', 1)],
    });
    expect(Object.keys(places[0]?.domains[0]?.['suggested'] ?? {})).toEqual(['__proto__']);
  });

  it('does not depend on the order of responses, and keeps Places and domains apart', () => {
    const definition = readShippedDefinition('pair-maturity');
    if (definition === undefined) throw new Error('the grid is not shipped');
    const someResponses = fc.uniqueArray(
      fc.record({
        agency: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
        place: fc.constantFrom('north', 'south'),
        level: fc.constantFrom<Level | null>(0, 1, 2, 3, 4, null),
      }),
      { selector: ({ agency, place }) => agency + place },
    );
    const assigned = { north: 6, south: 6 };
    const scored = (responses: ScoreInput['responses']) =>
      scoreOutput(definition, { instrument: definition, assigned, responses });
    fc.assert(
      fc.property(someResponses, (given) => {
        const rows = given.map(({ agency, place, level }) => response(agency, place, level));
        const before = scored(rows);
        const [north, south] = scored([...rows, response('G', 'north', 4)]).places;
        expect(south).toEqual(before.places[1]);
        expect(north?.domains.slice(1)).toEqual(before.places[0]?.domains.slice(1));
        expect(scored(rows.toReversed())).toEqual(before);
      }),
    );
  });
});

describe('faulty input of the score command', () => {
  const good = response('A', 'north', 1);

  it('is refused where an assigned Place has no name', () => {
    const input = { instrument: 'pair-maturity', assigned: { '': 1, 'a\0': 1 }, responses: [good] };
    expect(faultsOf(input)).toEqual(['/assigned/', '/assigned/a\0']);
  });

  it('is refused with every fault and its path', () => {
    const answers = {
      [domain]: { level: 5, criteria: { 'sl1-champions': 'yes', 'no-such': 'met' }, evidence: 1 },
      'no-such-domain': { level: 1 },
    };
    const faults = faultsOf({
      instrument: 'pair-maturity',
      assigned: { north: -1, south: 1.5 },
      responses: [
        good,
        good,
        { agency: '', place: 'north', answers },
        { agency: 'B', answers: { [domain]: {} } },
      ],
      agreed: [
        { place: 'west', domain, level: 1 },
        { place: 'north', domain: 'no-such-domain', level: null },
        { place: 'west', domain, level: 2 },
      ],
      note: 'hello',
    });
    expect(faults.toSorted()).toEqual([
      '/agreed/0/place',
      '/agreed/1/domain',
      '/agreed/1/level',
      '/agreed/2',
      '/agreed/2/place',
      '/assigned/north',
      '/assigned/south',
      '/note',
      '/responses/1',
      '/responses/2/agency',
      `/responses/2/answers/no-such-domain`,
      `/responses/2/answers/${domain}/criteria/no-such`,
      `/responses/2/answers/${domain}/criteria/sl1-champions`,
      `/responses/2/answers/${domain}/evidence`,
      `/responses/2/answers/${domain}/level`,
      `/responses/3/answers/${domain}/level`,
      '/responses/3/place',
    ]);
  });

  it.each([
    ['an unknown name', 'pair-nothing', ['/instrument']],
    ['an instrument without domains', 'pair-service-map', ['/instrument']],
    ['neither a name nor a definition', 7, ['/instrument']],
  ])('is refused where the instrument is %s', (_, instrument, paths) => {
    expect(faultsOf({ instrument, responses: [good] })).toEqual(paths);
  });

  it('names the faults of a definition together with those of the answers', () => {
    const definition = { ...readShippedDefinition('pair-maturity'), version: 'one', sections: [] };
    expect(
      faultsOf({ instrument: definition, responses: [{ ...good, place: 1 }] }).toSorted(),
    ).toEqual(['/instrument/sections', '/instrument/version', '/responses/0/place']);
  });

  it.each([[null], [[]], ['text'], [{}]])('is refused where it is %j', (input) => {
    expect(faultsOf(input).length).toBeGreaterThan(0);
  });

  it('is refused where the file is missing, by its name', () => {
    expect(score(['--input', 'no-such-file.json'])).toMatchObject({
      faults: [{ path: 'no-such-file.json' }],
    });
  });
});
