/** Reads the forms of people and roles. */
import type { KnownRole, KnownSystem } from '../../domain/set-up/known.ts';
import { readEmail } from '../../domain/set-up/email.ts';
import {
  answersFor,
  matchingRole,
  memberRoles,
  wishFaults,
  type RoleWish,
} from '../../domain/set-up/roles.ts';
import { readName } from '../../domain/set-up/text.ts';
import type { Form } from '../../web/form.ts';
import type { FormFault } from './fields.view.ts';
import type { TypedRole } from './role.view.ts';

export interface SentPerson {
  readonly name: string;
  readonly email: string;
  readonly faults: readonly FormFault[];
}

/** @param ownId of the person who is changed; none for a new one */
export function parsePerson(
  form: Form,
  { members }: Pick<KnownSystem, 'members'>,
  ownId?: string,
): SentPerson {
  const name = readName(form.text('name'));
  const email = readEmail(form.text('email'));
  const other = members.find((member) => member.email === email.value && member.personId !== ownId);
  const taken = other && (ownId === undefined || other.roles.length > 0);
  const text = taken
    ? `${other.name} has this address: open their page to give a role`
    : email.fault;
  return {
    name: name.value,
    email: email.value,
    faults: [
      { field: 'name', text: name.fault },
      { field: 'email', text },
    ].filter((fault) => fault.text !== ''),
  };
}

export const roleNames = ['role', 'agency', 'places', 'chair'];

export function typedIn(form: Form): TypedRole {
  return {
    role: form.text('role'),
    agency: form.text('agency'),
    places: form.all('places'),
    chair: form.text('chair') === 'yes',
  };
}

export interface SentRole {
  /** null where no role was chosen */
  readonly wish: RoleWish | null;
  readonly faults: readonly FormFault[];
}

/**
 * What does not apply to the chosen role is left out, as the page leaves it out.
 * @param has the roles of the person, where it is not somebody new
 */
export function parseRole(
  form: Form,
  system: Pick<KnownSystem, 'places' | 'agencies'>,
  has: readonly KnownRole[] = [],
): SentRole {
  const typed = typedIn(form);
  const role = memberRoles.find((one) => one === typed.role);
  if (!role) return { wish: null, faults: [{ field: 'role', text: 'Choose a role' }] };
  const wish = toWish(role, typed, system);
  const faults = [...wishFaults(wish), ...listFaults(wish, typed)];
  if (faults.length === 0 && matchingRole(has, wish)) {
    const text = answersFor(role)
      ? 'They answer for this agency already: change that role instead'
      : 'They have this role already';
    return { wish, faults: [{ field: 'role', text }] };
  }
  return { wish, faults };
}

function toWish(
  role: RoleWish['role'],
  typed: TypedRole,
  { places, agencies }: Pick<KnownSystem, 'places' | 'agencies'>,
): RoleWish {
  const agency = agencies.find(({ id, retired }) => id === typed.agency && !retired);
  const chosen = places.filter(({ id, retired }) => !retired && typed.places.includes(id));
  const isReviewer = role === 'reviewer';
  return {
    role,
    agencyId: answersFor(role) ? (agency?.id ?? null) : null,
    placeIds: isReviewer ? chosen.map(({ id }) => id) : [],
    isChair: isReviewer && typed.chair,
  };
}

/** Something sent that is not in the list, any more or at all. */
function listFaults({ role, placeIds }: RoleWish, { places }: TypedRole): FormFault[] {
  if (role !== 'reviewer' || placeIds.length === 0) return [];
  if (places.every((id) => placeIds.includes(id))) return [];
  return [
    { field: 'places', text: 'Choose from the list: something chosen is not in it any more' },
  ];
}

/** Coordinators and ICB leads are that and nothing more. */
export function isChangeable({ role }: KnownRole): boolean {
  return answersFor(role) || role === 'reviewer';
}

/** Of a role that the person has: contributor or agency lead of the same agency; a reviewer's Places and chair. */
export function parseChangedRole(
  form: Form,
  system: Pick<KnownSystem, 'places' | 'agencies'>,
  known: KnownRole,
): SentRole & { readonly wish: RoleWish } {
  if (known.role === 'reviewer') {
    const typed = { ...typedIn(form), role: 'reviewer' };
    const wish = toWish('reviewer', typed, system);
    return { wish, faults: [...wishFaults(wish), ...listFaults(wish, typed)] };
  }
  const role = (['contributor', 'agency-lead'] as const).find((one) => one === form.text('role'));
  const wish = { ...known, role: role ?? known.role };
  return { wish, faults: role ? [] : [{ field: 'role', text: 'Choose a role' }] };
}
