/** Starts for a Board paper, drawn from the round's results: each with where it comes from, and nothing of anybody's making. */
import { alarmOf, isOpen, type Today } from '../../../domain/actions/action.ts';
import type { BoardFieldId } from '../../../domain/board/board-paper.ts';
import type { SeenAction } from '../../../results/actions.ts';
import { dueWords, ownerWords } from '../../../web/action-words.ts';
import { paths } from '../../../web/paths.ts';
import { elementRows } from '../element-table.view.ts';
import { toGaps } from '../gaps.ts';
import { domainRows } from '../matrix.view.ts';
import { moneyGap } from '../money-gap.ts';
import { toSystemReportView, type SystemReportFacts } from '../system-report.view.ts';
import { andList, counted, levelWords } from '../words.ts';
import type { Moves } from './change.view.ts';

/** A sentence or two for one field. */
export interface Offer {
  readonly id: string;
  readonly field: BoardFieldId;
  readonly text: string;
  /** its source */
  readonly href: string;
  readonly linkText: string;
}

export interface OfferFacts {
  readonly system: SystemReportFacts;
  /** that the paper tells of, in its order */
  readonly actions: readonly SeenAction[];
  readonly moves: Moves | null;
  readonly today: Today;
}

/** How many of the worst gaps, and of the actions that wait for a decision, are offered. */
const MOST = { gaps: 3, asks: 5 };

export function toOffers(facts: OfferFacts): Offer[] {
  const { lede, empty } = toSystemReportView(facts.system, facts.today);
  if (empty) return actionOffers(facts);
  const href = paths.systemReport(facts.system.round.slug);
  const finding: Offer = {
    id: 'finding',
    field: 'keyPoints',
    text: lede.join(' '),
    href,
    linkText: 'See the system matrix',
  };
  return [
    ...(finding.text === '' ? [] : [finding]),
    ...gapOffers(facts),
    ...elementOffers(facts),
    ...moneyOffers(facts),
    ...moveOffers(facts, href),
    ...actionOffers(facts),
  ];
}

function gapOffers({ system: { grid, map, places, round } }: OfferFacts): Offer[] {
  const gaps = toGaps({
    domains: grid ? domainRows(grid, places, round.slug) : [],
    elements: map ? elementRows(map, places, { slug: round.slug, asks: false }) : [],
    words: grid?.words ?? levelWords({}),
    money: [],
    systemHref: paths.systemReport(round.slug),
  });
  return gaps.slice(0, MOST.gaps).map(({ title, text, href, linkText }, n) => ({
    id: `gap-${n + 1}`,
    field: 'keyPoints',
    text: `${title}. ${text}`,
    href,
    linkText,
  }));
}

/** Every element that is red somewhere, with how many Places and which. */
function elementOffers({ system: { map, places, round } }: OfferFacts): Offer[] {
  const rows = map ? elementRows(map, places, { slug: round.slug, asks: false }) : [];
  return rows.flatMap(({ id, title, cells }): Offer[] => {
    const red = cells.filter(({ rag }) => rag.code === 'red');
    const [first] = red;
    if (!first) return [];
    const where = `in ${red.length} of ${counted(cells.length, 'Place', 'Places')}`;
    return [
      {
        id: `red-${id}`,
        field: 'issues',
        text: `${title} is red ${where}: ${andList(red.map(({ place }) => place))}.`,
        href: first.href,
        linkText: `Why, in ${first.place}`,
      },
    ];
  });
}

function moneyOffers({ system: { map, places, round }, today }: OfferFacts): Offer[] {
  const named = places.map(({ id, name, slug }) => ({
    id,
    name,
    href: paths.placeReport(round.slug, slug),
  }));
  const ending = map ? moneyGap(map, named, today.today) : [];
  return ending.map(({ title, text, href, linkText }) => ({
    id: 'money',
    field: 'issues',
    text: `${title}. ${text}`,
    href,
    linkText,
  }));
}

function moveOffers({ moves }: OfferFacts, href: string): Offer[] {
  if (!moves || moves.compared === 0) return [];
  const linkText = 'See the changes in the matrix';
  return [{ id: 'moves', field: 'progress', text: moves.summary, href, linkText }];
}

function actionOffers({ actions, today }: OfferFacts): Offer[] {
  const open = actions.filter(isOpen);
  const overdue = open.filter((action) => alarmOf(action, today) === 'overdue');
  const proposed = actions.filter(({ status }) => status === 'proposed');
  return [
    ...overdueOffer(overdue, open.length),
    ...progressOffer(actions),
    ...proposed.slice(0, MOST.asks).map((action): Offer => ({
      id: `ask-${action.id}`,
      field: 'asks',
      text: `Agree: ${action.what} (${asideOf(action)}).`,
      href: paths.action(action.id),
      linkText: 'See the action',
    })),
  ];
}

function overdueOffer([first, ...others]: readonly SeenAction[], open: number): Offer[] {
  if (!first) return [];
  const count = others.length + 1;
  const verb = count === 1 ? 'is' : 'are';
  return [
    {
      id: 'overdue',
      field: 'issues',
      text: `${count} of ${counted(open, 'open action', 'open actions')} ${verb} overdue, the longest: ${first.what} (${asideOf(first)}).`,
      href: paths.actions({ show: 'overdue' }),
      linkText: 'See what is overdue',
    },
  ];
}

const stages = [
  { status: 'done', words: 'done' },
  { status: 'under-way', words: 'under way' },
  { status: 'funded', words: 'funded' },
  { status: 'agreed', words: 'agreed' },
  { status: 'proposed', words: 'proposed' },
] as const;

/** "Of 7 actions 1 is done, 2 are under way and 4 are proposed." */
function progressOffer(actions: readonly SeenAction[]): Offer[] {
  const parts = stages.flatMap(({ status, words }) => {
    const count = actions.filter((action) => action.status === status).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${words}`];
  });
  if (parts.length === 0) return [];
  return [
    {
      id: 'actions',
      field: 'progress',
      text: `Of ${counted(actions.length, 'action', 'actions')} ${andList(parts)}.`,
      href: paths.actions({ status: 'all' }),
      linkText: 'See the actions',
    },
  ];
}

/** "Ferrow Vale; Kingfisher; due 31 March 2027" */
function asideOf(action: SeenAction): string {
  const { placeName, dueOn } = action;
  const owner = ownerWords(action) || 'nobody owns it yet';
  const due = dueOn === null ? 'no day set' : `due ${dueWords(dueOn)}`;
  return [placeName ?? 'the whole system', owner, due].join('; ');
}

/** @returns what is written with the offer behind it, as an item of a list; once only */
export function withOffer(written: string, { text }: Pick<Offer, 'text'>): string {
  if (written.includes(text)) return written;
  const before = written.trimEnd();
  return before === '' ? `- ${text}` : `${before}\n- ${text}`;
}
