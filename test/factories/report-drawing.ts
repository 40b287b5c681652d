/** Reports drawn without a server, as their readers would have them. */
import type { Knex } from 'knex';
import { definitionStore } from '../../server/db/definitions.queries.ts';
import { grantScope, type MemberRole, type Scope } from '../../server/domain/access/scope.ts';
import { emptyPaper, type BoardPaper } from '../../server/domain/board/board-paper.ts';
import { madeAt } from '../../server/web/made.ts';
import { drawPack } from '../../server/features/reports/pack/pack.pdf.ts';
import { loadPack } from '../../server/features/reports/pack/pack.load.ts';
import { loadPlaces } from '../../server/features/reports/compare/compare.load.ts';
import { render as renderSides } from '../../server/features/reports/compare/places.pdf.ts';
import { toPlacesView } from '../../server/features/reports/compare/places.view.ts';
import { loadBoard } from '../../server/features/reports/board/board.load.ts';
import { render as renderBoard } from '../../server/features/reports/board/board.pdf.ts';
import { storePaper } from '../../server/features/reports/board/board.queries.ts';
import { toBoardView } from '../../server/features/reports/board/board.view.ts';
import { render as renderPlace } from '../../server/features/reports/place.pdf.ts';
import type { PlaceReportView } from '../../server/features/reports/place-report.view.ts';
import { loadPlaceReport, loadSystemReport } from '../../server/features/reports/reports.load.ts';
import { render as renderPlaceSummary } from '../../server/features/reports/summary/place-summary.pdf.ts';
import { render as renderSystemSummary } from '../../server/features/reports/summary/system-summary.pdf.ts';
import { render as renderSystem } from '../../server/features/reports/system.pdf.ts';
import type { SystemReportView } from '../../server/features/reports/system-report.view.ts';
import { readPdf, type ReadPdf } from './pdf-reader.ts';
import type { ResultsSystem } from './results.ts';
import { idOf } from '../../server/features/set-up/set-up.queries.ts';
import { testTime } from './visitor.ts';

const made = madeAt(testTime, 'http://127.0.0.1:3000/rounds/spring-2026/report');

const today = '2026-03-18';

/** Anybody with this role and no agency or Place of their own. */
function somebody({ ids, slug }: ResultsSystem, role: MemberRole): Scope {
  return grantScope({
    personId: '',
    personName: 'Colm Doyle',
    systemId: ids.systemId,
    systemName: `System ${slug}`,
    systemSlug: slug,
    fictional: true,
    memberships: [{ role, agencyId: null, placeIds: [], isChair: false }],
  });
}

function placeView(
  db: Knex,
  system: ResultsSystem,
  placeSlug: string,
  role: MemberRole,
): Promise<PlaceReportView> {
  const deps = { db, definitions: definitionStore(db) };
  const which = { roundSlug: system.roundSlug, placeSlug, today };
  return loadPlaceReport(deps, somebody(system, role), which);
}

export async function placeBytes(
  db: Knex,
  system: ResultsSystem,
  placeSlug: string,
  role: MemberRole = 'coordinator',
): Promise<Buffer> {
  return renderPlace({ view: await placeView(db, system, placeSlug, role), made });
}

export async function placeSummary(
  db: Knex,
  system: ResultsSystem,
  placeSlug: string,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  const view = await placeView(db, system, placeSlug, role);
  return readPdf(await renderPlaceSummary({ view, made }));
}

export async function systemSummary(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  return readPdf(await renderSystemSummary({ view: await systemView(db, system, role), made }));
}

function systemView(db: Knex, system: ResultsSystem, role: MemberRole): Promise<SystemReportView> {
  const deps = { db, definitions: definitionStore(db) };
  return loadSystemReport(deps, somebody(system, role), {
    roundSlug: system.roundSlug,
    today,
  });
}

export async function placePaper(
  db: Knex,
  system: ResultsSystem,
  placeSlug: string,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  return readPdf(await placeBytes(db, system, placeSlug, role));
}

export async function systemPaper(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  return readPdf(await renderSystem({ view: await systemView(db, system, role), made }));
}

export async function packBytes(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
  tell: (done: number) => void = () => undefined,
): Promise<Buffer> {
  const deps = { db, definitions: definitionStore(db), baseUrl: 'http://127.0.0.1:3000' };
  const which = { roundSlug: system.roundSlug, now: testTime };
  const { papers } = await loadPack(deps, somebody(system, role), which);
  return drawPack(papers, tell);
}

export async function packPaper(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  return readPdf(await packBytes(db, system, role));
}

/** What a coordinator has written for a Board. */
export async function writeBoardPaper(
  db: Knex,
  system: ResultsSystem,
  written: Partial<BoardPaper>,
): Promise<void> {
  const personId = idOf(system.ids.people, system.email('colm'));
  const wish = { roundId: system.roundId, content: { ...emptyPaper, ...written }, basedOn: 0 };
  await db.transaction((trx) =>
    storePaper(trx, { ...somebody(system, 'coordinator'), personId }, wish, testTime),
  );
}

export async function boardBytes(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
): Promise<Buffer> {
  const deps = { db, definitions: definitionStore(db), now: () => testTime };
  const facts = await loadBoard(deps, somebody(system, role), system.roundSlug);
  return renderBoard({ view: toBoardView(facts), made });
}

export async function boardPaper(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  return readPdf(await boardBytes(db, system, role));
}

/** The first two Places side by side. */
export async function sidesPaper(
  db: Knex,
  system: ResultsSystem,
  role: MemberRole = 'coordinator',
): Promise<ReadPdf> {
  const deps = { db, definitions: definitionStore(db) };
  const { roundSlug } = system;
  const facts = await loadPlaces(deps, somebody(system, role), { roundSlug, asked: ['', ''] });
  return readPdf(await renderSides({ view: toPlacesView(facts), made }));
}
