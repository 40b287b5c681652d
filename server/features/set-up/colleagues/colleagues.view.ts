/** The people of an agency, and the question before one of them is removed. */
import { andList, capital, counted, inWords } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { formatDate, formatDateTime } from '../../../web/time.ts';
import type { ConfirmView } from '../confirm.view.ts';
import type { Query } from '../list.view.ts';
import type { Team } from './agency.ts';
import { againFrom } from './again.ts';
import type { Colleague } from './colleagues.queries.ts';

interface ColleagueRow {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly state: string;
  /** the last invitation has not arrived */
  readonly isLost: boolean;
  /** '' where there is nothing to send */
  readonly againAction: string;
  /** '' where only the coordinator can */
  readonly removeHref: string;
}
export interface ColleaguesView {
  readonly done: string;
  readonly caption: string;
  readonly lede: string;
  /** '' where nobody can be invited */
  readonly inviteHref: string;
  readonly rows: readonly ColleagueRow[];
  /** who can do what a lead can't */
  readonly leads: string;
  readonly csrf: string;
}
export const colleaguesPage = template<ColleaguesView>('set-up/colleagues/list');

interface Around {
  /** the lead who looks */
  readonly personId: string;
  readonly systemName: string;
  readonly csrf: string;
  readonly now: Date;
}

export function toColleaguesView(
  team: Team,
  query: Query,
  { personId, systemName, csrf, now }: Around,
): ColleaguesView {
  const { agency, colleagues } = team;
  return {
    done: doneOf(team, query),
    caption: `${systemName} · ${agency.name}`,
    lede: ledeOf(team),
    inviteHref: agency.retired ? '' : paths.inviteColleague(agency.slug),
    rows: colleagues.map((colleague) => toRow(team, colleague, { personId, now })),
    leads: `You invite and remove contributors. Agency leads, you among them, are made and removed by ${coordinatorWords(team)}.`,
    csrf,
  };
}

/** "the coordinator, Ruth Abendroth" */
export function coordinatorWords({ coordinators }: Pick<Team, 'coordinators'>): string {
  const names = andList(coordinators);
  if (names === '') return 'the coordinator';
  return coordinators.length === 1 ? `the coordinator, ${names}` : `the coordinators, ${names}`;
}

function ledeOf({ agency, colleagues }: Team): string {
  const answer = counted(colleagues.length, 'person answers', 'people answer');
  const late = colleagues.filter(({ lastSignedInAt }) => !lastSignedInAt).length;
  if (agency.retired) return `${agency.name} is retired: nobody new is invited.`;
  const away =
    late === 0
      ? ''
      : ` ${capital(inWords(late))} of them ${late === 1 ? 'has' : 'have'} not signed in yet.`;
  return `${answer} for ${agency.name}.${away}`;
}

function toRow(
  { agency }: Team,
  colleague: Colleague,
  around: Pick<Around, 'personId' | 'now'>,
): ColleagueRow {
  const { personId, name, email, isLead, lastSignedInAt, undelivered } = colleague;
  const mayAgain = !agency.retired && !lastSignedInAt && around.now >= againFrom(colleague);
  return {
    name: personId === around.personId ? `${name} (you)` : name,
    email,
    role: isLead ? 'Agency lead' : 'Contributor',
    state: stateOf(colleague),
    isLost: undelivered && !lastSignedInAt,
    againAction: mayAgain ? paths.inviteAgain(agency.slug, personId) : '',
    removeHref: isLead ? '' : paths.removeColleague(agency.slug, personId),
  };
}

function stateOf({ lastSignedInAt, invitedAt, undelivered }: Colleague): string {
  if (lastSignedInAt) return `Last signed in on ${formatDate(lastSignedInAt)}`;
  if (!invitedAt) return 'Not signed in yet';
  const invited = `Invited on ${formatDateTime(invitedAt)}`;
  return undelivered
    ? `${invited}. If the address is wrong, remove the person and invite the right one.`
    : `${invited}, not signed in yet`;
}

function doneOf({ colleagues }: Team, query: Query): string {
  if (query['removed'] === 'yes') {
    return 'Removed. They can’t open the answers any more. To undo it, invite them again.';
  }
  const invited = colleagues.find(({ personId }) => personId === query['invited']);
  return invited ? `${invited.name} is invited: the message goes to ${invited.email}.` : '';
}

export function toRemoveView(
  { agency }: Team,
  { personId, name, email }: Colleague,
  around: Pick<ConfirmView, 'caption' | 'csrf'>,
): ConfirmView {
  return {
    ...around,
    heading: `Remove ${name}?`,
    lede: `${email}. It counts from the next page they open.`,
    points: [
      `They can no longer open the answers of ${agency.name}.`,
      'What they wrote stays, with their name.',
      'To undo it, invite them again.',
    ],
    action: paths.removeColleague(agency.slug, personId),
    fields: [],
    button: `Remove ${name}`,
    warning: true,
    keepHref: paths.colleagues(agency.slug),
    keepText: 'Keep them',
  };
}
