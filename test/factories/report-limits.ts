/** Systems at the limits of what a report can meet: nobody, nothing known, few, many, very long. */
import type { Knex } from 'knex';
import { shippedDefinitions } from './system.ts';
import { agree, aPlanOf, aResultsSystem, giveLevels, type ResultsSystem } from './results.ts';

/** the grid's domains, in its order */
const domains = shippedDefinitions()
  .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
  .flatMap((item) => (item.type === 'level' ? [item.id] : []));

type LevelAt = (agency: number, place: number, domain: number) => number | null;

async function answeredBy(
  db: Knex,
  system: ResultsSystem,
  { agencies, places }: { readonly agencies: number; readonly places: number },
  levelAt: LevelAt,
): Promise<void> {
  for (let place = 1; place <= places; place += 1) {
    for (let agency = 1; agency <= agencies; agency += 1) {
      const levels = domains.map((id, n) => [id, levelAt(agency, place, n)] as const);
      const asked = { agency: `agency-${agency}`, place: `place-${place}` };
      await giveLevels(db, system, asked, Object.fromEntries(levels));
    }
  }
}

/** Fourteen Places, three agencies: levels as far apart as they can be. */
export async function fourteenPlaces(db: Knex): Promise<ResultsSystem> {
  const size = { places: 14, agencies: 3 };
  const system = await aResultsSystem(db, aPlanOf('fourteen', size));
  await answeredBy(db, system, size, (agency, place, n) =>
    Math.min(4, ((place + n) % 5) + (agency === 3 ? 1 : 0)),
  );
  return system;
}

const SCRIPTS = [
  'Cylch Ti a Fi Llanŵyn',
  'Stowarzyszenie Rodziców „Ł”',
  '👶🏽 مرحبا \u202eabc\u202c',
];

/** A Place with a name of sixty characters, forty agencies, and a rationale of 20,000 characters. */
export async function fortyAgencies(db: Knex): Promise<ResultsSystem> {
  const plan = aPlanOf('forty', { places: 1, agencies: 40 });
  const system = await aResultsSystem(db, {
    ...plan,
    places: [
      { slug: 'place-1', name: 'Llanfihangel-y-Creuddyn, Żółkiew and the Border Parishes (N)' },
    ],
    agencies: plan.agencies.map((agency, n) => ({
      ...agency,
      name: `${SCRIPTS[n % SCRIPTS.length] ?? ''} ${n + 1}`,
    })),
  });
  await answeredBy(db, system, { places: 1, agencies: 36 }, (agency, _, n) => (agency * 7 + n) % 5);
  await agree(db, system, {
    place: 'place-1',
    domain: 'strategic-leadership',
    level: 2,
    rationale: 'Rhannodd y fydwraig ei phrofiad; położna była wysłuchana. '.repeat(345),
  });
  return system;
}

/** Every agency answered, and none of them could say. */
export async function allUnknown(db: Knex): Promise<ResultsSystem> {
  const size = { places: 2, agencies: 5 };
  const system = await aResultsSystem(db, aPlanOf('unknown', size));
  await answeredBy(db, system, size, () => null);
  return system;
}

/** Published; three agencies in each of two Places, too few to show how they spread. */
export async function fewAgencies(db: Knex): Promise<ResultsSystem> {
  const size = { places: 2, agencies: 3 };
  const plan = { ...aPlanOf('few', size), status: 'published' as const };
  const system = await aResultsSystem(db, plan);
  await answeredBy(db, system, size, (agency, place, n) => (agency + place + n) % 4);
  return system;
}

export function nobodyYet(db: Knex): Promise<ResultsSystem> {
  return aResultsSystem(db, aPlanOf('nobody', { places: 2, agencies: 3 }));
}
