/** Roles are given and changed: by a coordinator, of others. */
import { AppError, notFound } from '../../domain/errors.ts';
import { change as changed, changesOf } from '../../domain/set-up/import/plan.ts';
import type { KnownRole } from '../../domain/set-up/known.ts';
import { ownRolesRefusal, roleWords, type RoleWish } from '../../domain/set-up/roles.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest, recently } from '../../web/route.ts';
import { chairQuestion, confirmName } from './chair.view.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from './change.ts';
import { confirmPage } from './confirm.view.ts';
import type { SetUpField } from './fields.view.ts';
import { replyWith, toConflict, untouched, type Outcome } from './form.view.ts';
import { findLastChange } from './history.queries.ts';
import { loadSystem, type StoredMember, type StoredSystem } from './known.queries.ts';
import { isChangeable, parseChangedRole, parseRole, roleNames, typedIn } from './people.form.ts';
import { memberOf } from './people.routes.ts';
import { changeRole, giveRole } from './people.write.ts';
import { changedRoleFields, noRole, roleFields, typedRole } from './role.view.ts';
import { revisionOf } from './things.form.ts';
import { captionOf, formOptions } from './words.ts';

const one = '/set-up/people/:person/roles';

export function roleRoutes(deps: SetUpDeps): Route[] {
  return [
    recently(
      get(`${one}/new`, 'set-up', async (request) => {
        const { system, member } = await open(deps, request);
        const fields = roleFields(system, noRole, []);
        return formReply(request, { member, role: undefined, fields, outcome: untouched });
      }),
    ),
    recently(post(one, 'set-up', (request) => give(deps, request))),
    recently(
      get(`${one}/:role`, 'set-up', async (request) => {
        const { system, member } = await open(deps, request);
        const role = roleOf(member, request);
        const fields = changedRoleFields(system, role, typedRole(role), []);
        return formReply(request, { member, role, fields, outcome: untouched });
      }),
    ),
    recently(post(`${one}/:role`, 'set-up', (request) => alter(deps, request))),
  ];
}

async function open(
  deps: SetUpDeps,
  request: SignedInRequest,
): Promise<{ readonly system: StoredSystem; readonly member: StoredMember }> {
  const system = await loadSystem(deps, request.scope);
  const member = memberOf(system, request);
  refuseOwn(request, member);
  return { system, member };
}

function refuseOwn({ scope }: SignedInRequest, { personId }: StoredMember): void {
  const refusal = ownRolesRefusal(scope.personId, personId);
  if (refusal !== '') throw new AppError('forbidden', refusal);
}

/** Of this person, and of a kind of which something can change. */
function roleOf({ roles }: StoredMember, request: SignedInRequest): KnownRole {
  const role = roles.find(({ id }) => id === param(request, 'role'));
  if (!role || !isChangeable(role)) throw notFound();
  return role;
}

interface RoleForm {
  readonly member: StoredMember;
  /** undefined for a new one */
  readonly role: KnownRole | undefined;
  readonly fields: readonly SetUpField[];
  readonly outcome: Outcome;
}

function formReply(
  { scope, csrf }: SignedInRequest,
  { member, role, fields, outcome }: RoleForm,
): Reply {
  const { personId, name, revision } = member;
  const own = paths.setUp.thing('people', personId);
  const heading = role ? `Change ${name}’s role` : `Give ${name} a role`;
  const view = {
    caption: captionOf(scope, 'people'),
    heading,
    lede: 'It counts from the next page they open.',
    form: {
      action: role ? paths.setUp.role(personId, role.id) : paths.setUp.roles(personId),
      csrf,
      revision,
      fields,
      button: role ? 'Save' : 'Give this role',
      backHref: own,
      backText: 'Back without saving',
    },
    retireHref: '',
    retireText: '',
  };
  return replyWith(view, outcome, formOptions(heading, 'people', [{ text: name, href: own }]));
}

function give(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, ['revision', ...roleNames, confirmName]);
  return changeSetUp(deps, scope, async (change) => {
    const { system } = change;
    const member = memberOf(system, request);
    refuseOwn(request, member);
    const { wish, faults } = parseRole(form, system, member.roles);
    if (!wish || faults.length > 0) {
      const fields = roleFields(system, typedIn(form), faults);
      return formReply(request, {
        member,
        role: undefined,
        fields,
        outcome: { faults, conflict: null },
      });
    }
    const action = paths.setUp.roles(member.personId);
    return (
      askChair(request, change, { member, wish, action }) ??
      done(member, 'given', () => giveRole(change, member.personId, wish))
    );
  });
}

function alter(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, ['revision', ...roleNames, confirmName]);
  return changeSetUp(deps, scope, async (change) => {
    const { system } = change;
    const member = memberOf(system, request);
    refuseOwn(request, member);
    const role = roleOf(member, request);
    const { wish, faults } = parseChangedRole(form, system, role);
    const fields = changedRoleFields(system, role, { ...typedIn(form), role: wish.role }, faults);
    if (faults.length > 0) {
      return formReply(request, { member, role, fields, outcome: { faults, conflict: null } });
    }
    const differs = changesOf([changed('Role', roleWords(role, system), roleWords(wish, system))]);
    if (revisionOf(form) !== member.revision && differs.length > 0) {
      const last = await findLastChange(change.trx, scope, 'person', member.personId);
      const conflict = toConflict('person', last, differs);
      return formReply(request, { member, role, fields, outcome: { faults: [], conflict } });
    }
    const action = paths.setUp.role(member.personId, role.id);
    return (
      askChair(request, change, { member, wish, action }) ??
      done(member, 'changed', () =>
        differs.length > 0 ? changeRole(change, member.personId, role, wish) : Promise.resolve(),
      )
    );
  });
}

interface Wanted {
  readonly member: StoredMember;
  readonly wish: RoleWish;
  readonly action: string;
}

/** The question, where somebody else is the chair until now. */
function askChair(
  { scope, csrf, form }: SignedInRequest,
  { system }: SetUpChange,
  { member, wish, action }: Wanted,
): Reply | null {
  const { name, personId } = member;
  const own = paths.setUp.thing('people', personId);
  const view = chairQuestion(
    { system, wish, name, personId, form },
    { caption: captionOf(scope, 'people'), csrf, action, keepHref: own },
  );
  return (
    view &&
    page(confirmPage, view, formOptions(view.heading, 'people', [{ text: name, href: own }]))
  );
}

async function done(
  { personId }: StoredMember,
  deed: 'given' | 'changed',
  work: () => Promise<void>,
): Promise<Reply> {
  await work();
  return redirect(`${paths.setUp.thing('people', personId)}?roles=${deed}`);
}
