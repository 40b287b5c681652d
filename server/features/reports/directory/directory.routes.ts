/** The directory of a round's services: the page, and its lists to take away. */
import { recordAudit } from '../../../db/audit.ts';
import { asExporter } from '../../../domain/access/may.ts';
import { notFound } from '../../../domain/errors.ts';
import type { ResultsDeps } from '../../../results/load.ts';
import { paths } from '../../../web/paths.ts';
import { page, stream, type Reply } from '../../../web/reply.ts';
import { get, param, recently, type Route, type SignedInRequest } from '../../../web/route.ts';
import { dayOf, formatDateTime } from '../../../web/time.ts';
import { toHead } from '../report.view.ts';
import { loadDirectory } from './directory.load.ts';
import { toDirectory, type DirectoryFacts } from './directory.ts';
import { directoryCredits, directoryPage, toDirectoryView } from './directory.view.ts';
import { directoryCsv, directoryWorkbook, type DirectoryFile } from './files.ts';

interface DirectoryDeps extends ResultsDeps {
  readonly now: () => Date;
}

/** Whoever reads results may look; the lists are data, and leave as the round's other data does. */
export function directoryRoutes(deps: DirectoryDeps): Route[] {
  return [
    get('/rounds/:round/services', 'results.read', (request) => look(deps, request)),
    recently(
      get('/rounds/:round/services.csv', 'results.export', (request) =>
        download(deps, request, {
          write: directoryCsv,
          type: 'text/csv; charset=utf-8',
          ending: 'csv',
        }),
      ),
    ),
    recently(
      get('/rounds/:round/services.xlsx', 'results.export', (request) =>
        download(deps, request, {
          write: directoryWorkbook,
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          ending: 'xlsx',
        }),
      ),
    ),
  ];
}

async function look(deps: DirectoryDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await loadDirectory(deps, request.scope, {
    roundSlug: param(request, 'round'),
    query: request.query,
    today: dayOf(deps.now()),
  });
  const { round } = facts;
  return page(directoryPage, toDirectoryView(facts), {
    title: `Services, ${round.name}`,
    credits: directoryCredits(facts),
    crumbs: [
      { text: 'Results', href: paths.rounds() },
      { text: `${round.name}: system matrix`, href: paths.systemReport(round.slug) },
    ],
  });
}

interface Format {
  readonly write: (made: DirectoryFile) => AsyncIterable<Buffer>;
  readonly type: string;
  readonly ending: 'csv' | 'xlsx';
}

/** As the role sees it that exports; written down before it begins. */
async function download(
  deps: DirectoryDeps,
  request: SignedInRequest,
  { write, type, ending }: Format,
): Promise<Reply> {
  const { scope, query } = request;
  const now = deps.now();
  const facts = await loadDirectory(deps, asExporter(scope), {
    roundSlug: param(request, 'round'),
    query,
    today: dayOf(now),
  });
  if (!facts.map) throw notFound();
  const directory = toDirectory(facts, facts.map);
  const { round, places } = facts;
  const names = places.every((place) => place.names);
  if (request.wantsBody) {
    await recordAudit(deps.db, {
      systemId: scope.systemId,
      personId: scope.personId,
      act: 'services.downloaded',
      subjectType: 'round',
      subjectId: round.id,
      happenedAt: now,
      details: { rows: directory.open.length + directory.unknown.length + directory.closed.length },
    });
  }
  const made = write({ directory, names, about: aboutOf(facts, now) });
  const state = toHead(round, facts.system).draft ? '-draft' : '';
  return stream(made, type, `${scope.systemSlug}-${round.slug}${state}-services.${ending}`);
}

function aboutOf(facts: DirectoryFacts, now: Date): DirectoryFile['about'] {
  const { system, round, draft, status, notes } = toHead(facts.round, facts.system);
  return [
    ['Round', `${system}, ${round}`],
    ['State', draft ? `${status}: a draft, this may change` : status],
    ['Made', formatDateTime(now)],
    ...directoryCredits(facts).map((credit) => ['Source', credit] as const),
    ...notes.map((note) => ['Rests on', note] as const),
  ];
}
