/** Comparisons: a round with an earlier one, and two Places of a round; as pages and as PDFs of the same. */
import type { PdfPool } from '../../../adapters/pdf/pool.ts';
import type { ResultsDeps } from '../../../results/load.ts';
import { madeAt, fileName } from '../../../web/made.ts';
import { paths } from '../../../web/paths.ts';
import { file, page } from '../../../web/reply.ts';
import { get, param, type Route, type SignedInRequest } from '../../../web/route.ts';
import { recordDownload } from '../download.ts';
import { changesPage, toChangesView } from './changes.view.ts';
import { loadChanges, loadPlaces } from './compare.load.ts';
import { placesPage, toPlacesView } from './places.view.ts';

interface CompareDeps extends ResultsDeps {
  readonly pdf: PdfPool;
  readonly now: () => Date;
  readonly baseUrl: string;
}

const changesDocument = new URL('./changes.pdf.ts', import.meta.url);
const placesDocument = new URL('./places.pdf.ts', import.meta.url);

/** The modules that draw them, for a worker to load before anybody asks. */
export const compareDocuments = [changesDocument, placesDocument] as const;

/** Whoever reads the results may compare them, as far as they may see them. */
export function compareRoutes(deps: CompareDeps): Route[] {
  const { pdf, now, baseUrl } = deps;
  return [
    get('/rounds/:round/changes', 'results.read', async (request) => {
      const { view, round } = await changesOf(deps, request);
      return page(changesPage, view, {
        title: `${view.heading}, ${view.round}`,
        credits: view.credits,
        crumbs: crumbs(round),
      });
    }),
    get('/rounds/:round/changes.pdf', 'results.read', async (request) => {
      const { view, round, asked } = await changesOf(deps, request);
      const made = madeAt(now(), baseUrl + paths.changes(round.slug, asked));
      const body = await pdf.render(changesDocument, { view, made });
      await recordDownload(deps, request, { act: 'report.changes-downloaded', round });
      return file(body, 'application/pdf', fileName(`${view.system}, ${view.heading}`, view));
    }),
    get('/rounds/:round/compare', 'results.read', async (request) => {
      const { view, round } = await placesOf(deps, request);
      return page(placesPage, view, {
        title: `${view.heading}, ${view.round}`,
        credits: view.credits,
        crumbs: crumbs(round),
      });
    }),
    get('/rounds/:round/compare.pdf', 'results.read', async (request) => {
      const { view, round, asked } = await placesOf(deps, request);
      const made = madeAt(now(), baseUrl + paths.comparePlaces(round.slug, asked));
      const body = await pdf.render(placesDocument, { view, made });
      await recordDownload(deps, request, { act: 'report.places-compared-downloaded', round });
      return file(body, 'application/pdf', fileName(view.heading, view));
    }),
  ];
}

const crumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: 'Results', href: paths.rounds() },
  { text: `${name}: system matrix`, href: paths.systemReport(slug) },
];

/** With what was chosen, as its address says it. */
async function changesOf(deps: ResultsDeps, request: SignedInRequest) {
  const facts = await loadChanges(deps, request.scope, {
    roundSlug: param(request, 'round'),
    since: request.query['since'] ?? '',
  });
  const { now, then } = facts;
  const asked = then ? { since: then.round.slug } : {};
  return { view: toChangesView(facts), round: now.round, asked };
}

async function placesOf(deps: ResultsDeps, request: SignedInRequest) {
  const { query } = request;
  const facts = await loadPlaces(deps, request.scope, {
    roundSlug: param(request, 'round'),
    asked: [query['one'] ?? '', query['other'] ?? ''],
  });
  const { round, pair } = facts;
  const asked = pair ? { one: pair[0].slug, other: pair[1].slug } : {};
  return { view: toPlacesView(facts), round, asked };
}
