/** Corrections of a round's published agreements: the only place that reads what those that wait say, and that writes any. */
import type { Knex } from 'knex';
import { recordAudit } from '../../../db/audit.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import type { Decision, Topic } from '../../../domain/review/agreement.ts';
import type { Correction } from '../../../domain/review/correction.ts';
import type { PlaceInRound } from '../place.queries.ts';

/** Of a round, or of one Place in it: waiting, published and withdrawn, by Place and the last first. */
export function listCorrections(
  db: Knex,
  scope: Scope,
  { roundId, placeId }: Pick<PlaceInRound, 'roundId'> & { readonly placeId?: string },
): Promise<Correction[]> {
  return db('corrections as c')
    .join('places as l', { 'l.system_id': 'c.system_id', 'l.id': 'c.place_id' })
    .join('members as m', { 'm.system_id': 'c.system_id', 'm.person_id': 'c.proposed_by' })
    .leftJoin('members as w', { 'w.system_id': 'c.system_id', 'w.person_id': 'c.withdrawn_by' })
    .leftJoin('agreement_history as h', {
      'h.system_id': 'c.system_id',
      'h.round_id': 'c.round_id',
      'h.place_id': 'c.place_id',
      'h.subject': 'c.subject',
      'h.item_id': 'c.item_id',
      'h.revision': 'c.based_on',
    })
    .where({ 'c.system_id': scope.systemId, 'c.round_id': roundId })
    .modify((query) => {
      if (placeId !== undefined) void query.where('c.place_id', placeId);
    })
    .orderByRaw('l.position, c.proposed_at desc, c.id')
    .select<Correction[]>(
      {
        id: 'c.id',
        placeId: 'c.place_id',
        subject: 'c.subject',
        itemId: 'c.item_id',
        level: 'c.level',
        colour: 'c.colour',
        rationale: 'c.rationale',
        dissent: 'c.dissent',
        present: 'c.present',
        othersPresent: 'c.others_present',
        basedOn: 'c.based_on',
        revision: 'c.revision',
        proposedAt: 'c.proposed_at',
        proposedById: 'c.proposed_by',
        proposedBy: 'm.name',
        edition: 'c.edition',
        withdrawnAt: 'c.withdrawn_at',
        withdrawnBy: 'w.name',
      },
      db.raw(`case when h.revision is not null then
        json_build_object('level', h.level, 'colour', h.colour) end as "from"`),
      db.raw(`array(
        select q.person_id from correction_people q
        where q.system_id = c.system_id and q.correction_id = c.id) as "presentIds"`),
    );
}

export interface Proposal extends PlaceInRound, Decision {
  readonly present: string;
  readonly othersPresent: string;
  readonly presentIds: readonly string[];
  /** of the agreement that the form was made from; 0 for none */
  readonly basedOn: number;
  /** of the correction that waited then; 0 for none */
  readonly waiting: number;
}

/**
 * Records a correction, or changes the one that waits.
 * @param trx a transaction that holds the Place's lock
 * @returns false, and nothing written, where another agreement or correction stands than the form was made from
 */
export async function propose(
  trx: Knex,
  scope: Scope,
  proposal: Proposal,
  { newId, now }: { readonly newId: () => string; readonly now: Date },
): Promise<boolean> {
  const topic = topicOf(scope, proposal);
  const before = await waitingRow(trx, topic);
  if ((before?.revision ?? 0) !== proposal.waiting) return false;
  if ((await agreedRevision(trx, topic)) !== proposal.basedOn) return false;
  const id = before?.id ?? newId();
  const row = { ...rowOf(proposal), proposed_at: now, proposed_by: scope.personId };
  await trx('corrections')
    .insert({ ...topic, id, ...row })
    .onConflict(['system_id', 'id'])
    .merge();
  await writePeople(trx, scope, id, proposal.presentIds);
  const act = before ? 'correction.changed' : 'correction.proposed';
  await record(trx, scope, proposal, { act, now });
  return true;
}

async function agreedRevision(trx: Knex, topic: ReturnType<typeof topicOf>): Promise<number> {
  const stands = await trx('agreements')
    .where(topic)
    .first<{ revision: number } | undefined>('revision');
  return stands?.revision ?? 0;
}

const rowOf = (proposal: Proposal) => ({
  ...{ level: proposal.level, colour: proposal.colour },
  ...{ rationale: proposal.rationale, dissent: proposal.dissent },
  ...{ present: proposal.present, others_present: proposal.othersPresent },
  based_on: proposal.basedOn,
  revision: proposal.waiting + 1,
});

/** @param trx holds the Place's lock. @returns false where it waits no longer */
export async function withdraw(
  trx: Knex,
  scope: Scope,
  { id, now, ...of }: PlaceInRound & Topic & { readonly id: string; readonly now: Date },
): Promise<boolean> {
  const ended = await trx('corrections')
    .where({ ...topicOf(scope, of), id })
    .whereNull('edition')
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: now, withdrawn_by: scope.personId });
  if (ended === 0) return false;
  await record(trx, scope, of, { act: 'correction.withdrawn', now });
  return true;
}

const topicOf = (
  { systemId }: Scope,
  { roundId, placeId, subject, itemId }: PlaceInRound & Topic,
) => ({
  system_id: systemId,
  round_id: roundId,
  place_id: placeId,
  subject,
  item_id: itemId,
});

function waitingRow(trx: Knex, topic: ReturnType<typeof topicOf>) {
  return trx('corrections')
    .where(topic)
    .whereNull('edition')
    .whereNull('withdrawn_at')
    .first<{ id: string; revision: number } | undefined>('id', 'revision');
}

async function writePeople(
  trx: Knex,
  { systemId }: Scope,
  correctionId: string,
  personIds: readonly string[],
): Promise<void> {
  const of = { system_id: systemId, correction_id: correctionId };
  await trx('correction_people').where(of).delete();
  if (personIds.length === 0) return;
  await trx('correction_people').insert(personIds.map((person_id) => ({ ...of, person_id })));
}

/** The trail is read by reviewers of every Place: it tells that there is a correction, not of what. */
function record(
  trx: Knex,
  { systemId, personId }: Scope,
  { roundId, placeId }: PlaceInRound,
  { act, now }: { readonly act: string; readonly now: Date },
): Promise<void> {
  return recordAudit(trx, {
    ...{ systemId, personId, act },
    ...{ subjectType: 'place', subjectId: placeId },
    happenedAt: now,
    details: { round: roundId },
  });
}
