/** Makes the services of the demonstration's files into entries. */
import type { AgencyPlan } from '../../features/set-up/plan.ts';
import type { FictionalSeed, SeedEntry, ShortService, UsedService } from './seed.types.ts';

const saidAs = ['yes', 'some', 'no', 'unknown'] as const;

/** The agency's entries of one round. @param today money's relative dates count from here */
export function serviceEntries(
  seed: Pick<FictionalSeed, 'services'>,
  agency: AgencyPlan,
  used: readonly UsedService[],
  today: Date,
): SeedEntry[] {
  return used.map((one) => {
    const { service, ...differs } = typeof one === 'string' ? { service: one } : one;
    const listed = seed.services[agency.slug]?.[service];
    if (!listed) throw new Error(`services.${agency.slug} has no ${service}`);
    return toEntry({ ...listed, ...differs }, agency, today);
  });
}

function toEntry(short: ShortService, agency: AgencyPlan, today: Date): SeedEntry {
  const { yes, some, no, unknown, ages, fundingEnds, figures, ...rest } = short;
  const said = { yes, some, no, unknown };
  const places = rest.places === 'all' ? agency.places : rest.places;
  return {
    ...rest,
    ...Object.fromEntries(saidAs.flatMap((as) => (said[as] ?? []).map((id) => [id, as]))),
    places,
    ...(ages && { ages: { from: ages[0], to: ages[1] } }),
    ...(fundingEnds !== undefined && { fundingEnds: endOf(fundingEnds, today) }),
    ...(figures && { figures: figures.map((row) => ({ ...onlyOnes(rest, places), ...row })) }),
  };
}

/** The Place and the level of an entry that has one of each. */
function onlyOnes(entry: Readonly<Record<string, unknown>>, places: readonly string[] | null) {
  const levels = entry['levels'] as readonly string[] | null | undefined;
  return {
    ...(places?.length === 1 && { place: places[0] }),
    ...(levels?.length === 1 && { level: levels[0] }),
  };
}

/** "+4 months" is the last day of the month four months after today's. */
function endOf(date: string, today: Date): string {
  const months = /^\+(\d+) months$/.exec(date)?.[1];
  if (months === undefined) return date;
  const month = today.getUTCMonth() + Number(months) + 1;
  return new Date(Date.UTC(today.getUTCFullYear(), month, 0)).toISOString().slice(0, 10);
}
