/** Reads the demonstration's files: an invented system, and the published case of Lancashire and South Cumbria. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import { projectRoot } from '../../root.ts';
import type { AgencyPlan, PersonPlan, PlacePlan, SystemPlan } from '../../features/set-up/plan.ts';
import type { FictionalSeed, SeedEntry, SeedRound } from './seed.types.ts';

interface CaseSystem {
  readonly name: string;
  readonly slug: string;
  readonly places: readonly PlacePlan[];
  readonly agencies: readonly (Omit<AgencyPlan, 'slug'> & { readonly agency: string })[];
  readonly assumptions: readonly string[];
}
export interface CaseSeed {
  readonly system: CaseSystem;
  readonly entries: readonly { readonly agency: string; readonly entry: SeedEntry }[];
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(projectRoot, 'seeds', file), 'utf8'));
}

/** "all" for an agency or reviewer of all Places. */
type WithAll<T> = Omit<T, 'places'> & { readonly places?: readonly string[] | 'all' };
interface SystemFile extends Pick<FictionalSeed, 'spoken' | 'administrators'> {
  readonly system: Omit<SystemPlan, 'agencies' | 'people'> & {
    readonly agencies: readonly WithAll<AgencyPlan>[];
    readonly people: readonly WithAll<PersonPlan>[];
  };
}

function planOf(system: SystemFile['system']): SystemPlan {
  const all = system.places.map(({ slug }) => slug);
  const placesOf = ({ places = [] }: WithAll<object>) => (places === 'all' ? all : places);
  return {
    ...system,
    agencies: system.agencies.map((agency) => ({ ...agency, places: placesOf(agency) })),
    people: system.people.map((person) => ({ ...person, places: placesOf(person) })),
  };
}

/** Oldest first. */
const rounds = ['autumn-2025', 'spring-2026', 'autumn-2026'];

export function fictionalSeed(): FictionalSeed {
  const part = (name: string): unknown => read(`demo/aldermoor-and-wend/${name}.json`);
  const { system, administrators, spoken } = part('system') as SystemFile;
  return {
    system: planOf(system),
    administrators,
    spoken,
    services: part('services') as FictionalSeed['services'],
    evidence: part('evidence') as FictionalSeed['evidence'],
    rounds: rounds.map((name) => part(name) as SeedRound),
    actions: part('actions') as FictionalSeed['actions'],
    needs: part('need') as FictionalSeed['needs'],
  };
}

export function caseSeed(): CaseSeed {
  const map = read('lsc/map.json') as {
    readonly entries: readonly (SeedEntry & { readonly agency: string })[];
  };
  const entries = map.entries.map(({ agency, ...entry }) => ({
    agency,
    entry,
  }));
  return { system: read('lsc/system.json') as CaseSystem, entries };
}

/** Of the service map's support elements, by id. */
export function elementTitles(): ReadonlyMap<string, string> {
  const elements = readShippedDefinition('pair-service-map')?.support?.elements ?? [];
  return new Map(elements.map(({ id, title }) => [id, title]));
}

/** The newest shipped versions of these instruments. */
export function shippedVersions(
  ids: readonly string[],
): readonly { readonly id: string; readonly version: string }[] {
  return ids.map((id) => {
    const definition = readShippedDefinition(id);
    if (!definition) throw new Error(`no instrument ${id} is shipped`);
    return { id, version: definition.version };
  });
}
