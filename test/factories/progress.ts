/** What agencies of a test system have done in a round, written straight into its tables. */
import type { Knex } from 'knex';
import { queueMail } from '../../server/db/outbox.queries.ts';
import { invitation } from '../../server/domain/mail/invitation.ts';
import { levelItems } from '../../server/domain/instrument/items.ts';
import { fillGrid } from './answers.ts';
import { shippedDefinitions, type TestSystem } from './system.ts';
import { testTime } from './visitor.ts';

const grid = shippedDefinitions().find(({ kind }) => kind === 'maturity');
/** The grid's domains in order. */
export const domains = (grid ? levelItems(grid) : []).map(({ id }) => id);

interface By {
  /** an address in the test system */
  readonly by: string;
}

/** The first domains of a grid have a level, since 9 March 2026 at 09:30. */
export async function begin(
  db: Knex,
  { ids }: TestSystem,
  responseId: string,
  { by, levels }: By & { readonly levels: number },
): Promise<void> {
  const { systemId } = ids;
  const personId = ids.people.get(by) ?? '';
  await fillGrid(db, { systemId, responseId, personId, level: 2, except: domains.slice(levels) });
  await db('responses')
    .where({ system_id: systemId, id: responseId })
    .update({ updated_at: new Date('2026-03-09T09:30:00Z') });
}

export async function submit(
  db: Knex,
  { ids }: TestSystem,
  responseId: string,
  { by, at = testTime }: By & { readonly at?: Date },
): Promise<void> {
  await db('responses')
    .where({ system_id: ids.systemId, id: responseId })
    .update({
      status: 'submitted',
      submitted_at: at,
      updated_at: at,
      submitted_by: ids.people.get(by) ?? '',
    });
}

/** An invitation of 2 March 2026 that did not arrive. */
export async function undelivered(
  db: Knex,
  { ids, roundId }: TestSystem,
  failed: { readonly agency: string; readonly email: string; readonly error: string },
): Promise<void> {
  const at = new Date('2026-03-02T09:00:00Z');
  const closesAt = new Date('2026-03-27T17:00:00Z');
  const agencyId = ids.agencies.get(failed.agency) ?? '';
  const id = await queueMail(db, {
    systemId: ids.systemId,
    personId: ids.people.get(failed.email) ?? '',
    kind: 'invitation',
    content: invitation({
      name: 'Somebody',
      systemName: 'A system',
      agencyName: failed.agency,
      round: { id: roundId, name: 'Round 3', closesAt },
      path: '/',
    }),
    queuedAt: at,
    notAfter: closesAt,
    about: { roundId, agencyId },
  });
  await db('messages')
    .where({ id })
    .update({ status: 'failed', last_error: failed.error, finished_at: at });
}
