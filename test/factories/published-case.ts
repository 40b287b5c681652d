/** The published case of Lancashire and South Cumbria as its seed has it, put straight into the tables. */
import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import type { RoundStatus } from '../../server/domain/round/round.ts';
import type { SystemPlan } from '../../server/features/set-up/plan.ts';
import { aResultsSystem, giveEntries, type EntryPlan, type ResultsSystem } from './results.ts';
import { shippedDefinitions } from './system.ts';

const readSeed = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seeds/lsc/${file}`, import.meta.url), 'utf8'));

export type Colours = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The published case as its seed has it, every agency submitted; with the 24 colours that are expected. */
export async function aPublishedCase(
  db: Knex,
  status: RoundStatus,
): Promise<{ readonly system: ResultsSystem; readonly expected: Colours }> {
  const plan = readSeed('system.json') as Omit<SystemPlan, 'agencies' | 'notes'> & {
    readonly agencies: readonly (Omit<SystemPlan['agencies'][number], 'slug'> & {
      readonly agency: string;
    })[];
    readonly assumptions: readonly string[];
    readonly expected: Colours;
  };
  const { entries } = readSeed('map.json') as { readonly entries: readonly EntryPlan[] };
  const system = await aResultsSystem(db, {
    ...plan,
    notes: plan.assumptions,
    agencies: plan.agencies.map(({ agency, ...rest }) => ({ slug: agency, ...rest })),
    status,
    definitions: shippedDefinitions().filter(({ kind }) => kind === 'service-map'),
  });
  for (const { agency } of plan.agencies) {
    await giveEntries(
      db,
      system,
      agency,
      entries.filter((entry) => entry.agency === agency),
    );
  }
  return { system, expected: plan.expected };
}
