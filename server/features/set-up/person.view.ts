/** One person: their roles, their name and their address. */
import type { KnownRole } from '../../domain/set-up/known.ts';
import { answersFor, ownRolesRefusal, roleWords } from '../../domain/set-up/roles.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { textField, type SetUpField } from './fields.view.ts';
import { toShown, type FormView, type Outcome, type ShownForm } from './form.view.ts';
import type { StoredMember, StoredSystem } from './known.queries.ts';
import { doneWords, type Query } from './list.view.ts';

interface RoleRow {
  readonly words: string;
  /** '' where nothing of it can be changed, or not by this coordinator */
  readonly changeHref: string;
  readonly removeHref: string;
}
export interface PersonView extends Pick<FormView, 'errors' | 'conflict'> {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly done: string;
  readonly roles: readonly RoleRow[];
  /** the coordinator's own page: why roles can't be changed; '' on all others */
  readonly own: string;
  readonly addRoleHref: string;
  readonly leaveHref: string;
  readonly form: ShownForm;
}
export const personPage = template<PersonView>('set-up/person');

export interface PersonForm {
  readonly member: StoredMember;
  readonly typed: { readonly name: string; readonly email: string };
  readonly outcome: Outcome;
}
interface Shown {
  readonly caption: string;
  readonly csrf: string;
  /** the coordinator who looks */
  readonly actorId: string;
}

export function toPersonView(
  system: StoredSystem,
  { member, typed, outcome }: PersonForm,
  query: Query,
  { caption, csrf, actorId }: Shown,
): Omit<PersonView, 'errors' | 'conflict'> {
  const { personId, name, roles } = member;
  const own = ownRolesRefusal(actorId, personId);
  return {
    caption,
    heading: name,
    lede:
      roles.length === 0
        ? 'No role here, so no way in. What they have answered keeps their name.'
        : '',
    done: doneOf(member, query),
    roles: roles.map((role) => toRoleRow(system, personId, role, own === '')),
    own,
    addRoleHref: own === '' ? paths.setUp.addRole(personId) : '',
    leaveHref: own === '' && roles.length > 1 ? paths.setUp.leave(personId) : '',
    form: toShown(
      {
        action: paths.setUp.thing('people', personId),
        csrf,
        revision: member.revision,
        fields: personFields(typed, outcome, own === '' ? addressHint : null),
        button: 'Save',
        backHref: paths.setUp.list('people'),
        backText: 'Back without saving',
      },
      outcome,
    ),
  };
}

const addressHint = 'Another address takes the roles with it, and ends the way in of the old one.';

/** @param hint of the address; null where the address stays */
export function personFields(
  { name, email }: PersonForm['typed'],
  { faults }: Outcome,
  hint: string | null,
): SetUpField[] {
  const named = textField({ name: 'name', text: 'Name' }, name, faults);
  if (hint === null) return [named];
  return [named, textField({ name: 'email', text: 'E-mail address', hint }, email, faults)];
}

function toRoleRow(
  system: StoredSystem,
  personId: string,
  role: KnownRole,
  mayChange: boolean,
): RoleRow {
  const hasMore = answersFor(role.role) || role.role === 'reviewer';
  return {
    words: roleWords(role, system),
    changeHref: mayChange && hasMore ? paths.setUp.role(personId, role.id) : '',
    removeHref: mayChange ? paths.setUp.removeRole(personId, role.id) : '',
  };
}

const roleDeeds: Readonly<Record<string, string>> = {
  given: 'The role is given.',
  changed: 'The role is changed.',
  removed: 'The role is taken away.',
};

function doneOf({ personId, name }: StoredMember, query: Query): string {
  const deed = roleDeeds[query['roles'] ?? ''];
  if (deed !== undefined) return `${deed} It counts from the next page they open.`;
  return doneWords(query, (id) => (id === personId ? name : undefined));
}
