/** Is a message still due? Asked when it is sent: much may have happened since it was queued. */
import type { Knex } from 'knex';
import type { Claimed } from '../../db/outbox.queries.ts';
import { isOpen, type ActionStatus } from '../../domain/actions/action.ts';
import { isStillOpen, type Sent } from '../../domain/round/ask.ts';
import { allows, type ResponseStatus } from '../../domain/round/response.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

type Facts = Pick<Claimed, 'systemId' | 'personId' | 'kind' | 'agencyId' | 'awaited'>;

/** False once all that it reminds of is submitted or done with, or the person has no part in it any more. */
export async function isStillDue(db: Knex, message: Facts): Promise<boolean> {
  const { systemId, awaited } = message;
  if (systemId === null) return true;
  if (!(await takesPart(db, systemId, message))) return false;
  if (awaited === null) return true;
  if (message.kind === 'actions') return isActionDue(db, systemId, message.personId, awaited);
  return message.kind === 'question'
    ? isAsked(db, systemId, awaited)
    : isAwaited(db, systemId, awaited);
}

/** Some question about a service of these maps is open, and can still be answered. */
async function isAsked(
  db: Knex,
  systemId: string,
  responseIds: readonly string[],
): Promise<boolean> {
  const questions = await db('asked_questions as q')
    .join('service_entries as e', { 'e.system_id': 'q.system_id', 'e.id': 'q.entry_id' })
    .join('responses as r', { 'r.system_id': 'q.system_id', 'r.id': 'q.response_id' })
    .join('rounds as ro', { 'ro.system_id': 'q.system_id', 'ro.id': 'q.round_id' })
    .where({ 'q.system_id': systemId, 'e.removed_at': null })
    .whereIn('q.response_id', [...responseIds])
    .select<(Sent & Standing & { itemId: string; answers: Readonly<Record<string, unknown>> })[]>({
      itemId: 'q.item_id',
      saidUnknown: 'q.said_unknown',
      answeredAt: 'q.answered_at',
      answers: 'e.answers',
      status: 'r.status',
      roundStatus: 'ro.status',
    });
  return questions.some(
    ({ answers, itemId, status, roundStatus, ...sent }) =>
      (allows('answer', status, roundStatus) || allows('write', status, roundStatus)) &&
      isStillOpen(answers[itemId], sent),
  );
}

interface Standing {
  readonly status: ResponseStatus;
  readonly roundStatus: RoundStatus;
}

/** Some action is open, still the person's, and due on the day that they were reminded of. */
async function isActionDue(
  db: Knex,
  systemId: string,
  personId: string,
  actionIds: readonly string[],
): Promise<boolean> {
  const actions = await db('actions as a')
    .join('action_reminders as e', {
      'e.system_id': 'a.system_id',
      'e.action_id': 'a.id',
      'e.due_on': 'a.due_on',
    })
    .where({ 'a.system_id': systemId, 'e.person_id': personId })
    .whereIn('a.id', [...actionIds])
    .whereRaw(
      `(a.owner_person_id = e.person_id or exists (select from memberships m
        where m.system_id = a.system_id and m.person_id = e.person_id
          and m.role = 'agency-lead' and m.agency_id = a.owner_agency_id))`,
    )
    .select<{ status: ActionStatus }[]>({ status: 'a.status' });
  return actions.some(isOpen);
}

/** With a role in the system, or in the agency that the message is about, and an account that is not closed. */
async function takesPart(
  db: Knex,
  systemId: string,
  { personId, agencyId }: Facts,
): Promise<boolean> {
  const role = await db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where({ 'm.system_id': systemId, 'm.person_id': personId, 'p.deactivated_at': null })
    .where(agencyId === null ? {} : { 'm.agency_id': agencyId })
    .first<{ readonly id: string } | undefined>('m.id');
  return role !== undefined;
}

async function isAwaited(
  db: Knex,
  systemId: string,
  responseIds: readonly string[],
): Promise<boolean> {
  const responses = await db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .join('rounds as ro', { 'ro.system_id': 'a.system_id', 'ro.id': 'a.round_id' })
    .where('r.system_id', systemId)
    .whereIn('r.id', [...responseIds])
    .select<Standing[]>({
      status: 'r.status',
      roundStatus: 'ro.status',
    });
  return responses.some(({ status, roundStatus }) => allows('submit', status, roundStatus));
}
