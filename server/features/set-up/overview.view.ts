/** How far the set-up is: what is missing, and where it is added. */
import type { KnownSystem } from '../../domain/set-up/known.ts';
import { gapsOf, mayOpen, type Gap } from '../../domain/set-up/readiness.ts';
import { andList, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { SetUpList } from '../../web/set-up.paths.ts';

interface GapRow {
  readonly what: string;
  readonly why: string;
  readonly href: string;
  readonly linkText: string;
}
export interface GapsView {
  readonly rows: readonly GapRow[];
}
interface ListRow {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly addHref: string;
  readonly addText: string;
  readonly importHref: string;
}
export interface OverviewView {
  readonly caption: string;
  readonly lede: string;
  readonly facts: readonly { readonly label: string; readonly value: number }[];
  /** needed before a round can open */
  readonly needed: readonly GapRow[];
  /** needed later: to be answered, and to be reviewed */
  readonly later: readonly GapRow[];
  readonly lists: readonly ListRow[];
  readonly roundsHref: string;
  /** what is done there next */
  readonly roundsText: string;
  /** births of each Place */
  readonly needHref: string;
}
export const overviewPage = template<OverviewView>('set-up/overview');

export function toOverviewView(system: KnownSystem, caption: string): OverviewView {
  const gaps = gapsOf(system);
  const blocking = gaps.filter(isBlocking);
  return {
    caption,
    lede: ledeOf(mayOpen(system), gaps),
    facts: factsOf(system),
    roundsHref: paths.setUp.rounds(),
    roundsText: mayOpen(system) ? 'Create or look after a round' : 'Rounds',
    needHref: paths.setUp.needList(),
    needed: blocking.map(toGapRow),
    later: gaps.filter((gap) => !isBlocking(gap)).map(toGapRow),
    lists: [
      toListRow('places', 'Local areas; results are told by Place.'),
      toListRow('agencies', 'Partner organisations, with their sectors and Places.'),
      toListRow('people', 'Who answers, who reviews, who reads, and who sets up.'),
    ],
  };
}

function isBlocking({ code }: Gap): boolean {
  return code === 'no-places' || code === 'no-agencies';
}

function ledeOf(ready: boolean, gaps: readonly Gap[]): string {
  if (!ready) return 'A round can’t open yet.';
  if (gaps.length === 0) return 'Everything is there to open a round, answer and review it.';
  const [only, ...others] = gaps.map((gap) => toGapRow(gap).what);
  if (others.length === 0) return `A round can open. ${only ?? ''}.`;
  return `A round can open. ${counted(gaps.length, 'thing is', 'things are')} still missing for it to run well.`;
}

function factsOf({ places, agencies, members }: KnownSystem): OverviewView['facts'] {
  const inUse = agencies.filter(({ retired }) => !retired);
  const roles = members.flatMap((member) => member.roles);
  return [
    { label: 'Places', value: places.filter(({ retired }) => !retired).length },
    { label: 'agencies', value: inUse.length },
    { label: 'of them on paper', value: inUse.filter(({ onPaper }) => onPaper).length },
    { label: 'people', value: members.filter((member) => member.roles.length > 0).length },
    { label: 'of them reviewers', value: roles.filter(({ role }) => role === 'reviewer').length },
  ];
}

const namedAtMost = 4;

function named(names: readonly string[]): string {
  if (names.length <= namedAtMost) return andList(names);
  const more = names.length - (namedAtMost - 1);
  return andList([...names.slice(0, namedAtMost - 1), `${more} more`]);
}

const link = (list: SetUpList, linkText: string): Pick<GapRow, 'href' | 'linkText'> => ({
  href: paths.setUp.list(list),
  linkText,
});
const has = (names: readonly string[]): string => (names.length === 1 ? 'has' : 'have');

function toGapRow(gap: Gap): GapRow {
  switch (gap.code) {
    case 'no-places':
      return { what: 'No Place', why: 'A round is about Places.', ...link('places', 'Add Places') };
    case 'no-agencies':
      return {
        what: 'No agency',
        why: 'Agencies answer a round.',
        ...link('agencies', 'Add agencies'),
      };
    case 'no-chair':
      return {
        what: 'No chair',
        why: 'The chair records what the panel agrees.',
        ...link('people', 'Choose the chair'),
      };
    case 'no-icb-lead':
      return {
        what: 'No ICB lead',
        why: 'ICB leads read the published results.',
        ...link('people', 'Add an ICB lead'),
      };
    case 'place-without-agency':
      return {
        what: `${named(gap.names)} ${has(gap.names)} no agency`,
        why: 'Nobody is asked about it.',
        ...link('agencies', 'Choose the agencies'),
      };
    case 'agency-without-lead':
      return {
        what: `${named(gap.names)} ${has(gap.names)} no agency lead`,
        why: 'Nobody can submit for it. An agency without accounts can be on paper.',
        ...link('people', 'Add agency leads'),
      };
    case 'place-without-reviewer':
      return {
        what: `${named(gap.names)} ${has(gap.names)} no reviewer`,
        why: 'A Place is signed off by its reviewers.',
        ...link('people', 'Add reviewers'),
      };
  }
}

const titles = { places: 'Places', agencies: 'Agencies', people: 'People' } as const;
const adding = {
  places: 'Add a Place',
  agencies: 'Add an agency',
  people: 'Add a person',
} as const;

function toListRow(list: SetUpList, text: string): ListRow {
  return {
    title: titles[list],
    text,
    href: paths.setUp.list(list),
    addHref: paths.setUp.add(list),
    addText: adding[list],
    importHref: paths.setUp.import(list),
  };
}
