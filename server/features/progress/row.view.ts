/** One agency in the progress table: what it is asked, what stands in the way, who was there last, whom to call. */
import { failureWords } from '../../domain/mail/failure.ts';
import type { StandingFacts } from '../../domain/round/standing.ts';
import { paths } from '../../web/paths.ts';
import { recentWords } from '../../web/recent.ts';
import { toCell, type CellView, type Column } from './cells.view.ts';
import type { AgencyPerson } from './people.queries.ts';
import type { AgencyProgress, Progress, Undelivered } from './progress.load.ts';

export interface FlagView {
  readonly text: string;
  /** needs somebody to do something */
  readonly urgent: boolean;
}
export interface RowView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  readonly silent: boolean;
  /** a reminder can be sent to it */
  readonly mayPick: boolean;
  readonly flags: readonly FlagView[];
  readonly cells: readonly CellView[];
  readonly last: string;
  readonly call: readonly { readonly name: string; readonly email: string }[];
  /** where there is nobody to call */
  readonly nobody: string;
}

export interface RowFacts {
  readonly progress: Progress;
  readonly columns: readonly Column[];
  readonly now: Date;
  /** the round takes reminders */
  readonly open: boolean;
}

export function toRow(one: AgencyProgress, n: number, facts: RowFacts): RowView {
  const { agency, standing, responses, people } = one;
  const { progress, columns, now, open } = facts;
  const active = people.filter((person) => person.active);
  return {
    id: `agency-${n + 1}`,
    slug: agency.slug,
    name: agency.name,
    href: paths.agencyProgress(progress.round.slug, agency.slug),
    silent: standing === 'silent',
    mayPick: open && standing !== 'submitted' && !agency.onPaper && active.length > 0,
    flags: flagsOf(one, active, now),
    cells: columns.map((column) => toCell(column, responses, progress.shares)),
    last: lastWords(one, now),
    call: agency.onPaper ? [] : callOf(active).map(({ name, email }) => ({ name, email })),
    nobody: nobodyWords(agency.onPaper, people.length),
  };
}

function nobodyWords(onPaper: boolean, people: number): string {
  if (onPaper) return 'On paper';
  return people === 0 ? 'Nobody answers for it' : 'Nobody who can sign in';
}

/** The leads; where there is none, whoever else answers. */
export function callOf(active: readonly AgencyPerson[]): readonly AgencyPerson[] {
  const leads = active.filter(({ isLead }) => isLead);
  return leads.length > 0 ? leads : active;
}

export function lastWords({ last, responses }: AgencyProgress, now: Date): string {
  if (last) return `${last.by}, ${recentWords(last.at, now)}`;
  return responses.some(isTouched) ? 'Entered before' : 'Nobody yet';
}

const isTouched = ({ begun }: StandingFacts): boolean => begun;

function flagsOf(one: AgencyProgress, active: readonly AgencyPerson[], now: Date): FlagView[] {
  const { agency, undelivered, standing, remindedAt } = one;
  const quiet = (text: string): FlagView => ({ text, urgent: false });
  const lacksLead = !agency.onPaper && !active.some(({ isLead }) => isLead);
  return [
    ...undelivered.map((mail) => ({ text: undeliveredWords(mail, now), urgent: true })),
    ...(lacksLead && standing !== 'submitted' ? [quiet('Nobody can submit for it')] : []),
    ...(agency.onPaper ? [quiet('On paper')] : []),
    ...returnsOf(one, now).map(quiet),
    ...(remindedAt && standing !== 'submitted'
      ? [quiet(`Reminded ${recentWords(remindedAt, now)}`)]
      : []),
  ];
}

function returnsOf({ responses }: AgencyProgress, now: Date): string[] {
  const times = responses.flatMap(({ status, returnedAt }) =>
    status === 'returned' && returnedAt ? [returnedAt] : [],
  );
  const latest = times.toSorted((one, other) => other.getTime() - one.getTime())[0];
  return latest ? [`Returned ${recentWords(latest, now)}`] : [];
}

/** Messages that are about an agency's part in a round. */
export const kindWords: Readonly<Partial<Record<Undelivered['kind'], string>>> = {
  invitation: 'Invitation',
  reminder: 'Reminder',
  returned: 'Note of a return',
  question: 'Question',
};

/** "Invitation to Owen Bramley did not arrive: address unknown, 2 March" */
export function undeliveredWords(
  { kind, name, error, finishedAt }: Undelivered,
  now: Date,
): string {
  const what = kindWords[kind] ?? 'Message';
  const when = finishedAt ? `, ${recentWords(finishedAt, now)}` : '';
  return `${what} to ${name} did not arrive: ${failureWords(error)}${when}`;
}
