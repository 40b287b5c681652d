/** What is wrong with the demonstration's files: whatever they name must be there. Each fault with its path. */
import type { Fault } from '../../domain/shape/fault.ts';
import { levelsOf } from './grid-answers.ts';
import type { FictionalSeed, SeedRound } from './seed.types.ts';

type Says = (path: string, known: ReadonlySet<string>, names: readonly string[]) => Fault[];

const unknownIn: Says = (path, known, names) =>
  names
    .filter((name) => !known.has(name))
    .map((name) => ({ path, text: `names ${name}, which is not there` }));

interface Known {
  readonly places: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

/** @param ids of the grid's domains and of the map's elements. @returns none where all is well */
export function seedFaults(
  seed: FictionalSeed,
  { domains, elements }: Readonly<Record<'domains' | 'elements', readonly string[]>>,
): Fault[] {
  const { places, agencies } = seed.system;
  const known = {
    places: new Set(places.map(({ slug }) => slug)),
    agencies: new Set(agencies.map(({ slug }) => slug)),
    domains: new Set(domains),
    elements: new Set(elements),
    people: new Set(seed.system.people.map(({ email }) => email)),
  };
  return [
    ...systemFaults(seed, known),
    ...Object.entries(seed.services).flatMap(([agency, services]) => [
      ...unknownIn('services', known.agencies, [agency]),
      ...Object.entries(services).flatMap(([name, { places: served }]) =>
        served === 'all' || served === null
          ? []
          : unknownIn(`services/${agency}/${name}/places`, known.places, served),
      ),
    ]),
    ...unknownIn(
      'need',
      known.places,
      seed.needs.map(({ place }) => place),
    ),
    ...unknownIn('evidence/domains', known.domains, Object.keys(seed.evidence.domains)),
    ...seed.rounds.flatMap((round) => roundFaults(round, known, domains.length)),
  ];
}

function systemFaults({ system, spoken }: FictionalSeed, known: Known): Fault[] {
  return [
    ...unknownIn('spoken', known.places, Object.keys(spoken)),
    ...system.agencies.flatMap(({ slug, places }) =>
      unknownIn(`system/agencies/${slug}/places`, known.places, places),
    ),
    ...system.people.flatMap(({ email, agency, places = [] }) => [
      ...unknownIn(`system/people/${email}/agency`, known.agencies, agency ? [agency] : []),
      ...unknownIn(`system/people/${email}/places`, known.places, places),
    ]),
  ];
}

function roundFaults(round: SeedRound, known: Known, length: number): Fault[] {
  const { slug, levels, said = {}, withoutEvidence = {}, returned = [], agreed } = round;
  return [
    ...unknownIn(`${slug}/notAsked`, known.agencies, round.notAsked ?? []),
    ...unknownIn(`${slug}/undelivered`, known.people, round.undelivered ?? []),
    ...unknownIn(`${slug}/paper`, known.agencies, round.paper ?? []),
    ...unknownIn(`${slug}/services`, known.agencies, Object.keys(round.services)),
    ...unknownIn(`${slug}/unsubmitted`, known.agencies, Object.keys(round.unsubmitted ?? {})),
    ...perPlace(`${slug}/levels`, levels, known, (path, row) => rowFaults(path, row, length)),
    ...perPlace(`${slug}/said`, said, known, (path, domains) =>
      unknownIn(path, known.domains, Object.keys(domains)),
    ),
    ...Object.entries(withoutEvidence).flatMap(([place, domains]) => [
      ...unknownIn(`${slug}/withoutEvidence`, known.places, [place]),
      ...unknownIn(`${slug}/withoutEvidence/${place}`, known.domains, domains),
    ]),
    ...returned.flatMap(({ agency, place }, index) => [
      ...unknownIn(`${slug}/returned/${index}/agency`, known.agencies, [agency]),
      ...unknownIn(`${slug}/returned/${index}/place`, known.places, place ? [place] : []),
    ]),
    ...agreedFaults(`${slug}/agreed`, agreed, known),
    ...editionFaults(round, known),
  ];
}

function editionFaults({ slug, editions = [] }: SeedRound, known: Known): Fault[] {
  return editions.flatMap(({ corrected }, index) =>
    agreedFaults(`${slug}/editions/${index}/corrected`, corrected, known),
  );
}

function agreedFaults(path: string, agreed: SeedRound['agreed'], known: Known): Fault[] {
  return Object.entries(agreed).flatMap(([place, { domains, elements = {} }]) => [
    ...unknownIn(path, known.places, [place]),
    ...unknownIn(`${path}/${place}/domains`, known.domains, Object.keys(domains)),
    ...unknownIn(`${path}/${place}/elements`, known.elements, Object.keys(elements)),
  ]);
}

function perPlace<T>(
  path: string,
  all: Readonly<Record<string, Readonly<Record<string, T>>>>,
  known: Known,
  inside: (path: string, what: T) => Fault[],
): Fault[] {
  return Object.entries(all).flatMap(([place, agencies]) => [
    ...unknownIn(path, known.places, [place]),
    ...unknownIn(`${path}/${place}`, known.agencies, Object.keys(agencies)),
    ...Object.entries(agencies).flatMap(([agency, what]) =>
      inside(`${path}/${place}/${agency}`, what),
    ),
  ]);
}

function rowFaults(path: string, row: string, length: number): Fault[] {
  if (!/^[0-4?.]*$/.test(row)) return [{ path, text: 'has other signs than 0 to 4, ? and .' }];
  const count = levelsOf(row).length;
  return count === length ? [] : [{ path, text: `has ${count} levels, not ${length}` }];
}
