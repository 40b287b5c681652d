/** Reads the demonstration's files: an invented system, and the published case of Lancashire and South Cumbria. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import { projectRoot } from '../../root.ts';
import type { AgencyPlan, PlacePlan, SystemPlan } from '../../features/set-up/plan.ts';

/** Entries as the map command reads them: Places by slug, null where they are not stated. */
export type SeedEntry = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly places: readonly string[] | null;
};
export interface SeedAgreement {
  readonly place: string;
  readonly domain: string;
  readonly level: number;
  readonly rationale: string;
  readonly present: string;
  readonly dissent?: string;
}
export interface SeedRound {
  readonly slug: string;
  readonly name: string;
  readonly status: 'open' | 'in-review' | 'published';
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly publishedAt?: string;
  /** instead of dates: days from the day of loading */
  readonly opensInDays?: number;
  readonly closesInDays?: number;
  /** Place -> agency -> a level per domain in the grid's order; null is "We can't say" */
  readonly levels: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
  readonly agreed: readonly SeedAgreement[];
  readonly entries: Readonly<Record<string, readonly SeedEntry[]>>;
  /** agency -> [sector, Place] */
  readonly noService: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** all that can be submitted, is; else `submitted` names [Place, agency] of grids */
  readonly submitEverything: boolean;
  readonly submitted?: readonly (readonly [string, string])[];
}
export interface FictionalSeed {
  readonly system: SystemPlan;
  /** a sentence of evidence per domain */
  readonly evidence: Readonly<Record<string, string>>;
  readonly rounds: readonly SeedRound[];
}

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

export function fictionalSeed(): FictionalSeed {
  return read('demo/aldermoor-and-wend.json') as FictionalSeed;
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
