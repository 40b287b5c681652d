/** Systems of the installation: an administrator creates them, each with a coordinator who does the rest. */
import type { Knex } from 'knex';
import { appointment } from '../../domain/mail/appointment.ts';
import { newSlug } from '../../domain/set-up/slug.ts';
import { recordAccountEvent } from '../../db/accounts.ts';
import { recordAudit } from '../../db/audit.ts';
import { queueMail } from '../../db/outbox.queries.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import {
  administrationGet,
  administrationPost,
  type AdministratorRequest,
  type Route,
} from '../../web/route.ts';
import { idOf, insertSystem } from './set-up.queries.ts';
import { readSystem, type SystemTyped } from './systems.form.ts';
import { listSystems } from './systems.queries.ts';
import { newSystemPage, systemsPage, toNewSystemView, toSystemsView } from './systems.view.ts';

export interface SystemsDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
}

const title = 'Create a system';
const messageDays = 14;

export function systemsRoutes(deps: SystemsDeps): Route[] {
  const { db } = deps;
  return [
    administrationGet(paths.administration(), async ({ query }) => {
      const view = toSystemsView(await listSystems(db), query['created'] ?? '');
      return page(systemsPage, view, { title: 'Systems' });
    }),
    administrationGet(paths.newSystem(), ({ csrf }) => {
      const view = toNewSystemView(csrf, { system: '', name: '', email: '' });
      return page(newSystemPage, view, { title });
    }),
    administrationPost(paths.newSystem(), (request) => create(deps, request)),
  ];
}

async function create(deps: SystemsDeps, request: AdministratorRequest): Promise<Reply> {
  const systems = await listSystems(deps.db);
  const { typed, faults } = readSystem(
    request.form,
    systems.map(({ name }) => name),
  );
  if (faults.length > 0) {
    const view = toNewSystemView(request.csrf, typed, faults);
    return page(newSystemPage, view, { title: `Error: ${title}`, status: 422 });
  }
  const slug = newSlug(typed.system, 'system', new Set(systems.map((system) => system.slug)));
  await insertWithCoordinator(deps, { slug, typed, byPersonId: request.administrator.personId });
  return redirect(paths.administration(slug));
}

interface NewSystem {
  readonly slug: string;
  readonly typed: SystemTyped;
  readonly byPersonId: string;
}

function insertWithCoordinator(
  { db, now, newId }: SystemsDeps,
  { slug, typed, byPersonId }: NewSystem,
): Promise<void> {
  const at = now();
  return transact(db, async (trx) => {
    const { name, email } = typed;
    const people = [{ name, email, role: 'coordinator' }] as const;
    const plan = {
      slug,
      name: typed.system,
      fictional: false,
      notes: [],
      places: [],
      agencies: [],
    };
    const { systemId, people: ids } = await insertSystem(trx, { ...plan, people }, newId);
    const personId = idOf(ids, email);
    const deed = { act: 'system.created', happenedAt: at };
    await recordAudit(trx, {
      ...deed,
      systemId,
      personId: byPersonId,
      subjectType: 'system',
      subjectId: systemId,
    });
    await recordAccountEvent(trx, { ...deed, personId: byPersonId, subjectId: personId });
    await queueMail(trx, {
      systemId,
      personId,
      kind: 'invitation',
      content: appointment({ name, systemName: typed.system, path: paths.home() }),
      queuedAt: at,
      notAfter: new Date(at.getTime() + messageDays * 24 * 60 * 60_000),
    });
  });
}
