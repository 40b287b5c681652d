/** The application: what every request passes, in order, and the features that answer. */
import path from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { IdentityProvider } from './adapters/openid.ts';
import type { PdfPool } from './adapters/pdf/pool.ts';
import type { SpreadsheetPool } from './adapters/spreadsheet/pool.ts';
import { projectRoot } from './root.ts';
import { definitionStore } from './db/definitions.queries.ts';
import { inSystem } from './db/guard.ts';
import { guarded } from './db/open.ts';
import { sessionRows } from './db/sessions.queries.ts';
import { tokenRows } from './db/tokens.queries.ts';
import { actionRoutes } from './features/actions/actions.routes.ts';
import { administrationRoutes } from './features/administration/administration.routes.ts';
import { apiRoutes } from './features/api/api.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { dataRoutes } from './features/data/data.routes.ts';
import { factualCheckRoutes } from './features/factual-check/factual-check.routes.ts';
import { instrumentRoutes } from './features/instruments/instruments.routes.ts';
import { messageRoutes } from './features/messages/messages.routes.ts';
import { pageRoutes } from './features/pages/pages.routes.ts';
import { progressRoutes } from './features/progress/progress.routes.ts';
import { boardPdfRoutes } from './features/reports/board/board-pdf.routes.ts';
import { boardRoutes } from './features/reports/board/board.routes.ts';
import { compareRoutes } from './features/reports/compare/compare.routes.ts';
import { questionRoutes } from './features/questions/questions.routes.ts';
import { directoryRoutes } from './features/reports/directory/directory.routes.ts';
import { servicePageRoutes } from './features/reports/service/service.routes.ts';
import { packRoutes } from './features/reports/pack/pack.routes.ts';
import { reportPdfRoutes } from './features/reports/report-pdf.routes.ts';
import { outlooks } from './features/reports/reports.load.ts';
import { mapRoutes } from './features/reports/map/map.routes.ts';
import { reportRoutes } from './features/reports/reports.routes.ts';
import { responseRoutes } from './features/responses/responses.routes.ts';
import { bulkRoutes } from './features/review/bulk.routes.ts';
import { elementReviewRoutes } from './features/review/element.routes.ts';
import { correctionRoutes } from './features/review/corrections/correct.routes.ts';
import { editionRoutes } from './features/review/corrections/edition.routes.ts';
import { minutesRoutes } from './features/review/minutes.routes.ts';
import { reviewRoutes } from './features/review/review.routes.ts';
import { workshopRoutes } from './features/review/workshop.routes.ts';
import { signOffRoutes } from './features/review/sign-off.routes.ts';
import { serviceRoutes } from './features/services/services.routes.ts';
import { setUpRoutes } from './features/set-up/set-up.routes.ts';
import { systemsRoutes } from './features/set-up/systems.routes.ts';
import { signInRoutes } from './features/sign-in/sign-in.routes.ts';
import { tokenRoutes } from './features/tokens/tokens.routes.ts';
import { mountApi } from './web/api/mount.ts';
import type { ApiRoute } from './web/api/route.ts';
import { mountAssets } from './web/assets.ts';
import { errorHandler, missingRoute } from './web/errors.ts';
import { mountHealth } from './web/health.ts';
import { mount } from './web/mount.ts';
import { createRender } from './web/render.ts';
import type { Route } from './web/route.ts';
import { sessions } from './web/session.ts';

export interface AppDeps {
  readonly db: Knex;
  readonly logger: Logger;
  /** draws PDFs away from the event loop; whoever made it closes it */
  readonly pdf: PdfPool;
  /** writes and reads workbooks away from the event loop; whoever made it closes it */
  readonly spreadsheets: SpreadsheetPool;
  /** every time that is stored or shown comes from here */
  readonly now: () => Date;
  readonly newId: () => string;
  readonly sessionSecret: string;
  readonly baseUrl: string;
  /** how many proxies stand before us */
  readonly trustProxy: number;
  /** of the organisation's accounts; null: people sign in by e-mail only */
  readonly provider: IdentityProvider | null;
  /** sign-in by persona */
  readonly demo: boolean;
  readonly production: boolean;
  readonly version: string;
  /** database reachable and migrations current */
  readonly isReady: () => Promise<boolean>;
  readonly isUnavailable: (error: unknown) => boolean;
}

/** Every route of every feature: what is not here does not exist. */
export function allRoutes(deps: AppDeps): (Route | ApiRoute)[] {
  const later = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      deps.logger.error({ err: error }, 'work in the background failed');
    });
  };
  // Who somebody is, and the installation, are asked of the whole database; all else of one system's rows.
  const own = { ...deps, db: guarded(deps.db), definitions: definitionStore(deps.db) };
  return [
    ...signInRoutes({ ...deps, later }),
    ...administrationRoutes(deps),
    ...systemsRoutes(deps),
    ...responseRoutes({ ...own, outlook: outlooks(own) }),
    ...pageRoutes(own),
    ...instrumentRoutes(own),
    ...auditRoutes(own),
    ...serviceRoutes(own),
    ...progressRoutes(own),
    ...reportRoutes(own),
    ...reportPdfRoutes(own),
    ...boardRoutes(own),
    ...boardPdfRoutes(own),
    ...mapRoutes(own),
    ...packRoutes(own),
    ...compareRoutes(own),
    ...directoryRoutes(own),
    ...servicePageRoutes(own),
    ...questionRoutes(own),
    ...dataRoutes(own),
    ...tokenRoutes(own),
    ...apiRoutes(own),
    ...actionRoutes(own),
    ...reviewRoutes(own),
    ...elementReviewRoutes(own),
    ...workshopRoutes(own),
    ...bulkRoutes(own),
    ...signOffRoutes(own),
    ...correctionRoutes(own),
    ...editionRoutes(own),
    ...minutesRoutes(own),
    ...factualCheckRoutes(own),
    ...setUpRoutes(own),
    ...messageRoutes(deps),
  ];
}

export function createApp(deps: AppDeps): Express {
  const app = express();
  const secure = deps.baseUrl.startsWith('https:');
  const render = createRender(path.join(projectRoot, 'views'), deps.production);
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustProxy);
  app.set('query parser', 'simple');
  // Pages are never kept (no-store), so nothing would ask for them by their hash. Assets have their own.
  app.set('etag', false);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'frame-ancestors': ["'none'"],
          'form-action': ["'self'"],
          'style-src': ["'self'"],
          'font-src': ["'self'"],
          'upgrade-insecure-requests': secure ? [] : null,
        },
      },
      // Under "no-referrer" a browser would send our own forms without their origin.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: secure,
    }),
  );
  app.use(compression());
  mountHealth(app, deps.isReady);
  const routes = allRoutes(deps);
  mountApi(
    app,
    routes.filter((route) => 'api' in route),
    { ...deps, tokens: tokenRows(deps.db, deps.now), inSystem },
  );
  const session = sessions({ rows: sessionRows(deps.db), secret: deps.sessionSecret, secure });
  mount(
    app,
    routes.filter((route): route is Route => !('api' in route)),
    {
      render,
      sessions: session,
      baseUrl: deps.baseUrl,
      demo: deps.demo,
      version: deps.version,
      inSystem,
    },
  );
  // Behind the routes: whether there is such a file is not asked of the disk for every page.
  mountAssets(app, path.join(projectRoot, 'public'), deps.production);
  app.use(session, missingRoute);
  app.use(errorHandler({ render, ...deps }));
  return app;
}
