/** The invitations of the open round, as its opening would have sent them, and what came of them. */
import { queueMails, type NewMail } from '../../db/outbox.queries.ts';
import { invitation } from '../../domain/mail/invitation.ts';
import { idOf } from '../../features/set-up/set-up.queries.ts';
import { paths } from '../../web/paths.ts';
import { countedIds } from './counted-ids.ts';
import type { Loading } from './loading.ts';

const minuteMs = 60_000;
/** Of an address that has been closed, in a mail server's own words. */
const unknown = '550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table';

export async function loadMails(loading: Loading): Promise<void> {
  const { db, round, opensAt, roundId, ids } = loading;
  await queueMails(db, invitationsOf(loading));
  const finished = { attempts: 1, finished_at: new Date(opensAt.getTime() + minuteMs) };
  const own = { system_id: ids.systemId, round_id: roundId };
  const undelivered = (round.undelivered ?? []).map((email) => idOf(ids.people, email));
  await db('messages')
    .where(own)
    .update({ ...finished, status: 'sent' });
  await db('messages')
    .where(own)
    .whereIn('person_id', undelivered)
    .update({ status: 'failed', last_error: unknown });
}

/** To everybody who answers for an agency that is asked; its own ids, so that all others stay as they are. */
function invitationsOf({ seed, ids, round, roundId, opensAt, closesAt }: Loading): NewMail[] {
  const { system } = seed;
  const newId = countedIds(`${system.slug} ${round.slug} invitations`);
  const asked = system.agencies.filter(
    ({ slug, onPaper = false }) => !onPaper && !round.notAsked?.includes(slug),
  );
  return asked.flatMap((agency) =>
    system.people
      .filter((person) => person.agency === agency.slug)
      .map(({ name, email }): NewMail => {
        const facts = { id: roundId, name: round.name, closesAt };
        return {
          id: newId(),
          systemId: ids.systemId,
          personId: idOf(ids.people, email),
          kind: 'invitation',
          content: invitation({
            name,
            systemName: system.name,
            agencyName: agency.name,
            round: facts,
            path: paths.home(),
          }),
          queuedAt: opensAt,
          notAfter: closesAt,
          about: { roundId, agencyId: idOf(ids.agencies, agency.slug) },
        };
      }),
  );
}
