/** The page of a round for its coordinator: where it stands, what comes next, who is asked. */
import { roundStatusWords, type RoundStatus } from '../../../domain/round/round.ts';
import type { StepFacts } from '../../../domain/round/step-facts.ts';
import { mayStep, roundAllows, stepsFrom, workflow } from '../../../domain/round/workflow.ts';
import type { SentReminder } from '../../../db/reminders.queries.ts';
import { counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { formatDateTime } from '../../../web/time.ts';
import type { LoadedRound } from './load-round.ts';
import { candidatesOf, factsOf } from './step-facts.ts';
import {
  toCommentsLinks,
  toConditionView,
  type CommentsLink,
  type ConditionView,
} from './step.view.ts';
import { toAskedView, type AskedView } from './asked.view.ts';
import { toRemindersView, type RemindersView } from './reminders.view.ts';
import { bandWords } from './thresholds.ts';

export interface NextStepView {
  readonly heading: string;
  readonly conditions: readonly ConditionView[];
  readonly effects: readonly string[];
  readonly comments: readonly CommentsLink[];
  /** '' where something that is needed is missing */
  readonly href: string;
  readonly button: string;
}
export interface RoundView {
  readonly done: string;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly life: readonly {
    readonly text: string;
    readonly now: boolean;
    readonly past: boolean;
  }[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** null for a round that is archived */
  readonly next: NextStepView | null;
  readonly others: readonly { readonly text: string; readonly href: string }[];
  readonly reminders: RemindersView;
  readonly asked: AskedView;
  readonly settings: readonly { readonly label: string; readonly value: string }[];
}
export const roundPage = template<RoundView>('set-up/rounds/round');

interface Shown {
  readonly caption: string;
  readonly done: string;
  readonly sent: readonly SentReminder[];
}

export function toRoundView(loaded: LoadedRound, { caption, done, sent }: Shown): RoundView {
  const { round } = loaded;
  const facts = factsOf(loaded);
  return {
    done,
    caption,
    heading: round.name,
    lede: ledeOf(round.status, facts),
    life: toLife(round.status),
    facts: [
      { label: 'agencies', value: String(facts.agencies.length) },
      { label: 'Places', value: String(facts.places.length) },
      ...(round.status === 'draft'
        ? []
        : [{ label: 'responses are in', value: `${facts.submitted} of ${facts.asked}` }]),
    ],
    next: toNext(loaded, facts),
    others: toOthers(loaded),
    reminders: toRemindersView(loaded, sent),
    asked: toAskedView(loaded),
    settings: toSettings(loaded),
  };
}

function ledeOf(status: RoundStatus, { closes, checkEnds, opens }: StepFacts): string {
  switch (status) {
    case 'draft':
      return `A draft: only coordinators see it${opens ? `. It is planned to open on ${opens.words}` : ''}.`;
    case 'open':
      return openWords(closes);
    case 'in-review':
      return 'Closed to new answers. The reviewers are at work.';
    case 'factual-check':
      return checkWords(checkEnds);
    case 'published':
      return 'Published: everybody in the system can read the results.';
    case 'archived':
      return 'Archived. Its results can still be read.';
  }
}

function openWords(closes: StepFacts['closes']): string {
  if (!closes) return 'Agencies are answering.';
  return closes.passed
    ? `Its closing time has passed: ${closes.words}. Answers are taken until you close it.`
    : `Agencies are answering until ${closes.words}.`;
}

function checkWords(ends: StepFacts['checkEnds']): string {
  if (!ends) return 'The factual check is under way.';
  return ends.passed
    ? `The factual check ended on ${ends.words}.`
    : `The factual check runs until ${ends.words}.`;
}

const statuses = Object.keys(roundStatusWords) as RoundStatus[];

function toLife(status: RoundStatus): RoundView['life'] {
  const here = statuses.indexOf(status);
  return statuses.map((one, index) => ({
    text: roundStatusWords[one],
    now: index === here,
    past: index < here,
  }));
}

function toNext(loaded: LoadedRound, facts: StepFacts): NextStepView | null {
  const { round } = loaded;
  const step = stepsFrom(round.status).find((one) => workflow[one].way === 'on');
  if (!step) return null;
  const { words, conditions, effects } = workflow[step];
  return {
    heading: words,
    conditions: conditions(facts).map(toConditionView),
    effects: effects(facts),
    comments: toCommentsLinks(step, loaded),
    href: mayStep(step, round.status, facts) ? paths.setUp.roundStep(round.slug, step) : '',
    button: words,
  };
}

/** What else can be done, the everyday things first. */
function toOthers(loaded: LoadedRound): RoundView['others'] {
  const { slug, status, corrections } = loaded.round;
  const allowed = [
    roundAllows('correct', status) && {
      text: `Corrections waiting (${corrections})`,
      href: paths.corrections(slug),
    },
    status !== 'draft' && { text: 'See who has answered', href: paths.progress(slug) },
    roundAllows('extend', status) && {
      text: 'Extend the deadline',
      href: paths.setUp.extendRound(slug),
    },
    roundAllows('add-agencies', status) && moreAgencies(loaded),
    roundAllows('edit', status) && { text: 'Change the draft', href: paths.setUp.editRound(slug) },
    ...stepsFrom(status)
      .filter((step) => workflow[step].way === 'back')
      .map((step) => ({ text: workflow[step].words, href: paths.setUp.roundStep(slug, step) })),
    status !== 'draft' && { text: 'See what came in', href: paths.systemReport(slug) },
    roundAllows('delete', status) && {
      text: 'Delete the draft',
      href: paths.setUp.deleteRound(slug),
    },
  ];
  return allowed.filter((one) => one !== false);
}

function moreAgencies(loaded: LoadedRound): RoundView['others'][number] {
  return candidatesOf(loaded).length === 0
    ? { text: 'Add an agency in set-up, to ask it too', href: paths.setUp.add('agencies') }
    : { text: 'Ask more agencies', href: paths.setUp.askMore(loaded.round.slug) };
}

function toSettings({ round, versions, system }: LoadedRound): RoundView['settings'] {
  const places = system.places.filter(({ id }) => round.placeIds.includes(id));
  const rows = [
    {
      label: 'Instruments',
      value: versions.map(({ title, version }) => `${title} ${version}`).join(', '),
    },
    { label: 'Places', value: places.map(({ name }) => name).join(', ') },
    {
      label: round.status === 'draft' ? 'Planned opening' : 'Opened',
      value: round.opensAt ? formatDateTime(round.opensAt) : '',
    },
    { label: 'Closing', value: round.closesAt ? formatDateTime(round.closesAt) : '' },
    { label: 'Quorum', value: counted(round.quorum, 'reviewer', 'reviewers') },
    { label: 'Factual check', value: counted(round.checkDays, 'day', 'days') },
    { label: 'Colours', value: bandWords(round.bands) },
  ];
  return rows.filter(({ value }) => value !== '');
}
