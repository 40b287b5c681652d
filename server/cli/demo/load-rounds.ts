/** Loads the rounds of the invented system: what each agency answered, who submitted, what was agreed. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { submitResponse } from '../../features/responses/submit.queries.ts';
import { recordAgreement } from '../../features/review/agreement.queries.ts';
import { insertRound, setRoundStatus } from '../../features/set-up/round.queries.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';
import { afternoonOf } from './afternoon.ts';
import { answerGrid } from './load-grid.ts';
import { enterServices } from './load-map.ts';
import { responsesOf, scopeFor, type LoadedResponse } from './people.ts';
import { shippedVersions, type FictionalSeed, type SeedRound } from './seeds.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A date of the file, or five in the afternoon so many days from now. */
function moment(date: string | undefined, days: number | undefined, now: Date): Date {
  return date === undefined ? afternoonOf(now, days ?? 0) : new Date(date);
}

interface Loading {
  readonly db: Knex;
  readonly seed: FictionalSeed;
  readonly ids: SystemIds;
  readonly round: SeedRound;
  readonly roundId: string;
  readonly responses: readonly LoadedResponse[];
  /** when the answers were given */
  readonly now: Date;
}

function leadOf({ seed, ids }: Loading, agency: string): Scope {
  const lead = seed.system.people.find(
    (person) => person.role === 'agency-lead' && person.agency === agency,
  );
  if (!lead) throw new Error(`${agency} has no lead`);
  return scopeFor(ids, seed.system, lead, agency);
}

function responseOf({ ids, responses }: Loading, agency: string, place: string | null): string {
  const agencyId = idOf(ids.agencies, agency);
  const placeId = place === null ? null : idOf(ids.places, place);
  const found = responses.find((each) => each.agencyId === agencyId && each.placeId === placeId);
  if (!found) throw new Error(`${agency} is not asked about ${place ?? 'its services'}`);
  return found.id;
}

async function loadGrids(loading: Loading): Promise<void> {
  const { db, round, seed, now } = loading;
  for (const [place, agencies] of Object.entries(round.levels)) {
    for (const [agency, levels] of Object.entries(agencies)) {
      const scope = leadOf(loading, agency);
      const responseId = responseOf(loading, agency, place);
      await answerGrid(db, scope, { responseId, levels, evidence: seed.evidence, now });
      const named = round.submitted?.some(([at, who]) => at === place && who === agency);
      if (round.submitEverything || named === true) {
        await submitResponse(db, scope, { responseId, now });
      }
    }
  }
}

async function loadMaps(loading: Loading): Promise<void> {
  const { db, ids, round, now } = loading;
  const agencies = new Set([...Object.keys(round.entries), ...Object.keys(round.noService)]);
  for (const agency of agencies) {
    const scope = leadOf(loading, agency);
    const responseId = responseOf(loading, agency, null);
    await enterServices(db, scope, ids, {
      responseId,
      entries: round.entries[agency] ?? [],
      noService: round.noService[agency] ?? [],
      now,
    });
    if (round.submitEverything) await submitResponse(db, scope, { responseId, now });
  }
}

async function loadAgreements({ db, seed, ids, round, roundId, now }: Loading): Promise<void> {
  const chair = seed.system.people.find((person) => person.chair);
  if (!chair) throw new Error('the system has no chair');
  const scope = scopeFor(ids, seed.system, chair);
  for (const { place, domain, level, ...said } of round.agreed) {
    const agreement = {
      roundId,
      placeId: idOf(ids.places, place),
      itemId: domain,
      level: level as Level,
      rationale: said.rationale,
      present: said.present,
      dissent: said.dissent ?? null,
    };
    await recordAgreement(db, scope, agreement, now);
  }
}

async function loadRound(
  db: Knex,
  { seed, ids, today }: { seed: FictionalSeed; ids: SystemIds; today: Date },
  round: SeedRound,
  position: number,
): Promise<void> {
  const opensAt = moment(round.opensAt, round.opensInDays, today);
  const closesAt = moment(round.closesAt, round.closesInDays, today);
  const { slug, name } = round;
  const instruments = shippedVersions(['pair-maturity', 'pair-service-map']);
  const roundId = await insertRound(
    db,
    ids,
    { slug, name, status: 'open', opensAt, closesAt, instruments },
    { newId: randomUUID, position },
  );
  const responses = await responsesOf(db, ids, roundId);
  const now = new Date(opensAt.getTime() + 14 * dayMs);
  const loading = { db, seed, ids, round, roundId, responses, now };
  await loadGrids(loading);
  await loadMaps(loading);
  await loadAgreements(loading);
  await setRoundStatus(db, ids.systemId, roundId, {
    status: round.status,
    ...(round.publishedAt === undefined ? {} : { publishedAt: new Date(round.publishedAt) }),
  });
}

/** @param db a transaction. @param today the open round's dates count from here */
export async function loadRounds(
  db: Knex,
  seed: FictionalSeed,
  ids: SystemIds,
  today: Date,
): Promise<void> {
  for (const [position, round] of seed.rounds.entries()) {
    await loadRound(db, { seed, ids, today }, round, position);
  }
}
