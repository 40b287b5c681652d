/** The people of a system: listed, added with a first role, renamed, moved to another address. */
import { AppError, notFound } from '../../domain/errors.ts';
import { change, changesOf } from '../../domain/set-up/import/plan.ts';
import { ownRolesRefusal } from '../../domain/set-up/roles.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest, recently } from '../../web/route.ts';
import { chairQuestion, confirmName } from './chair.view.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from './change.ts';
import { confirmPage } from './confirm.view.ts';
import { replyWith, toConflict, toOutcomeView, untouched, withOutcome } from './form.view.ts';
import { findLastChange } from './history.queries.ts';
import { loadSystem, type StoredMember, type StoredSystem } from './known.queries.ts';
import { parsePerson, parseRole, roleNames, typedIn, type SentPerson } from './people.form.ts';
import { peoplePage, toPeopleView } from './people.view.ts';
import { addMember, giveRole, moveTo, rename } from './people.write.ts';
import { personFields, personPage, toPersonView, type PersonForm } from './person.view.ts';
import { noRole, roleFields, type TypedRole } from './role.view.ts';
import { revisionOf } from './things.form.ts';
import { captionOf, formOptions, listOptions } from './words.ts';

export function peopleRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/people', 'set-up', async ({ scope, query }) => {
      const view = toPeopleView(await loadSystem(deps, scope), query, captionOf(scope));
      return page(peoplePage, view, listOptions('People'));
    }),
    recently(
      get('/set-up/people/new', 'set-up', async (request) => {
        const system = await loadSystem(deps, request.scope);
        return newReply(request, system, { name: '', email: '', role: noRole, outcome: untouched });
      }),
    ),
    recently(post('/set-up/people', 'set-up', (request) => add(deps, request))),
    get('/set-up/people/:person', 'set-up', async (request) => {
      const system = await loadSystem(deps, request.scope);
      const member = memberOf(system, request);
      return personReply(request, system, { member, typed: member, outcome: untouched });
    }),
    recently(post('/set-up/people/:person', 'set-up', (request) => save(deps, request))),
  ];
}

/** Of the own system; anybody else does not exist. */
export function memberOf({ members }: StoredSystem, request: SignedInRequest): StoredMember {
  const member = members.find(({ personId }) => personId === param(request, 'person'));
  if (!member) throw notFound();
  return member;
}

type NewPerson = PersonForm['typed'] & {
  readonly role: TypedRole;
  readonly outcome: PersonForm['outcome'];
};

function newReply(
  { scope, csrf }: SignedInRequest,
  system: StoredSystem,
  { role, outcome, ...typed }: NewPerson,
): Reply {
  const heading = 'Add a person';
  const view = {
    caption: captionOf(scope, 'people'),
    heading,
    lede: 'One person, one address, and a first role. More roles can follow.',
    form: {
      action: paths.setUp.list('people'),
      csrf,
      revision: 0,
      fields: [
        ...personFields(typed, outcome, 'Where the invitation goes.'),
        ...roleFields(system, role, outcome.faults),
      ],
      button: 'Add',
      backHref: paths.setUp.list('people'),
      backText: 'Back without saving',
    },
    retireHref: '',
    retireText: '',
  };
  return replyWith(view, outcome, formOptions(heading, 'people'));
}

function add(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope, csrf } = request;
  refuseOthers(form, ['name', 'email', 'revision', ...roleNames, confirmName]);
  return changeSetUp(deps, scope, async (change) => {
    const person = parsePerson(form, change.system);
    const { wish, faults } = parseRole(form, change.system);
    const all = [...person.faults, ...faults];
    if (!wish || all.length > 0) {
      const outcome = { faults: all, conflict: null };
      const typed = { name: form.text('name'), email: form.text('email'), role: typedIn(form) };
      return newReply(request, change.system, { ...typed, outcome });
    }
    const asked = { system: change.system, wish, name: person.name, personId: undefined, form };
    const question = chairQuestion(asked, {
      caption: captionOf(scope, 'people'),
      csrf,
      action: paths.setUp.list('people'),
      keepHref: paths.setUp.list('people'),
    });
    if (question) return page(confirmPage, question, formOptions(question.heading, 'people'));
    const personId = await addMember(change, person);
    await giveRole(change, personId, wish);
    return redirect(`${paths.setUp.list('people')}?added=${personId}`);
  });
}

function personReply(request: SignedInRequest, system: StoredSystem, shown: PersonForm): Reply {
  const { scope, csrf, query } = request;
  const around = { caption: captionOf(scope, 'people'), csrf, actorId: scope.personId };
  const view = toPersonView(system, shown, query, around);
  const options = withOutcome(formOptions(view.heading, 'people'), shown.outcome);
  return page(personPage, { ...view, ...toOutcomeView(shown.outcome) }, options);
}

function save(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, ['name', 'email', 'revision']);
  return changeSetUp(deps, scope, async (change) => {
    const member = memberOf(change.system, request);
    const sent = sentFor(member, request, change.system);
    const typed = { name: form.text('name'), email: sent.typed };
    const shown = { member, typed };
    if (sent.faults.length > 0) {
      const outcome = { faults: sent.faults, conflict: null };
      return personReply(request, change.system, { ...shown, outcome });
    }
    const changes = personChanges(member, sent);
    if (revisionOf(form) !== member.revision && changes.length > 0) {
      const last = await findLastChange(change.trx, scope, 'person', member.personId);
      const outcome = { faults: [], conflict: toConflict('person', last, changes) };
      return personReply(request, change.system, { ...shown, outcome });
    }
    const personId = await store(change, member, sent);
    return redirect(`${paths.setUp.thing('people', personId)}?saved=${personId}`);
  });
}

/** The own address stays: it would take the own roles with it. */
function sentFor(
  member: StoredMember,
  { form, scope }: SignedInRequest,
  system: StoredSystem,
): SentPerson & { readonly typed: string } {
  const sent = parsePerson(form, system, member.personId);
  if (ownRolesRefusal(scope.personId, member.personId) === '') {
    return { ...sent, typed: form.text('email') };
  }
  if (form.has('email')) {
    throw new AppError('forbidden', 'You can’t change your own address. Another coordinator can.');
  }
  const faults = sent.faults.filter(({ field }) => field !== 'email');
  return { ...sent, email: member.email, typed: member.email, faults };
}

function personChanges(member: StoredMember, sent: SentPerson) {
  return changesOf([
    change('Name', member.name, sent.name),
    change('E-mail address', member.email, sent.email),
  ]);
}

async function store(setUp: SetUpChange, member: StoredMember, sent: SentPerson): Promise<string> {
  if (member.email !== sent.email) return moveTo(setUp, member, sent);
  await rename(setUp, member, sent.name);
  return member.personId;
}
