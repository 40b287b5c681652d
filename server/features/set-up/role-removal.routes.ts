/** Roles are taken away: one, or all that a person has. Nobody takes the own, and a coordinator is always left. */
import { AppError, notFound } from '../../domain/errors.ts';
import type { KnownRole } from '../../domain/set-up/known.ts';
import { removalRefusal } from '../../domain/set-up/roles.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest, recently } from '../../web/route.ts';
import { changeSetUp, type SetUpDeps } from './change.ts';
import { confirmPage, type ConfirmView } from './confirm.view.ts';
import { loadSystem, type StoredMember, type StoredSystem } from './known.queries.ts';
import { memberOf } from './people.routes.ts';
import { takeRoles } from './people.write.ts';
import { toLeaveView, toRemoveRoleView } from './role-pages.view.ts';
import { captionOf, formOptions } from './words.ts';

const one = '/set-up/people/:person';

export function roleRemovalRoutes(deps: SetUpDeps): Route[] {
  return [
    recently(
      get(`${one}/roles/:role/remove`, 'set-up', async (request) => {
        const system = await loadSystem(deps, request.scope);
        const member = memberOf(system, request);
        const [role] = rolesOf(member, request, 'one');
        if (!role) throw notFound();
        const view = toRemoveRoleView(system, member, role, around(request));
        return question(request, { system, member, roles: [role], view });
      }),
    ),
    recently(
      post(`${one}/roles/:role/remove`, 'set-up', (request) => remove(deps, request, 'one')),
    ),
    recently(
      get(`${one}/leave`, 'set-up', async (request) => {
        const system = await loadSystem(deps, request.scope);
        const member = memberOf(system, request);
        if (member.roles.length === 0) {
          return redirect(paths.setUp.thing('people', member.personId));
        }
        const view = toLeaveView(system, member, around(request));
        return question(request, { system, member, roles: member.roles, view });
      }),
    ),
    recently(post(`${one}/leave`, 'set-up', (request) => remove(deps, request, 'all'))),
  ];
}

function around({ scope, csrf }: SignedInRequest): Pick<ConfirmView, 'caption' | 'csrf'> {
  return { caption: captionOf(scope, 'people'), csrf };
}

type Which = 'one' | 'all';

function rolesOf(
  { roles }: StoredMember,
  request: SignedInRequest,
  which: Which,
): readonly KnownRole[] {
  return which === 'all' ? roles : roles.filter(({ id }) => id === param(request, 'role'));
}

interface Asked {
  readonly system: StoredSystem;
  readonly member: StoredMember;
  readonly roles: readonly KnownRole[];
  readonly view: ConfirmView;
}

function question({ scope }: SignedInRequest, { system, member, roles, view }: Asked): Reply {
  refuse(system, scope.personId, { member, roles });
  const above = [{ text: member.name, href: paths.setUp.thing('people', member.personId) }];
  return page(confirmPage, view, formOptions(view.heading, 'people', above));
}

function refuse(
  system: StoredSystem,
  actorId: string,
  { member, roles }: Pick<Asked, 'member' | 'roles'>,
): void {
  const ids = roles.map(({ id }) => id);
  const refusal = removalRefusal(system, actorId, member, ids);
  if (refusal !== '') throw new AppError('forbidden', refusal);
}

/** Gone already, it changes nothing. */
async function remove(deps: SetUpDeps, request: SignedInRequest, which: Which): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form);
  const left = await changeSetUp(deps, scope, async (change) => {
    const member = memberOf(change.system, request);
    const roles = rolesOf(member, request, which);
    refuse(change.system, scope.personId, { member, roles });
    await takeRoles(change, member, roles);
    return { personId: member.personId, nothing: member.roles.length === roles.length };
  });
  if (left.nothing) return redirect(`${paths.setUp.list('people')}?left=${left.personId}`);
  return redirect(`${paths.setUp.thing('people', left.personId)}?roles=removed`);
}
