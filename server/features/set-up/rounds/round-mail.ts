/** Queues what a round's steps mail, in the transaction of the step. */
import { factualCheck } from '../../../domain/mail/factual-check.ts';
import { invitation } from '../../../domain/mail/invitation.ts';
import { published } from '../../../domain/mail/published.ts';
import { queueMails, type NewMail } from '../../../db/outbox.queries.ts';
import { paths } from '../../../web/paths.ts';
import type { SetUpChange } from '../change.ts';
import type { StoredAgency } from '../known.queries.ts';
import type { StoredRound } from './rounds.queries.ts';
import { invitationsTo, readersOf } from './step-facts.ts';

/** To everybody who answers for these agencies; worth nothing after the closing time. */
export async function inviteAgencies(
  { trx, scope, system, now }: SetUpChange,
  { id, name: roundName, closesAt }: Pick<StoredRound, 'id' | 'name' | 'closesAt'>,
  agencies: readonly StoredAgency[],
): Promise<void> {
  if (!closesAt) return;
  const invited = invitationsTo(agencies, system.members);
  const letters = invited.map(({ personId, name, agency }): NewMail => {
    return {
      systemId: scope.systemId,
      personId,
      kind: 'invitation',
      content: invitation({
        name,
        systemName: scope.systemName,
        agencyName: agency.name,
        round: { id, name: roundName, closesAt },
        path: paths.home(),
      }),
      queuedAt: now,
      notAfter: closesAt,
      about: { roundId: id, agencyId: agency.id },
    };
  });
  await queueMails(trx, letters);
}

const dayMs = 24 * 60 * 60 * 1000;
const monthMs = 30 * dayMs;

/** To everybody who answers for these agencies, once each; late ones still learn of it while it can be published. */
export async function askForCheck(
  { trx, scope, system, now }: SetUpChange,
  { id, name: roundName, checkEndsAt }: Pick<StoredRound, 'id' | 'name'> & { checkEndsAt: Date },
  agencies: readonly StoredAgency[],
): Promise<void> {
  const people = new Map(
    invitationsTo(agencies, system.members).map((each) => [each.personId, each]),
  );
  const letters = [...people.values()].map(({ personId, name, agency }): NewMail => {
    return {
      systemId: scope.systemId,
      personId,
      kind: 'factual-check',
      content: factualCheck({
        name,
        systemName: scope.systemName,
        round: { id, name: roundName, checkEndsAt },
        path: paths.home(),
      }),
      queuedAt: now,
      notAfter: new Date(Math.max(checkEndsAt.getTime(), now.getTime() + dayMs)),
      about: { roundId: id, agencyId: agency.id },
    };
  });
  await queueMails(trx, letters);
}

/** To everybody with a role in the system. */
export async function announceResults(
  { trx, scope, system, now }: SetUpChange,
  round: Pick<StoredRound, 'name' | 'slug'>,
): Promise<void> {
  const letters = readersOf(system.members).map(({ personId, name }): NewMail => {
    return {
      systemId: scope.systemId,
      personId,
      kind: 'published',
      content: published({
        name,
        systemName: scope.systemName,
        roundName: round.name,
        path: paths.systemReport(round.slug),
      }),
      queuedAt: now,
      notAfter: new Date(now.getTime() + monthMs),
    };
  });
  await queueMails(trx, letters);
}
