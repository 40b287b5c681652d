/** Loads the rounds of the invented system: what each agency answered, who submitted, what was agreed. */
import type { Knex } from 'knex';
import { insertRound, setRoundStatus } from '../../features/set-up/round.queries.ts';
import type { SystemIds } from '../../features/set-up/set-up.queries.ts';
import { afternoonOf } from './afternoon.ts';
import { wordsFor } from './grid-evidence.ts';
import { loadBoardPaper } from './load-board.ts';
import { loadAgreements, loadReturns } from './load-agreements.ts';
import { loadEditions } from './load-editions.ts';
import { loadGrids } from './load-grids.ts';
import { loadMails } from './load-mails.ts';
import { loadMaps } from './load-maps.ts';
import type { Loading } from './loading.ts';
import { responsesOf } from './people.ts';
import type { FictionalSeed, SeedRound } from './seed.types.ts';
import { shippedVersions } from './seeds.ts';

/** A date of the file, or five in the afternoon so many days from now. */
function moment(date: string | undefined, days: number | undefined, now: Date): Date {
  return date === undefined ? afternoonOf(now, days ?? 0) : new Date(date);
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

type Loaded = Pick<Loading, 'db' | 'seed' | 'ids' | 'words' | 'newId' | 'today'>;

/** Open until everything is in: only then may agencies submit. */
async function openRound(loaded: Loaded, round: SeedRound, position: number): Promise<Loading> {
  const { db, seed, ids, newId, today } = loaded;
  const opensAt = moment(round.opensAt, round.opensInDays, today);
  const closesAt = moment(round.closesAt, round.closesInDays, today);
  const agencies = seed.system.agencies
    .map(({ slug }) => slug)
    .filter((slug) => !round.notAsked?.includes(slug));
  const { slug, name } = round;
  const instruments = shippedVersions(['pair-maturity', 'pair-service-map']);
  const roundId = await insertRound(
    db,
    ids,
    { slug, name, status: 'open', opensAt, closesAt, instruments, agencies, ...rulesOf(round) },
    { newId, position },
  );
  const responses = await responsesOf(db, ids, roundId);
  return {
    ...loaded,
    round,
    roundId,
    responses,
    opensAt,
    closesAt,
    until: earlier(closesAt, today),
  };
}

const rulesOf = ({ reminderDays, quorum }: SeedRound) => ({
  ...(reminderDays ? { reminderDays } : {}),
  ...(quorum ? { quorum } : {}),
});

async function loadRound(loaded: Loaded, round: SeedRound, position: number): Promise<void> {
  const loading = await openRound(loaded, round, position);
  await loadGrids(loading);
  await loadMaps(loading);
  await loadReturns(loading);
  if (round.status === 'open') await loadMails(loading);
  await loadAgreements(loading);
  await loadEditions(loading);
  await loadBoardPaper(loading);
  await setRoundStatus(loaded.db, loaded.ids.systemId, loading.roundId, {
    status: round.status,
    ...(round.publishedAt === undefined ? {} : { publishedAt: new Date(round.publishedAt) }),
  });
}

/** @param db a transaction. @param today the open round's dates count from here */
export async function loadRounds(
  db: Knex,
  seed: FictionalSeed,
  ids: SystemIds,
  { newId, today }: Pick<Loading, 'newId' | 'today'>,
): Promise<void> {
  const words = wordsFor(seed.evidence);
  for (const [position, round] of seed.rounds.entries()) {
    await loadRound({ db, seed, ids, words, newId, today }, round, position);
  }
}
