/** A round's complete pack: asked for on a page, made in the background, taken away from there. */
import { recordAudit } from '../../../db/audit.ts';
import { transact } from '../../../db/transact.ts';
import { mayReadBoardPaper } from '../../../domain/access/may.ts';
import { loadRound, type ResultsDeps } from '../../../results/load.ts';
import { refuseOthers } from '../../../web/form.ts';
import { fileName } from '../../../web/made.ts';
import { paths } from '../../../web/paths.ts';
import { file, fragment, page, redirect, type Reply } from '../../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { isPaperBegun } from '../board/board.queries.ts';
import {
  mayHave,
  packPage,
  packStatus,
  toPackStatus,
  toPackView,
  type PackFacts,
} from './pack.view.ts';
import {
  beginPack,
  findLatestEdition,
  findOtherUnderWay,
  findPack,
  findPackFile,
} from './packs.queries.ts';

interface PackRouteDeps extends ResultsDeps {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Who may read the reports may have them together; a pack is whose it is that asked for it. */
export function packRoutes(deps: PackRouteDeps): Route[] {
  return [
    get('/rounds/:round/pack', 'results.read', async (request) =>
      toPage(request, await load(deps, request)),
    ),
    get('/rounds/:round/pack/progress', 'results.read', async (request) =>
      fragment(packStatus, toPackStatus(await load(deps, request))),
    ),
    post('/rounds/:round/pack', 'results.read', (request) => begin(deps, request)),
    get('/rounds/:round/pack.pdf', 'results.read', (request) => download(deps, request)),
  ];
}

async function load(deps: PackRouteDeps, request: SignedInRequest): Promise<PackFacts> {
  const { db, now } = deps;
  const { scope } = request;
  const visible = await loadRound(deps, scope, param(request, 'round'));
  const { id: roundId, status } = visible.round;
  const [pack, latest, isBegun] = await Promise.all([
    findPack(db, scope, roundId),
    findLatestEdition(db, scope, roundId),
    isPaperBegun(db, scope, roundId),
  ]);
  const written = isBegun ? 'written' : 'unwritten';
  const board = mayReadBoardPaper(scope, status) ? written : 'hidden';
  return { ...visible, system: scope.systemName, pack, latest, board, now: now() };
}

function toPage({ csrf }: SignedInRequest, facts: PackFacts, busyWith = ''): Reply {
  const { round } = facts;
  return page(packPage, toPackView(facts, { csrf, busyWith }), {
    title: `Complete pack, ${round.name}`,
    status: busyWith === '' ? 200 : 409,
    crumbs: [
      { text: 'Results', href: paths.rounds() },
      { text: `${round.name}: system matrix`, href: paths.systemReport(round.slug) },
    ],
  });
}

/** One at a time for each person; a second press for the same round leads to the same pack. */
async function begin(deps: PackRouteDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form);
  const { scope } = request;
  const facts = await load(deps, request);
  const { round, places, now } = facts;
  const asked = { id: deps.newId(), roundId: round.id, places: places.length, now };
  const busyWith = await transact(deps.db, async (trx) => {
    const other = await findOtherUnderWay(trx, scope, asked);
    if (other === undefined) await beginPack(trx, scope, asked);
    return other;
  });
  return busyWith === undefined
    ? redirect(paths.pack(round.slug))
    : toPage(request, facts, busyWith);
}

/** Without a pack that may be had, the page says what there is to do. */
async function download(deps: PackRouteDeps, request: SignedInRequest): Promise<Reply> {
  const { db } = deps;
  const { scope, wantsBody } = request;
  const facts = await load(deps, request);
  const { pack, round, now, system } = facts;
  const body = pack && mayHave(facts) ? await findPackFile(db, scope, pack.id) : undefined;
  if (!pack || !body) return redirect(paths.pack(round.slug));
  if (wantsBody) {
    await recordAudit(db, {
      systemId: scope.systemId,
      personId: scope.personId,
      act: 'pack.downloaded',
      subjectType: 'round',
      subjectId: round.id,
      happenedAt: now,
      details: {},
    });
  }
  const name = fileName(`${system}, complete pack`, {
    round: round.name,
    draft: pack.edition === null,
  });
  return file(body, 'application/pdf', name);
}
