/** Stores what was decided about people and their roles, each with its line in the audit trail, without names. */
import type { KnownMember, KnownRole } from '../../domain/set-up/known.ts';
import type { PersonCommand } from '../../domain/set-up/import/people.ts';
import { chairOf, type RoleWish } from '../../domain/set-up/roles.ts';
import { ensureAccount } from '../../db/accounts.ts';
import type { SetUpChange } from './change.ts';
import {
  bumpMember,
  deleteRoles,
  insertMember,
  insertRole,
  moveRoles,
  renameMember,
  unseatChair,
  updateRole,
} from './people.queries.ts';
import { withRetired } from './things.write.ts';

/** @returns the person's id, also where they were a member before */
export async function addMember(
  { trx, scope, newId, record }: SetUpChange,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  const personId = await ensureAccount(trx, { id: newId(), name, email });
  await insertMember(trx, scope, { personId, name });
  await record({ act: 'person.added', subjectType: 'person', subjectId: personId });
  return personId;
}

export async function rename(
  { trx, scope, record }: SetUpChange,
  member: KnownMember,
  name: string,
): Promise<void> {
  if (member.name === name) return;
  await renameMember(trx, scope, { personId: member.personId, name });
  await record({ act: 'person.renamed', subjectType: 'person', subjectId: member.personId });
}

/** @returns id of the account that has the member's roles from now on */
export async function moveTo(
  change: SetUpChange,
  member: KnownMember,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  const { trx, scope, record } = change;
  const to = await addMember(change, { name, email });
  await moveRoles(trx, scope, { from: member.personId, to });
  const details = { to };
  const deed = { act: 'person.moved', subjectType: 'person', subjectId: member.personId, details };
  await record(deed);
  return to;
}

export async function giveRole(
  change: SetUpChange,
  personId: string,
  wish: RoleWish,
): Promise<void> {
  const { trx, scope, newId, record } = change;
  if (wish.isChair) await vacateChair(change);
  const id = newId();
  await insertRole(trx, scope, { ...wish, id, personId });
  await bumpMember(trx, scope, personId);
  await record(deedOf('role.given', personId, wish));
  if (wish.isChair) await record(deedOf('chair.given', personId, wish));
}

/** An agency role may become the other one; a reviewer's Places and chair may change. */
export async function changeRole(
  change: SetUpChange,
  personId: string,
  role: KnownRole,
  wish: RoleWish,
): Promise<void> {
  const { trx, scope, system, record } = change;
  if (wish.isChair !== role.isChair) await vacateChair(change);
  const placeIds = withRetired(system, role.placeIds, wish.placeIds);
  await updateRole(trx, scope, { ...wish, id: role.id, placeIds });
  await bumpMember(trx, scope, personId);
  await record(deedOf('role.changed', personId, wish));
  if (wish.isChair && !role.isChair) await record(deedOf('chair.given', personId, wish));
}

async function vacateChair({ trx, scope, system, record }: SetUpChange): Promise<void> {
  const chair = chairOf(system.members);
  if (!chair || !(await unseatChair(trx, scope))) return;
  await bumpMember(trx, scope, chair.member.personId);
  await record(deedOf('chair.taken', chair.member.personId, chair.role));
}

export async function takeRoles(
  { trx, scope, record }: SetUpChange,
  member: KnownMember,
  roles: readonly KnownRole[],
): Promise<void> {
  if (roles.length === 0) return;
  const ids = roles.map(({ id }) => id);
  await deleteRoles(trx, scope, ids);
  await bumpMember(trx, scope, member.personId);
  for (const role of roles) await record(deedOf('role.removed', member.personId, role));
}

/**
 * One row of a table.
 * @param added ids of people added by earlier rows, by address; gets this one's
 */
export async function storePerson(
  change: SetUpChange,
  command: PersonCommand,
  added: Map<string, string>,
): Promise<void> {
  const member = change.system.members.find(({ email }) => email === command.email);
  if (member) {
    await rename(change, member, command.name);
    await storeRole(change, member, command);
    return;
  }
  const personId = added.get(command.email) ?? (await addMember(change, command));
  added.set(command.email, personId);
  await giveRole(change, personId, wishOf(command, undefined));
}

async function storeRole(
  change: SetUpChange,
  { personId, roles }: KnownMember,
  command: PersonCommand,
): Promise<void> {
  const role = roles.find(({ id }) => id === command.roleId);
  const wish = wishOf(command, role);
  if (!role) {
    await giveRole(change, personId, wish);
    return;
  }
  const placeIds = withRetired(change.system, role.placeIds, wish.placeIds);
  if (differs(role, { ...wish, placeIds })) await changeRole(change, personId, role, wish);
}

/** What a table says nothing of stays as it is. */
function wishOf(
  { role, agencyId, placeIds, chair }: PersonCommand,
  known: KnownRole | undefined,
): RoleWish {
  return { role, agencyId, placeIds, isChair: chair ?? known?.isChair ?? false };
}

function differs(role: KnownRole, wish: RoleWish): boolean {
  const [before, after] = [role, wish].map(({ placeIds }) => placeIds.toSorted().join());
  return role.role !== wish.role || role.isChair !== wish.isChair || before !== after;
}

function deedOf(
  act: string,
  subjectId: string,
  { role, agencyId, placeIds }: Pick<RoleWish, 'role' | 'agencyId' | 'placeIds'>,
): Parameters<SetUpChange['record']>[0] {
  const details = { role, agency: agencyId, places: placeIds.join(' ') };
  return { act, subjectType: 'person', subjectId, details };
}
