/** Invites colleagues and removes them, each with its line in the audit trail. */
import { ensureAccount } from '../../../db/accounts.ts';
import { queueMail } from '../../../db/outbox.queries.ts';
import { listResponses } from '../../../db/responses.queries.ts';
import { AppError } from '../../../domain/errors.ts';
import { responseWords } from '../../../domain/instrument/short-words.ts';
import {
  colleagueInvitation,
  type AskedInRound,
} from '../../../domain/mail/colleague-invitation.ts';
import { allows } from '../../../domain/round/response.ts';
import { paths } from '../../../web/paths.ts';
import { formatTime } from '../../../web/time.ts';
import type { SetUpChange, SetUpDeps } from '../change.ts';
import { bumpMember, deleteRoles, insertRole } from '../people.queries.ts';
import { againFrom } from './again.ts';
import type { Team } from './agency.ts';
import {
  countInvitations,
  insertUnknownMember,
  noteInvitation,
  type Colleague,
} from './colleagues.queries.ts';

const minuteMs = 60_000;
/** Many more than an agency has people; few enough that nobody's mailbox is filled from here. */
const mostAnHour = 40;
/** An invitation into a round is worth nothing when that has closed; any other after this. */
const worthMs = 30 * 24 * 60 * minuteMs;

export interface Invited {
  readonly name: string;
  readonly email: string;
}

/** As a contributor. @returns the person's id */
export async function inviteColleague(
  deps: SetUpDeps,
  change: SetUpChange,
  team: Team,
  { name, email }: Invited,
): Promise<string> {
  const { trx, scope, newId, now } = change;
  await refuseTooMany(change);
  const personId = await ensureAccount(trx, { id: newId(), name, email });
  await insertUnknownMember(trx, scope, { personId, name });
  const agencyId = team.agency.id;
  const role = { role: 'contributor', agencyId, placeIds: [], isChair: false } as const;
  await insertRole(trx, scope, { ...role, id: newId(), personId });
  await noteInvitation(trx, scope, { agencyId, personId, at: now, name });
  await bumpMember(trx, scope, personId);
  await record(change, team, 'colleague.invited', { personId, name });
  await send(deps, change, team, { personId, name });
  return personId;
}

/** Nothing for somebody who has signed in since. */
export async function inviteAgain(
  deps: SetUpDeps,
  change: SetUpChange,
  team: Team,
  colleague: Colleague,
): Promise<void> {
  const { trx, scope, now } = change;
  const { personId, lastSignedInAt } = colleague;
  if (lastSignedInAt) return;
  refuseTooSoon(colleague, now);
  await refuseTooMany(change);
  await noteInvitation(trx, scope, { agencyId: team.agency.id, personId, at: now });
  await record(change, team, 'colleague.invited-again', colleague);
  await send(deps, change, team, colleague);
}

export async function removeColleague(
  change: SetUpChange,
  team: Team,
  colleague: Colleague,
): Promise<void> {
  const { trx, scope } = change;
  await deleteRoles(trx, scope, colleague.roleIds);
  await bumpMember(trx, scope, colleague.personId);
  await record(change, team, 'colleague.removed', colleague);
}

type Named = Pick<Colleague, 'personId' | 'name'>;

/** With the name that the lead knows: the system may know another, which is not theirs to read. */
function record(
  change: SetUpChange,
  { agency }: Team,
  act: string,
  { personId, name }: Named,
): Promise<void> {
  const details = { role: 'contributor', agency: agency.id, name };
  return change.record({ act, subjectType: 'person', subjectId: personId, details });
}

function refuseTooSoon({ name, invitedAt }: Colleague, now: Date): void {
  const again = againFrom({ invitedAt });
  if (!invitedAt || now >= again) return;
  throw new AppError(
    'too-many',
    `${name} was invited at ${formatTime(invitedAt)}. You can invite them again from ${formatTime(again)}.`,
  );
}

async function refuseTooMany({ trx, scope, now }: SetUpChange): Promise<void> {
  const since = new Date(now.getTime() - 60 * minuteMs);
  if ((await countInvitations(trx, scope, since)) < mostAnHour) return;
  throw new AppError(
    'too-many',
    `You have sent ${mostAnHour} invitations in the last hour. Wait an hour, then go on.`,
  );
}

async function send(
  deps: SetUpDeps,
  change: SetUpChange,
  { agency }: Team,
  { personId, name }: Named,
): Promise<void> {
  const { trx, scope, now } = change;
  const rounds = await askedOf(deps, change, agency.id);
  const first = rounds[0]?.round;
  const closesAt = first?.closesAt;
  await queueMail(trx, {
    systemId: scope.systemId,
    personId,
    kind: 'invitation',
    content: colleagueInvitation({
      name,
      invitedBy: scope.personName,
      systemName: scope.systemName,
      agencyName: agency.name,
      rounds,
      path: paths.home(),
    }),
    queuedAt: now,
    notAfter: closesAt && closesAt > now ? closesAt : new Date(now.getTime() + worthMs),
    // Where it does not arrive, the round's progress says so.
    ...(first ? { about: { roundId: first.id, agencyId: agency.id } } : {}),
  });
}

/** What the agency has still to answer, the round that closes first before the others. */
async function askedOf(
  { definitions }: SetUpDeps,
  { trx, scope }: SetUpChange,
  agencyId: string,
): Promise<AskedInRound[]> {
  const responses = await listResponses(trx, scope, (query) => {
    void query.where('a.agency_id', agencyId);
  });
  const rounds = new Map<string, { round: AskedInRound['round']; asked: string[] }>();
  for (const response of responses) {
    const { roundId: id, roundName: name, closesAt, status, roundStatus, versionId } = response;
    if (!closesAt || !allows('write', status, roundStatus)) continue;
    const known = rounds.get(id) ?? { round: { id, name, closesAt }, asked: [] };
    known.asked.push(responseWords(await definitions(versionId), response));
    rounds.set(id, known);
  }
  return [...rounds.values()].toSorted(
    (one, other) => one.round.closesAt.getTime() - other.round.closesAt.getTime(),
  );
}
