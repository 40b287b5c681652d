/** The instruments, readable by everybody who is signed in. */
import { notFound } from '../../domain/errors.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/reply.ts';
import { get, param, type Route } from '../../web/route.ts';
import { formRoutes, type FormDeps } from './form/form.routes.ts';
import { findInstrument, listInstruments } from './instruments.queries.ts';
import {
  instrumentListPage,
  instrumentPage,
  toInstrumentListView,
  toInstrumentView,
} from './instruments.view.ts';

export function instrumentRoutes(deps: FormDeps): Route[] {
  const { db } = deps;
  return [
    ...formRoutes(deps),
    get(paths.instruments(), 'instruments.read', async () => {
      const definitions = await listInstruments(db);
      return page(instrumentListPage, toInstrumentListView(definitions), {
        title: 'Instruments',
        credits: [...new Set(definitions.map(({ source }) => source.credit))],
      });
    }),
    get('/instruments/:id/:version', 'instruments.read', async (request) => {
      const definition = await findInstrument(db, param(request, 'id'), param(request, 'version'));
      if (!definition) throw notFound();
      return page(instrumentPage, toInstrumentView(definition), {
        title: definition.title,
        credits: [
          definition.source.credit,
          ...(definition.support ? [definition.support.source.credit] : []),
        ],
        crumbs: [{ text: 'Instruments', href: paths.instruments() }],
      });
    }),
  ];
}
