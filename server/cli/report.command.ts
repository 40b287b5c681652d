/** Draws a paper of a round into a file, the same as its download: the system's report, a Place's, the Board paper, the pack. */
import path from 'node:path';
import type { Knex } from 'knex';
import { definitionStore } from '../db/definitions.queries.ts';
import { grantScope, type Scope } from '../domain/access/scope.ts';
import type { Fault } from '../domain/shape/fault.ts';
import { madeAt } from '../web/made.ts';
import { loadBoard } from '../features/reports/board/board.load.ts';
import { render as renderBoard } from '../features/reports/board/board.pdf.ts';
import { toBoardView } from '../features/reports/board/board.view.ts';
import { loadPack } from '../features/reports/pack/pack.load.ts';
import { drawPack } from '../features/reports/pack/pack.pdf.ts';
import { render as renderFullPlace } from '../features/reports/place.pdf.ts';
import { loadPlaceReport, loadSystemReport } from '../features/reports/reports.load.ts';
import { render as renderPlace } from '../features/reports/summary/place-summary.pdf.ts';
import { render as renderSystem } from '../features/reports/summary/system-summary.pdf.ts';
import { render as renderFullSystem } from '../features/reports/system.pdf.ts';
import { listSystems, type KnownSystem } from '../features/reports/systems.queries.ts';
import { paths } from '../web/paths.ts';
import { dayOf } from '../web/time.ts';
import type { CommandResult } from './command.ts';
import { folderFaults, writeWhole } from './whole-file.ts';

export const reportOptions = {
  required: ['system', 'round', 'out'],
  optional: ['place'],
  flags: ['board', 'pack', 'full'],
} as const;

export const reportHelp = `npm run -s report -- --system S --round R [--place P | --board | --pack] [--full] --out file.pdf

  --system  the system, by its short name: lancashire-and-south-cumbria
  --round   the round, by its short name, as in the address of its report
  --place   one Place of it; without this the whole system
  --board   its Board paper instead: what people wrote, beside the figures
  --pack    its complete pack instead: Board paper, system, every Place, what was agreed, method
  --full    of the system or a Place everything, with its workings; without this the summary
  --out     the file to write; one that is there is replaced

Reads the database of the settings, as npm start does. For the demonstration's, without DATABASE_URL:
DATA_DIR=data/demo npm run -s report -- …
`;

export interface ReportOptions {
  readonly system: string;
  readonly round: string;
  readonly place?: string;
  readonly board?: true;
  readonly pack?: true;
  readonly full?: true;
  readonly out: string;
}
interface ReportDeps {
  readonly db: Knex;
  readonly baseUrl: string;
  readonly now: Date;
}

/** Writes the file, or says everything that is wrong with the options. */
export async function report(deps: ReportDeps, options: ReportOptions): Promise<CommandResult> {
  const systems = await listSystems(deps.db);
  const system = systems.find(({ slug }) => slug === options.system);
  const faults = [
    ...selectionFaults(systems, system, options),
    ...choiceFaults(options),
    ...folderFaults('--out', options.out),
  ];
  if (!system || faults.length > 0) return { faults };
  const body = await draw(deps, asCoordinator(system), options);
  const writing = writeWhole('--out', options.out, body);
  return writing.length > 0
    ? { faults: writing }
    : { output: { file: path.resolve(options.out), bytes: body.length } };
}

async function draw(
  { db, baseUrl, now }: ReportDeps,
  scope: Scope,
  { round, place, board, pack, full }: ReportOptions,
): Promise<Buffer> {
  const deps = { db, definitions: definitionStore(db), baseUrl, now: () => now };
  const madeFrom = (address: string) => madeAt(now, baseUrl + address);
  if (pack) {
    const { papers } = await loadPack(deps, scope, { roundSlug: round, now });
    return drawPack(papers, () => undefined);
  }
  if (board) {
    const view = toBoardView(await loadBoard(deps, scope, round));
    return renderBoard({ view, made: madeFrom(paths.boardPaper(round)) });
  }
  const today = dayOf(now);
  if (place === undefined) {
    const view = await loadSystemReport(deps, scope, { roundSlug: round, today });
    const made = madeFrom(paths.systemReport(round));
    return (full ? renderFullSystem : renderSystem)({ view, made });
  }
  const which = { roundSlug: round, placeSlug: place, today };
  const view = await loadPlaceReport(deps, scope, which);
  return (full ? renderFullPlace : renderPlace)({
    view,
    made: madeFrom(paths.placeReport(round, place)),
  });
}

/** Whoever may start commands here can read the whole database: nothing is held back from them. */
function asCoordinator({ id, slug, name, fictional }: KnownSystem): Scope {
  return grantScope({
    personId: '',
    personName: 'Command line',
    systemId: id,
    systemName: name,
    systemSlug: slug,
    fictional,
    memberships: [{ role: 'coordinator', agencyId: null, placeIds: [], isChair: false }],
  });
}

function selectionFaults(
  systems: readonly KnownSystem[],
  system: KnownSystem | undefined,
  { round: roundSlug, place }: ReportOptions,
): Fault[] {
  if (!system) return [unknown('--system', slugsOf(systems))];
  const { rounds } = system;
  const round = rounds.find(({ slug }) => slug === roundSlug);
  const places = [...new Set((round ? [round] : rounds).flatMap((each) => each.places))];
  return [
    ...(round ? [] : [unknown('--round', slugsOf(rounds))]),
    ...(place === undefined || places.includes(place) ? [] : [unknown('--place', places)]),
  ];
}

/** Each of these names a paper of its own. */
const papers = ['place', 'board', 'pack'] as const;

function choiceFaults(options: ReportOptions): Fault[] {
  const [first, ...others] = papers.filter((name) => options[name] !== undefined);
  const whole = options.full && (first === 'board' || first === 'pack');
  return [
    ...others.map((name) => ({
      path: `--${name}`,
      text: `names another paper than --${first ?? ''}: keep one, and start the command again for the other`,
    })),
    ...(whole ? [{ path: '--full', text: `is not for --${first}: leave it out` }] : []),
  ];
}

const slugsOf = (all: readonly { readonly slug: string }[]): string[] =>
  all.map(({ slug }) => slug);

function unknown(option: string, known: readonly string[]): Fault {
  const instead = known.length > 0 ? `use one of ${known.join(', ')}` : 'there is none yet';
  return { path: option, text: `is not known here: ${instead}` };
}
