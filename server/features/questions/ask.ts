/** Sends questions: they are kept and the letters queued in one transaction; the maps stay submitted. */
import type { Knex } from 'knex';
import { insertQuestions } from '../../db/asked-questions.queries.ts';
import { recordAudit } from '../../db/audit.ts';
import { queueMails } from '../../db/outbox.queries.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { holdSignedOff } from '../../db/signed-off.queries.ts';
import { transact } from '../../db/transact.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/round/response.ts';
import { refuseSignedOff } from '../../domain/round/signed-off.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { toLetter } from './letter.ts';
import {
  askable,
  loadQuestions,
  valueOf,
  type AgencyQuestions,
  type QuestionFacts,
} from './questions.load.ts';
import { holdQuestions, isSent } from './questions.queries.ts';

export interface Sending {
  readonly roundSlug: string;
  readonly placeSlug: string;
  readonly element: string;
  /** `valueOf` each */
  readonly chosen: readonly string[];
  /** made with the page: sent twice, it is one sending */
  readonly key: string;
  readonly now: Date;
}

/** @returns null where they are sent; else what there is to ask now: nothing of what was chosen is left */
export function sendQuestions(
  { db, definitions }: ResultsDeps,
  scope: Scope,
  sending: Sending,
): Promise<QuestionFacts | null> {
  return transact(db, async (trx) => {
    await holdQuestions(trx, scope, sending.roundSlug);
    const facts = await loadQuestions({ db: trx, definitions }, scope, sending);
    if (await isSent(trx, scope, sending.key)) return null;
    const asked = chosenOf(facts, sending.chosen);
    if (asked.length === 0) return facts;
    // In one order, so that no two sendings wait for each other.
    const ordered = asked.toSorted((one, other) =>
      one.responseId.localeCompare(other.responseId, 'en'),
    );
    for (const { responseId } of ordered) await holdMap(trx, scope, responseId);
    await keep(trx, scope, facts, { asked, sending });
    return null;
  });
}

/** Of what was chosen all that may be asked now. */
function chosenOf(facts: QuestionFacts, chosen: readonly string[]): AgencyQuestions[] {
  return askable(facts)
    .map((agency) => ({
      ...agency,
      questions: agency.questions.filter((question) => chosen.includes(valueOf(question))),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** As it is until the questions are kept: submitted, and free to be filled. */
async function holdMap(trx: Knex, scope: Scope, responseId: string): Promise<void> {
  const { status, roundStatus } = await lockResponse(trx, scope, responseId);
  if (!allows('answer', status, roundStatus)) {
    throw new AppError('conflict', 'A map was changed meanwhile. Nothing was sent: try again.');
  }
  refuseSignedOff(await holdSignedOff(trx, scope, responseId));
}

const worthMs = 14 * 24 * 60 * 60 * 1000;

interface Sent {
  readonly asked: readonly AgencyQuestions[];
  readonly sending: Sending;
}

async function keep(
  trx: Knex,
  scope: Scope,
  { round, place }: QuestionFacts,
  { asked, sending }: Sent,
): Promise<void> {
  const { key, now } = sending;
  await insertQuestions(
    trx,
    scope,
    asked.flatMap(({ responseId, questions }) =>
      questions.map(({ entryId, itemId, saidUnknown }) => ({
        ...{ askingId: key, roundId: round.id, placeId: place.id, responseId, askedAt: now },
        ...{ entryId, itemId, saidUnknown },
      })),
    ),
  );
  const mails = asked.flatMap((agency) =>
    agency.people.map(({ personId, name }) => ({
      systemId: scope.systemId,
      personId,
      kind: 'question' as const,
      content: toLetter(agency, { roundName: round.name, from: scope.personName, name }),
      queuedAt: now,
      notAfter: new Date(now.getTime() + worthMs),
      awaited: [agency.responseId],
      about: { roundId: round.id, agencyId: agency.agencyId },
    })),
  );
  await queueMails(trx, mails);
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'round.questions-asked',
    subjectType: 'round',
    subjectId: round.id,
    happenedAt: now,
    details: { agencies: asked.length, people: mails.length },
  });
}
