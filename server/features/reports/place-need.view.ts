/** How many babies of a Place need support, how many are missed, and what room its services have for them (Design 7). */
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import { answerWords } from '../../domain/answers/words.ts';
import { isSimple, itemsOf } from '../../domain/instrument/items.ts';
import type { LevelCapacity } from '../../domain/needs/capacity.ts';
import { needInput } from '../../domain/needs/entered.ts';
import {
  lowUptake,
  populationNeed,
  usualUptake,
  type PopulationNeed,
  type Range,
} from '../../domain/needs/need.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { PlaceNeed } from '../../results/needs.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import type { Drawing } from './charts/drawing.ts';
import { needBars } from './charts/need-bars.ts';
import { needNotes, percent, rangeWords } from './need-words.ts';
import type { EmptyView } from './report.view.ts';
import { roomOf, shortfallOf, shortfallWords, type NeedLevel, type Room } from './shortfall.ts';
import { wholeFigure } from './words.ts';

export interface NeedRowView {
  readonly what: string;
  readonly babies: string;
  readonly families: string;
  readonly shortfall: string;
}
export interface UptakeRowView {
  readonly uptake: string;
  readonly come: string;
  readonly missed: string;
}
export interface PlaceNeedView {
  /** where no births are entered: the rest then says nothing */
  readonly empty: EmptyView | null;
  readonly sentence: string;
  /** the rows as bars; null where there is nothing to draw */
  readonly bars: Drawing | null;
  readonly barsKey: string;
  readonly rows: readonly NeedRowView[];
  readonly uptakes: readonly UptakeRowView[];
  /** what it rests on, and what it leaves out */
  readonly notes: readonly string[];
  /** what was entered, question by question; `href` '' for what is no link */
  readonly inputs: readonly {
    readonly term: string;
    readonly text: string;
    readonly href: string;
  }[];
}

/** Null where the round asks no service map and nothing is entered. */
export function placeNeed(
  need: PlaceNeed | null,
  map: ServiceMap | null,
  place: VisiblePlace,
): PlaceNeedView | null {
  const input = need ? needInput(need.answers) : null;
  if (!need || !input) return map ? nothingEntered(place.name) : null;
  const worked = populationNeed(input);
  const room = map ? roomOf(map, place.id) : null;
  const { specialist, births } = worked;
  return {
    empty: null,
    sentence: `${wholeFigure(births)} births in ${need.year}: ${rangeWords(specialist.need)} babies a year need specialist help, and services miss ${rangeWords(specialist.missed)} of them.`,
    bars: toBars(worked, room),
    barsKey,
    rows: toRows(worked, room),
    uptakes: toUptakes(worked),
    notes: needNotes(worked, room, need.lateAt),
    inputs: inputsOf(need),
  };
}

function nothingEntered(place: string): PlaceNeedView {
  return {
    empty: {
      heading: `The births of ${place} are not entered yet`,
      text: 'The coordinator enters them under Set-up, Births and need. How many babies need support, and how many are missed, then appears here.',
    },
    sentence: '',
    bars: null,
    barsKey: '',
    rows: [],
    uptakes: [],
    notes: [],
    inputs: [],
  };
}

function toRows({ levels, specialist, uptake }: PopulationNeed, room: Room | null): NeedRowView[] {
  const row = (what: string, babies: Range, level: NeedLevel): NeedRowView => ({
    what,
    babies: rangeWords(babies),
    families: familiesWords(room?.[level]),
    shortfall: shortfallWords(shortfallOf(babies, room, level)),
  });
  return [
    row('Targeted: whom targeted services see', levels.targeted, 'targeted'),
    row('Specialist: all who need it', specialist.need, 'specialist'),
    row(
      `Specialist: who come, at an uptake of ${percent(uptake)}`,
      specialist.demand,
      'specialist',
    ),
  ];
}

/** The same three rows, each end of a bar as in the table. */
function toBars({ levels, specialist }: PopulationNeed, room: Room | null): Drawing | null {
  const bar = (name: string, babies: Range, level: NeedLevel) => {
    const families = familiesWords(room?.[level]);
    const isNumber = room !== null && families !== notEntered;
    const isPart = isNumber && room[level].silent + room.silentAgencies > 0;
    const words = isNumber
      ? `room for ${isPart ? 'at least ' : ''}${families}`
      : `room: ${families.toLowerCase()}`;
    const count = isNumber ? room[level].families : null;
    return { name, babies, babiesWords: rangeWords(babies), room: { count, words } };
  };
  const bars = [
    bar('Targeted', levels.targeted, 'targeted'),
    bar('Specialist: all who need it', specialist.need, 'specialist'),
    { ...bar('Specialist: who come', specialist.demand, 'specialist'), room: null },
  ];
  const label = bars.map(
    ({ name, babiesWords, room: beside }) =>
      `${name}: ${babiesWords} babies a year${beside ? `, ${beside.words}` : ''}`,
  );
  return needBars(bars, `Bars. ${label.join('. ')}.`);
}

/** What the drawing means, beside it on page and paper. */
const barsKey =
  'Filled: the low end of the range; hatched: up to its high end. Dark: families a year for whom the services in the map have room.';

const notEntered = 'Not entered';

function familiesWords(capacity: LevelCapacity | undefined): string {
  if (!capacity) return 'Not asked';
  const nobodySays = capacity.services > 0 && capacity.silent === capacity.services;
  return nobodySays ? notEntered : wholeFigure(capacity.families);
}

/** Both ends of what the sources say, and what was entered where that is another. */
function toUptakes({ specialist, uptake }: PopulationNeed): UptakeRowView[] {
  const shares = [...new Set([lowUptake, usualUptake, uptake])].toSorted((one, next) => one - next);
  return shares.map((share) => {
    const come: Range = [specialist.need[0] * share, specialist.need[1] * share];
    const missed: Range = [specialist.need[0] - come[0], specialist.need[1] - come[1]];
    return {
      uptake: share === uptake ? `${percent(share)}, taken here` : percent(share),
      come: rangeWords(come),
      missed: rangeWords(missed),
    };
  });
}

function inputsOf({ definition, answers }: PlaceNeed): PlaceNeedView['inputs'] {
  const context = { definition, places: new Map<string, string>() };
  return itemsOf(definition).flatMap(({ item }) => {
    if (!isSimple(item) || !Object.hasOwn(answers, item.id)) return [];
    const answer: SimpleAnswer | undefined = answers[item.id];
    const text = answerWords(item, answer, context).join(' ');
    const isLink = item.type === 'text' && item.link === true;
    return [{ term: item.label ?? item.text, text, href: isLink ? text : '' }];
  });
}
