/** The blank paper form of any instrument, for those who answer with a pen. */
import type { Knex } from 'knex';
import type { PdfPool } from '../../../adapters/pdf/pool.ts';
import { notFound } from '../../../domain/errors.ts';
import { file } from '../../../web/reply.ts';
import { get, param, type Route } from '../../../web/route.ts';
import { findInstrument } from '../instruments.queries.ts';
import type { BlankForm } from './form.pdf.ts';
import { listReceivers } from './form.queries.ts';
import { toFormView } from './form.view.ts';

export interface FormDeps {
  readonly db: Knex;
  readonly pdf: PdfPool;
  readonly now: () => Date;
}

const formDocument = new URL('./form.pdf.ts', import.meta.url);

export function formRoutes({ db, pdf, now }: FormDeps): Route[] {
  return [
    get('/instruments/:id/:version/form.pdf', 'instruments.read', async (request) => {
      const { scope } = request;
      const definition = await findInstrument(db, param(request, 'id'), param(request, 'version'));
      if (!definition) throw notFound();
      const names = await listReceivers(db, scope);
      const view = toFormView(definition, { names, system: scope.systemName });
      const form: BlankForm = { view, madeAt: now() };
      const body = await pdf.render(formDocument, form);
      return file(body, 'application/pdf', `${view.title}, paper form ${view.version}.pdf`);
    }),
  ];
}
