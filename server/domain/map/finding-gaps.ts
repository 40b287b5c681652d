/** The gaps among what the service map tells of a Place, each with an id that an action can name and its own words (Design 6.3 to 6.7, 8). */
import { ageWords } from '../answers/age-words.ts';
import type { MapEntry } from '../elements/element.ts';
import { shortName, type Gap } from '../elements/gaps.ts';
import { levelsOf } from '../elements/coverage.ts';
import { deliveryOf, roomByLevel } from './capacity.ts';
import { duplicates, type Duplicates } from './duplicates.ts';
import { fitOf, type DesignedFor } from './fit.ts';
import { forFamilies, leftOut, type DoorQuestion } from './left-out.ts';
import { staffing } from './staffing.ts';
import { saidBy } from './tally.ts';

export interface FindingFacts {
  /** the entries that serve the Place and run */
  readonly running: readonly MapEntry[];
  /** its id */
  readonly place: string;
  /** a year; null where not known */
  readonly births: number | null;
  /** ids of the levels that the map asks about */
  readonly levels: readonly string[];
  readonly designed: DesignedFor;
  /** an option inside a sentence: "the relationship" */
  readonly word: (item: 'levels' | 'focus', option: string) => string;
  /** agencies of the Place have not answered yet */
  readonly silent: boolean;
}

export const doorGapId = (question: DoorQuestion): string => `door:${question}`;
/** @param level null: services whose level is not known */
export const roomGapId = (level: string | null): string =>
  level === null ? 'room' : `room:${level}`;
export const lessGapId = 'delivery:less';
export const fitGapId = (entry: string): string => `fit:${entry}`;
export const alikeGapId = ({ levels, ages, focus }: Omit<Duplicates, 'entries'>): string =>
  `alike:${levels.join('.')}:${ages.from}:${ages.to}:${focus}`;
export const staffGapId = 'staffing:specialist';

/** In the order of the page; none where nothing is missing, nor where it is not known whether it is. Total. */
export function findingGaps(facts: FindingFacts): Gap[] {
  return [
    ...doorGaps(facts),
    ...roomGaps(facts),
    ...deliveryGaps(facts),
    ...fitGaps(facts),
    ...alikeGaps(facts),
    ...staffGaps(facts),
  ];
}

const closed: Readonly<Record<DoorQuestion, string>> = {
  fathers: 'Closed to fathers and co-parents',
  selfReferral: 'Closed to self-referral',
  antenatal: 'Closed before birth',
  interpreters: 'Without interpreters',
};

/** A door that one service closes is a gap, however many others are open: whoever stands before it turns back. */
function doorGaps({ running }: FindingFacts): Gap[] {
  return leftOut(forFamilies(running))
    .filter(({ said }) => said.of.no.length > 0)
    .map(({ question, said }) => ({
      id: doorGapId(question),
      words: `${closed[question]}: ${said.of.no.length} of ${saidBy(said)} running services that say`,
    }));
}

function roomGaps({ running, levels, word }: FindingFacts): Gap[] {
  return roomByLevel(running, levels).flatMap(({ level, room }) => {
    const scarce = room.of.few.length + room.of.none.length;
    if (scarce === 0) return [];
    const services =
      level === null ? 'services of unknown level' : `${word('levels', level)} services`;
    const share = `${scarce} of ${saidBy(room)} ${services} that say`;
    return [
      { id: roomGapId(level), words: `Room for few or none of the families in need: ${share}` },
    ];
  });
}

function deliveryGaps({ running }: FindingFacts): Gap[] {
  const delivery = deliveryOf(running);
  const less = delivery.of.less.length;
  if (less === 0) return [];
  const share = `${less} of ${saidBy(delivery)} running services that say`;
  return [{ id: lessGapId, words: `Less than contracted is delivered: ${share}` }];
}

function fitGaps({ running, designed }: FindingFacts): Gap[] {
  return running
    .filter((entry) => fitOf(entry, designed) === 'misfits')
    .map((entry) => ({
      id: fitGapId(entry.id),
      words: `${shortName(entry)} names only interventions designed for another level`,
    }));
}

function alikeGaps({ running, word }: FindingFacts): Gap[] {
  return duplicates(running).map((group) => {
    const { levels, ages, focus, entries } = group;
    const level = levels.map((each) => word('levels', each)).join(' and ');
    const span = `${ageWords(ages.from)} to ${ageWords(ages.to)}`;
    return {
      id: alikeGapId(group),
      words: `Possible duplication: ${entries.length} services, ${level}, ${span}, focus: ${word('focus', focus)}`,
    };
  });
}

const inTenths = (figure: number): number => Math.round(figure * 10) / 10;

/**
 * Held against the benchmark as the page shows both, with one decimal. While a specialist service does not say how
 * many staff it has, it is not known that they are fewer.
 */
function staffGaps({ running, place, births, silent }: FindingFacts): Gap[] {
  const staff = staffing(running, place, births);
  if (staff.perThousand === null || staff.silent.length > 0) return [];
  const [rate, benchmark] = [inTenths(staff.perThousand), inTenths(staff.benchmarkPerThousand)];
  if (rate >= benchmark) return [];
  const mayBeMore = silent || running.some((entry) => levelsOf(entry) === null);
  const who = mayBeMore ? 'Known specialist staff' : 'Specialist staff';
  return [
    {
      id: staffGapId,
      words: `${who}: ${rate} WTE for 1,000 births, below the benchmark of ${benchmark}`,
    },
  ];
}
