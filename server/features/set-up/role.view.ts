/** The form of a role: given to somebody new or known, or changed. */
import type { MemberRole } from '../../domain/access/scope.ts';
import type { KnownRole, KnownSystem } from '../../domain/set-up/known.ts';
import { chairOf, memberRoles, roleMeanings, roleNames } from '../../domain/set-up/roles.ts';
import {
  radiosField,
  selectField,
  ticksField,
  type FormFault,
  type SetUpField,
} from './fields.view.ts';

/** A role as the form has it: perhaps not chosen yet. */
export interface TypedRole {
  readonly role: string;
  readonly agency: string;
  readonly places: readonly string[];
  readonly chair: boolean;
}
export const noRole: TypedRole = { role: '', agency: '', places: [], chair: false };

export function typedRole({ role, agencyId, placeIds, isChair }: KnownRole): TypedRole {
  return { role, agency: agencyId ?? '', places: placeIds, chair: isChair };
}

const answering = {
  words: 'For a contributor or agency lead',
  role: ['contributor', 'agency-lead'],
};
const reviewing = { words: 'For a reviewer', role: ['reviewer'] };

/** All that a new role asks. */
export function roleFields(
  system: KnownSystem,
  typed: TypedRole,
  faults: readonly FormFault[],
): SetUpField[] {
  const agencies = system.agencies.flatMap(({ id, name, retired }) =>
    retired ? [] : [{ value: id, label: name }],
  );
  return [
    radiosField({ name: 'role', text: 'Role' }, toRoles(memberRoles), typed.role, faults),
    selectField(
      { name: 'agency', text: 'Agency', when: answering },
      agencies,
      typed.agency,
      faults,
    ),
    ...reviewFields(system, typed, faults, reviewing),
  ];
}

/** What can change of a role that somebody has. */
export function changedRoleFields(
  system: KnownSystem,
  { role }: KnownRole,
  typed: TypedRole,
  faults: readonly FormFault[],
): SetUpField[] {
  if (role === 'reviewer') return reviewFields(system, typed, faults);
  const roles = toRoles(['contributor', 'agency-lead']);
  return [radiosField({ name: 'role', text: 'Role' }, roles, typed.role, faults)];
}

function reviewFields(
  system: KnownSystem,
  typed: TypedRole,
  faults: readonly FormFault[],
  when?: { readonly words: string; readonly role: readonly string[] },
): SetUpField[] {
  const condition = when ? { when } : {};
  const places = system.places.flatMap(({ id, name, retired }) =>
    retired ? [] : [{ value: id, label: name }],
  );
  const chair = chairOf(system.members)?.member.name;
  const hint = `The chair records agreement and signs off. ${chair === undefined ? 'Nobody is it yet.' : `It is ${chair} now.`}`;
  return [
    ticksField(
      { name: 'places', text: 'Places to review', ...condition },
      places,
      typed.places,
      faults,
    ),
    ticksField(
      { name: 'chair', text: 'Chair', hint, ...condition },
      [{ value: 'yes', label: 'Chair of the panel' }],
      typed.chair ? ['yes'] : [],
      faults,
    ),
  ];
}

function toRoles(roles: readonly MemberRole[]) {
  return roles.map((value) => ({ value, label: roleNames[value], help: roleMeanings[value] }));
}
