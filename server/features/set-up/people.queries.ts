/** Writes members and their roles, and the accounts behind them. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { RoleWish } from '../../domain/set-up/roles.ts';

/** Somebody who has been a member before gets the name. */
export async function insertMember(
  trx: Knex,
  scope: Scope,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<void> {
  await trx('members')
    .insert({ system_id: scope.systemId, person_id: personId, name })
    .onConflict(['system_id', 'person_id'])
    .merge({ name, revision: trx.raw('members.revision + 1') });
}

export async function renameMember(
  trx: Knex,
  scope: Scope,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<void> {
  await trx('members')
    .where({ system_id: scope.systemId, person_id: personId })
    .update({ name, revision: trx.raw('revision + 1') });
}

/** The roles change hands: to another address of the same person. */
export async function moveRoles(
  trx: Knex,
  scope: Scope,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await trx('memberships')
    .where({ system_id: scope.systemId, person_id: from })
    .update({ person_id: to });
  await bumpMember(trx, scope, from);
}

export async function bumpMember(trx: Knex, scope: Scope, personId: string): Promise<void> {
  await trx('members')
    .where({ system_id: scope.systemId, person_id: personId })
    .update({ revision: trx.raw('revision + 1') });
}

/** After the system's other roles. */
export async function insertRole(
  trx: Knex,
  scope: Scope,
  { id, personId, ...wish }: RoleWish & { readonly id: string; readonly personId: string },
): Promise<void> {
  await trx('memberships').insert({
    system_id: scope.systemId,
    id,
    person_id: personId,
    role: wish.role,
    agency_id: wish.agencyId,
    is_chair: wish.isChair,
    position: trx.raw(
      '(select coalesce(max(position), -1) + 1 from memberships where system_id = ?)',
      [scope.systemId],
    ),
  });
  await insertRolePlaces(trx, scope, id, wish.placeIds);
}

/** @param placeIds a reviewer's, with the retired ones that they have */
export async function updateRole(
  trx: Knex,
  scope: Scope,
  { id, role, isChair, placeIds }: Omit<RoleWish, 'agencyId'> & { readonly id: string },
): Promise<void> {
  await trx('memberships')
    .where({ system_id: scope.systemId, id })
    .update({ role, is_chair: isChair });
  await trx('membership_places').where({ system_id: scope.systemId, membership_id: id }).delete();
  await insertRolePlaces(trx, scope, id, placeIds);
}

async function insertRolePlaces(
  trx: Knex,
  scope: Scope,
  membershipId: string,
  placeIds: readonly string[],
): Promise<void> {
  if (placeIds.length === 0) return;
  await trx('membership_places').insert(
    placeIds.map((place_id) => ({
      system_id: scope.systemId,
      membership_id: membershipId,
      place_id,
    })),
  );
}

/** From now on nobody is the chair. @returns false where nobody was */
export async function unseatChair(trx: Knex, scope: Scope): Promise<boolean> {
  const unseated = await trx('memberships')
    .where({ system_id: scope.systemId, is_chair: true })
    .update({ is_chair: false });
  return unseated > 0;
}

export async function deleteRoles(
  trx: Knex,
  scope: Scope,
  roleIds: readonly string[],
): Promise<void> {
  const ids = [...roleIds];
  await trx('membership_places')
    .where('system_id', scope.systemId)
    .whereIn('membership_id', ids)
    .delete();
  await trx('memberships').where('system_id', scope.systemId).whereIn('id', ids).delete();
}
