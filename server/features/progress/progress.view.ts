/** The page that a coordinator keeps open: who has answered, who is silent, whose mail did not arrive, whom to call. */
import { countedWords } from '../../domain/answers/counted.ts';
import { entriesItem } from '../../domain/instrument/items.ts';
import { takesQuestions } from '../../domain/round/ask.ts';
import { roundStatusWords } from '../../domain/round/round.ts';
import { capital, counted, inWords } from '../../web/english.ts';
import { daysUntil } from '../../web/deadline.ts';
import type { ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime, formatTime } from '../../web/time.ts';
import { columnsOf, countedSentences, groupsOf, type ColumnGroup } from './cells.view.ts';
import { agenciesOf, toQuery, type Filter } from './filter.ts';
import type { AgencyProgress, Progress } from './progress.load.ts';
import { toRemindBox, type RemindBox } from './remind-box.view.ts';
import { toRow, type RowView } from './row.view.ts';
import { toTools, type ToolsView } from './tools.view.ts';

export interface ProgressView {
  readonly errors: ErrorSummary | null;
  /** what came of the last reminder; '' mostly */
  readonly done: string;
  readonly caption: string;
  readonly lede: string;
  readonly facts: readonly Fact[];
  readonly tools: ToolsView;
  readonly groups: readonly ColumnGroup[];
  readonly columns: readonly { readonly text: string; readonly first: boolean }[];
  readonly rows: readonly RowView[];
  /** said where no agency is shown */
  readonly none: string;
  /** what the shares count, a sentence each */
  readonly counted: readonly string[];
  readonly action: string;
  readonly csrf: string;
  /** how the page was filtered: the form carries it on */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly remind: RemindBox;
  /** by Place: where agencies are asked what would settle a colour; none where the round does not take it */
  readonly questions: readonly { readonly text: string; readonly href: string }[];
}
interface Fact {
  readonly label: string;
  readonly value: string;
}
export const progressPage = template<ProgressView>('progress/progress');

export interface Shown {
  readonly filter: Filter;
  readonly now: Date;
  readonly csrf: string;
  readonly done: string;
  /** a reminder was asked for, and no agency chosen */
  readonly nobodyChosen: boolean;
}

export function toProgressView(progress: Progress, shown: Shown): ProgressView {
  const { round, definitions, agencies } = progress;
  const { filter, now, csrf, done, nobodyChosen } = shown;
  const columns = columnsOf(progress, filter);
  const open = takesReminders(progress, now);
  const listed = agenciesOf(progress, filter);
  const rows = listed.map((one, n) => toRow(one, n, { progress, columns, now, open }));
  return {
    errors: nobodyChosen ? chooseOne(rows) : null,
    done,
    caption: captionOf(progress, now),
    lede: ledeOf(progress, now),
    facts: factsOf(agencies),
    tools: toTools(progress, filter),
    groups: groupsOf(columns, progress),
    columns: columns.map(({ text, first }) => ({ text, first })),
    rows,
    none: agencies.length === 0 ? 'No agency is asked for anything' : 'No agency is like that',
    counted: countedSentences(definitions, countedWords),
    action: paths.remind(round.slug),
    csrf,
    kept: Object.entries(toQuery(filter)).map(([name, value]) => ({ name, value })),
    questions: toQuestions(progress),
    remind: toRemindBox(progress, listed, { now, open }),
  };
}

function toQuestions({ round, definitions }: Progress): ProgressView['questions'] {
  const asksMap = [...definitions.values()].some((one) => entriesItem(one) !== undefined);
  if (!asksMap || !takesQuestions(round.status)) return [];
  return round.places.map(({ slug, name }) => ({
    text: name,
    href: paths.questions(round.slug, slug),
  }));
}

function chooseOne(rows: readonly RowView[]): ErrorSummary {
  const first = rows.find(({ mayPick }) => mayPick);
  const text = 'Choose at least one agency, or all that are silent';
  return { title: 'Nobody was chosen', links: [{ text, href: first ? `#${first.id}` : '' }] };
}

/** A reminder is worth nothing after the closing time, and would not be sent. */
export function takesReminders({ round }: Pick<Progress, 'round'>, now: Date): boolean {
  return round.status === 'open' && round.closesAt !== null && round.closesAt > now;
}

function captionOf({ round }: Progress, now: Date): string {
  const { name, status, closesAt } = round;
  const verb = closesAt && closesAt > now ? 'closes' : 'closed';
  const closing = closesAt ? ` · ${verb} ${formatDateTime(closesAt)}` : '';
  const state = roundStatusWords[status].toLowerCase();
  return `${name} · ${state}${closing} · as of ${formatTime(now)}`;
}

const countOf = (agencies: readonly AgencyProgress[], standing: AgencyProgress['standing']) =>
  agencies.filter((one) => one.standing === standing).length;

/** "7 of 24 agencies have submitted everything, 9 are under way and 8 have saved nothing. 9 days are left." */
function ledeOf({ round, agencies }: Progress, now: Date): string {
  const submitted = countOf(agencies, 'submitted');
  const have = (count: number): string => (count === 1 ? 'has' : 'have');
  const parts = [
    `${submitted} of ${counted(agencies.length, 'agency', 'agencies')} ${have(submitted)} submitted everything`,
    ...partsOf(agencies),
  ];
  const undelivered = agencies.flatMap((one) => one.undelivered).length;
  return [`${joined(parts)}.`, leftWords(round, now), arrivalWords(undelivered)]
    .filter(Boolean)
    .join(' ');
}

function partsOf(agencies: readonly AgencyProgress[]): string[] {
  const underWay = countOf(agencies, 'under-way');
  const returned = countOf(agencies, 'returned');
  const silent = countOf(agencies, 'silent');
  return [
    ...(underWay > 0 ? [`${underWay} ${underWay === 1 ? 'is' : 'are'} under way`] : []),
    ...(returned > 0 ? [`${returned} ${returned === 1 ? 'has' : 'have'} something back`] : []),
    ...(silent > 0 ? [`${silent} ${silent === 1 ? 'has' : 'have'} saved nothing`] : []),
  ];
}

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

function leftWords({ status, closesAt }: Progress['round'], now: Date): string {
  if (status !== 'open' || !closesAt) return '';
  if (closesAt <= now) return 'The closing time has passed.';
  const days = daysUntil(closesAt, now);
  if (days === 0) return 'It closes today.';
  return days === 1 ? 'One day is left.' : `${capital(inWords(days))} days are left.`;
}

function arrivalWords(undelivered: number): string {
  if (undelivered === 0) return '';
  return undelivered === 1
    ? 'One message did not arrive.'
    : `${capital(inWords(undelivered))} messages did not arrive.`;
}

function factsOf(agencies: readonly AgencyProgress[]): Fact[] {
  const responses = agencies.flatMap((one) => one.responses);
  const submitted = responses.filter(({ status }) => status === 'submitted').length;
  const fact = (label: string, value: number): Fact => ({ label, value: String(value) });
  const returned = countOf(agencies, 'returned');
  return [
    fact('silent', countOf(agencies, 'silent')),
    fact('under way', countOf(agencies, 'under-way')),
    ...(returned > 0 ? [fact('returned, waiting for an answer', returned)] : []),
    fact('everything submitted', countOf(agencies, 'submitted')),
    fact(`answers in, of ${responses.length} asked`, submitted),
  ];
}
