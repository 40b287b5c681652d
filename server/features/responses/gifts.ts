/** Gives sections to colleagues in one transaction: what changes, its line in the trail, and one letter for each who gets any. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import { given } from '../../domain/mail/given.ts';
import { allows } from '../../domain/round/response.ts';
import { recordAudit } from '../../db/audit.ts';
import { queueMails, type NewMail } from '../../db/outbox.queries.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import type { Opened, ResponseDeps } from './opened.ts';
import { listAnswering, type Answering } from './return.queries.ts';
import { decideGifts, type Choice } from './section-work.ts';
import { listSectionWork, saveGifts, type Gift } from './section-work.queries.ts';

/**
 * Sent twice it is done once, and mails once.
 * @throws not found for somebody who does not answer for the agency; conflict where nothing can be written
 */
export function giveSections(
  { db, now }: Pick<ResponseDeps, 'db' | 'now'>,
  scope: Scope,
  opened: Opened,
  choices: readonly Choice[],
): Promise<void> {
  const { response } = opened;
  const at = now();
  return transact(db, async (trx) => {
    await lockForWork(trx, scope, opened);
    const works = await listSectionWork(trx, scope, [response.id]);
    const colleagues = await listAnswering(trx, scope, response.agencyId);
    const gifts = decideGifts(choices, works);
    const isKnown = (id: string | null): boolean =>
      id === null || colleagues.some(({ personId }) => personId === id);
    if (!gifts.every(({ personId }) => isKnown(personId))) throw notFound();
    await saveGifts(trx, scope, response.id, { gifts, now: at });
    for (const { sectionId, personId } of gifts) {
      const act = personId === null ? 'response.part-taken-back' : 'response.part-given';
      await recordPart(trx, scope, opened, { act, sectionId, at });
    }
    await queueMails(trx, toMails(scope, opened, { gifts, colleagues, at }));
  });
}

/** Holds the response; what colleagues agree about frozen answers helps nobody. */
export async function lockForWork(trx: Knex, scope: Scope, { response }: Opened): Promise<void> {
  const { status, roundStatus } = await lockResponse(trx, scope, response.id);
  if (allows('write', status, roundStatus)) return;
  throw new AppError('conflict', 'These answers can’t be changed now, so nothing was saved.');
}

export async function recordPart(
  trx: Knex,
  scope: Scope,
  { response }: Opened,
  { act, sectionId, at }: { readonly act: string; readonly sectionId: string; readonly at: Date },
): Promise<void> {
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act,
    subjectType: 'response',
    subjectId: response.id,
    happenedAt: at,
    details: { section: sectionId },
  });
}

const worthMs = 14 * 24 * 60 * 60 * 1000;

interface Given {
  readonly gifts: readonly Gift[];
  readonly colleagues: readonly Answering[];
  readonly at: Date;
}

/** Nobody is told of what they gave themselves. */
function toMails(scope: Scope, opened: Opened, { gifts, colleagues, at }: Given): NewMail[] {
  return colleagues.flatMap(({ personId, name }): NewMail[] => {
    const own = gifts.filter((gift) => gift.personId === personId).map((gift) => gift.sectionId);
    if (own.length === 0 || personId === scope.personId) return [];
    const { response } = opened;
    return [
      {
        systemId: scope.systemId,
        personId,
        kind: 'given',
        content: toLetter(scope, opened, { name, sectionIds: own, at }),
        queuedAt: at,
        notAfter: new Date(at.getTime() + worthMs),
        awaited: [response.id],
        about: { roundId: response.roundId, agencyId: response.agencyId },
      },
    ];
  });
}

function toLetter(
  { personName }: Scope,
  { response, definition }: Opened,
  to: { readonly name: string; readonly sectionIds: readonly string[]; readonly at: Date },
): NewMail['content'] {
  const { id, agencyName, roundId, roundName, closesAt } = response;
  const titles = definition.sections
    .filter((section) => to.sectionIds.includes(section.id))
    .map(({ title }) => title);
  return given({
    name: to.name,
    givenBy: personName,
    agencyName,
    roundName,
    round: closesAt && closesAt > to.at ? { id: roundId, name: roundName, closesAt } : null,
    what: responseWords(definition, response),
    parts: titles,
    path: paths.response(id),
  });
}
