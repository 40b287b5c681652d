/** Draws one pack in the background: claim it, load it as whoever asked may see it now, draw it, keep the file. */
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { PdfPool } from '../../../adapters/pdf/pool.ts';
import type { Definitions } from '../../../db/definitions.queries.ts';
import { inSystem } from '../../../db/guard.ts';
import type { Task } from '../../../db/jobs.ts';
import { guarded } from '../../../db/open.ts';
import { findMemberScope } from '../../../db/scope.queries.ts';
import { isPublished } from '../../../domain/round/round.ts';
import { loadPack } from './pack.load.ts';
import {
  claimPack,
  DRAW_PACK,
  dropPack,
  failPack,
  findLatestEdition,
  finishPack,
  notePlaces,
  WAKE_PACKS,
  wakeWaiting,
  type ClaimedPack,
  type PackToDraw,
} from './packs.queries.ts';

export interface PackTaskDeps {
  /** sees accounts; what a pack shows is read as its reader's requests read it */
  readonly db: Knex;
  readonly definitions: Definitions;
  readonly pdf: Pick<PdfPool, 'renderLong'>;
  readonly now: () => Date;
  readonly baseUrl: string;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
}

export const packDocument = new URL('./pack.pdf.ts', import.meta.url);

export function packTasks(deps: PackTaskDeps): Readonly<Record<string, Task>> {
  return {
    [DRAW_PACK]: async (payload, stop) => {
      const pack = toClaim(payload);
      if (pack) await inSystem(pack.systemId, () => drawClaimed(deps, pack, stop));
    },
    [WAKE_PACKS]: () => wakeWaiting(deps.db),
  };
}

function toClaim(payload: unknown): ClaimedPack | undefined {
  if (typeof payload !== 'object' || !payload) return undefined;
  const systemId: unknown = Reflect.get(payload, 'system');
  const packId: unknown = Reflect.get(payload, 'pack');
  return typeof systemId === 'string' && typeof packId === 'string'
    ? { systemId, packId }
    : undefined;
}

async function drawClaimed(
  deps: PackTaskDeps,
  pack: ClaimedPack,
  stop: AbortSignal,
): Promise<void> {
  const db = guarded(deps.db);
  const asked = await claimPack(db, pack, deps.now());
  if (!asked) return;
  try {
    await draw(deps, pack, asked, stop);
  } catch (error) {
    if (stop.aborted) return dropPack(db, pack, deps.now());
    deps.logger.error({ err: error, pack: pack.packId }, 'a pack was not made');
    await failPack(db, pack);
  }
}

async function draw(
  deps: PackTaskDeps,
  pack: ClaimedPack,
  { personId, roundId, roundSlug }: PackToDraw,
  stop: AbortSignal,
): Promise<void> {
  const { definitions, pdf, now, baseUrl } = deps;
  const db = guarded(deps.db);
  const { systemId } = pack;
  const scope = await findMemberScope(deps.db, { systemId, personId });
  if (!scope) throw new Error('whoever asked has no role any more');
  const madeAt = now();
  const latest = await findLatestEdition(db, scope, roundId);
  const loaded = await loadPack({ db, definitions, baseUrl }, scope, { roundSlug, now: madeAt });
  const progress = progressOf(deps, db, pack);
  const file = await pdf.renderLong(packDocument, loaded.papers, { tell: progress.tell, stop });
  await progress.told();
  await finishPack(db, pack, {
    madeAt,
    edition: isPublished(loaded.round.status) ? (latest ?? 1) : null,
    board: loaded.papers.board !== null && loaded.papers.board !== 'unwritten',
    shown: loaded.places.map(({ id, names }) => ({ placeId: id, names })),
    file,
  });
}

/** Writes down how far it is, one number after another; one that is lost holds up nothing. */
function progressOf({ now, logger }: PackTaskDeps, db: Knex, pack: ClaimedPack) {
  let last = Promise.resolve();
  return {
    tell: (done: number): void => {
      last = last
        .then(() => notePlaces(db, pack, { done, now: now() }))
        .catch((error: unknown) => {
          logger.warn({ err: error, pack: pack.packId }, 'how far a pack is was not noted');
        });
    },
    told: () => last,
  };
}
