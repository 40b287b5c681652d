/** An agency's lead looks after its people: who they are, inviting, removing (docs/decisions/0018). */
import { AppError } from '../../../domain/errors.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type PageOptions, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest, recently } from '../../../web/route.ts';
import type { SetUpDeps } from '../change.ts';
import { confirmPage } from '../confirm.view.ts';
import { replyWith, untouched, type Outcome } from '../form.view.ts';
import { personFields } from '../person.view.ts';
import { changeTeam, colleagueOf, loadTeam, type Team } from './agency.ts';
import { parseColleague } from './colleagues.form.ts';
import type { Colleague } from './colleagues.queries.ts';
import {
  colleaguesPage,
  coordinatorWords,
  toColleaguesView,
  toRemoveView,
} from './colleagues.view.ts';
import { inviteAgain, inviteColleague, removeColleague } from './invite.ts';

const all = '/agencies/:agency/people';

export function colleagueRoutes(deps: SetUpDeps): Route[] {
  return [
    get(all, 'colleagues', async (request) => {
      const { scope, query, csrf } = request;
      const around = { ...scope, csrf, now: deps.now() };
      const view = toColleaguesView(await loadTeam(deps, request), query, around);
      return page(colleaguesPage, view, { title: 'Colleagues', crumbs: [homeCrumb] });
    }),
    recently(
      get(`${all}/new`, 'colleagues', async (request) => {
        const team = await loadTeam(deps, request);
        refuseRetired(team);
        return formReply(request, team, { name: '', email: '' }, untouched);
      }),
    ),
    recently(post(all, 'colleagues', (request) => invite(deps, request))),
    post(`${all}/:person/invite`, 'colleagues', (request) => again(deps, request)),
    recently(
      get(`${all}/:person/remove`, 'colleagues', async (request) => {
        const team = await loadTeam(deps, request);
        const colleague = removable(team, request);
        const around = { caption: captionOf(request, team), csrf: request.csrf };
        const view = toRemoveView(team, colleague, around);
        return page(confirmPage, view, options(team, view.heading));
      }),
    ),
    recently(post(`${all}/:person/remove`, 'colleagues', (request) => remove(deps, request))),
  ];
}

const homeCrumb = { text: 'Your work', href: paths.home() };

function captionOf({ scope }: SignedInRequest, { agency }: Team): string {
  return `${scope.systemName} · ${agency.name}`;
}

function options({ agency }: Team, title: string): PageOptions {
  const list = { text: 'Colleagues', href: paths.colleagues(agency.slug) };
  return { title, crumbs: [homeCrumb, list] };
}

function refuseRetired({ agency }: Team): void {
  if (!agency.retired) return;
  throw new AppError(
    'conflict',
    `${agency.name} is retired: nobody is invited to it. The coordinator can bring it back.`,
  );
}

function formReply(
  request: SignedInRequest,
  team: Team,
  typed: { readonly name: string; readonly email: string },
  outcome: Outcome,
): Reply {
  const { slug } = team.agency;
  const heading = 'Invite a colleague';
  const view = {
    caption: captionOf(request, team),
    heading,
    lede: 'A contributor answers with you, and does not submit. They get a message that says what is asked and until when.',
    form: {
      action: paths.colleagues(slug),
      csrf: request.csrf,
      revision: 0,
      fields: personFields(typed, outcome, 'Where the invitation goes.'),
      button: 'Invite',
      backHref: paths.colleagues(slug),
      backText: 'Back without inviting',
    },
    retireHref: '',
    retireText: '',
  };
  return replyWith(view, outcome, options(team, heading));
}

function invite(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { form } = request;
  refuseOthers(form, ['name', 'email', 'revision']);
  return changeTeam(deps, request, async (change, team) => {
    refuseRetired(team);
    const { faults, ...sent } = parseColleague(form, team);
    if (faults.length > 0) {
      const typed = { name: form.text('name'), email: form.text('email') };
      return formReply(request, team, typed, { faults, conflict: null });
    }
    const personId = await inviteColleague(deps, change, team, sent);
    return redirect(`${paths.colleagues(team.agency.slug)}?invited=${personId}`);
  });
}

function again(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form);
  return changeTeam(deps, request, async (change, team) => {
    const colleague = colleagueOf(team, request);
    refuseRetired(team);
    await inviteAgain(deps, change, team, colleague);
    return redirect(`${paths.colleagues(team.agency.slug)}?invited=${colleague.personId}`);
  });
}

/** What a lead may give, a lead may take away; nobody changes their own role. */
function removable(team: Team, request: SignedInRequest): Colleague {
  const colleague = colleagueOf(team, request);
  if (!colleague.isLead) return colleague;
  const only = team.colleagues.filter(({ isLead }) => isLead).length === 1;
  const who =
    colleague.personId === request.scope.personId
      ? `You can’t remove yourself${only ? `: you are the only agency lead of ${team.agency.name}` : ''}.`
      : `${colleague.name} is an agency lead, like you.`;
  throw new AppError('forbidden', `${who} Ask ${coordinatorWords(team)}.`);
}

/** Sent twice it is done once: the second finds nobody. */
function remove(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form);
  return changeTeam(deps, request, async (change, team) => {
    await removeColleague(change, team, removable(team, request));
    return redirect(`${paths.colleagues(team.agency.slug)}?removed=yes`);
  });
}
